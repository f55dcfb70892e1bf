// Without this, chapters open the film at their time, and snippets are copied by hand.
for (const article of document.querySelectorAll("article")) {
  const player = gdvideo.get(article.querySelector(".gdvideo"));
  const links = [...article.querySelectorAll("[data-chapter]")];
  links.forEach((link, number) => link.addEventListener("click", (event) => {
    event.preventDefault();
    player.go(player.chapters[number][0]);
    player.frame.scrollIntoView({ block: "nearest" });
  }));
  player.video.addEventListener("timeupdate", () => links.forEach((link, number) => {
    if (number === player.chapter) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }));
  for (const button of article.querySelectorAll(".snippet button")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const code = button.closest(".snippet").querySelector("code");
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(code);
        button.textContent = "Selected: copy it";
      }
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
  }
  if (location.protocol === "file:") for (const one of player.video.querySelectorAll("track")) fill(player.video, one);
}

// Browsers load no track from a local file; the page has the words.
function fill(video, track) {
  const cues = video.closest("article").querySelectorAll(`span[data-${track.kind}]`);
  const made = video.addTextTrack(track.kind, track.label, track.srclang);
  const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  track.remove();
  made.mode = "hidden";
  for (const cue of cues) {
    const [start, end] = cue.dataset[track.kind].split(" ").map(Number);
    made.addCue(new VTTCue(start, end, cue.textContent.replace(/[&<>]/g, (sign) => signs[sign])));
  }
}
