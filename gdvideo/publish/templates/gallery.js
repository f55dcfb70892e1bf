// Without this, chapters open the film at their time, and snippets are copied by hand.
for (const article of document.querySelectorAll("article")) {
  const video = article.querySelector("video");
  const links = [...article.querySelectorAll("[data-seconds]")];
  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      video.currentTime = Number(link.dataset.seconds) + 0.001;
      video.play().catch(() => {});
      video.scrollIntoView({ block: "nearest" });
    });
  }
  video.addEventListener("timeupdate", () => {
    const now = links.filter((link) => Number(link.dataset.seconds) <= video.currentTime).at(-1);
    for (const link of links) {
      if (link === now) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  });
  for (const button of article.querySelectorAll("button")) {
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
}
