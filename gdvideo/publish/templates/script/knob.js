// The row of values: choosing one goes on with that film, at the same chapter. Without this, each
// value is a link to its film's page.
function knob(player) {
  const { figure } = player;
  const links = [...figure.querySelectorAll(".gdvideo-knob a")];
  const templates = figure.querySelectorAll("template");
  links.forEach((link, number) => link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.hasAttribute("aria-current")) return;
    for (const one of links) one.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    const chapter = change(player, templates[number].content.cloneNode(true));
    const name = figure.querySelector(".gdvideo-knob").getAttribute("aria-label");
    player.news.textContent = [`${name} ${link.textContent}`, ...chapter].join(", ");
  }));
}

// Returns the chapter that the film goes on at, if it has begun.
function change(player, content) {
  const { figure, frame, video: old, begun } = player;
  const [playing, name, place] = [!old.paused, player.chapters[player.chapter][1], player.chapter];
  const [gone, come] = [[...frame.children], [...content.children]];
  const leave = () => {
    gone.forEach((one) => one.remove());
    come.forEach((one) => one.classList.remove("gdvideo-coming"));
  };
  const video = content.querySelector("video");
  old.pause();
  // The old picture stands until the new one is there.
  if (begun) come.forEach((one) => one.classList.add("gdvideo-coming"));
  else leave();
  dress(content, figure.dataset.shown);
  frame.append(content);
  player.take(video);
  video.loop = old.loop;
  figure.querySelector(".gdvideo-transcript").href = video.dataset.transcript;
  figure.querySelector(".gdvideo-claim").textContent = video.dataset.claim;
  if (!begun) return [];
  const same = player.chapters.findIndex((one) => one[1] === name);
  const [start, chapter] = player.chapters[same < 0 ? Math.min(place, player.chapters.length - 1) : same];
  for (const event of ["seeked", "error"]) video.addEventListener(event, leave, { once: true });
  video.addEventListener("loadedmetadata", () => { video.currentTime = start + 0.001; }, { once: true });
  video.preload = "auto";
  video.load();
  if (playing) video.play().catch(() => {});
  return [chapter];
}
