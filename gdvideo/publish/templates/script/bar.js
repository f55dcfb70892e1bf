// The controls, below the picture: a browser's own would lie on the narration.
const ICONS = {
  play: "M6 3v18l15-9z",
  pause: "M5 3h5v18H5zM14 3h5v18h-5z",
  captions: "M2 4h20v16H2zM4 6v12h16V6zM6 10h7v2H6zM15 10h3v2h-3zM6 14h4v2H6zM12 14h6v2h-6z",
  full: "M3 3h7v3H6v4H3zM14 3h7v7h-3V6h-4zM3 14h3v4h4v3H3zM18 14h3v7h-7v-3h4z",
};

function make(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

function draw(button, icon, label) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS(space, "path"));
  svg.firstChild.setAttribute("d", ICONS[icon]);
  button.replaceChildren(svg);
  button.setAttribute("aria-label", label);
}

function clock(seconds) {
  const whole = Math.floor(seconds + 1e-6);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

class Bar {
  constructor(player) {
    this.player = player;
    this.play = make("button", { type: "button" });
    this.slider = make("input", { type: "range", min: 0, step: 0.1, value: 0, "aria-label": "Position" });
    this.time = make("span", { class: "gdvideo-time" });
    this.captions = make("button", { type: "button", "aria-pressed": "false" });
    this.full = make("button", { type: "button" });
    this.list = make("select", { "aria-label": "Chapters" });
    this.said = make("p", { class: "gdvideo-said", "aria-live": "polite", hidden: "" });
    this.element = make("div", { class: "gdvideo-bar", role: "group", "aria-label": "Controls" },
      this.play, this.slider, this.time, this.list, this.captions, this.full);
    draw(this.captions, "captions", "Captions");
    draw(this.full, "full", "Full screen");
    this.play.addEventListener("click", () => player.toggle());
    this.slider.addEventListener("input", () => { player.video.currentTime = Number(this.slider.value); });
    this.list.addEventListener("change", () => player.go(Number(this.list.value)));
    this.captions.addEventListener("click", () => this.tell(this.said.hidden));
    this.full.addEventListener("click", () => this.fill());
  }

  // Where the film has other chapters, or another length.
  listChapters(chapters, seconds) {
    this.seconds = seconds;
    this.slider.max = seconds;
    this.list.replaceChildren(...chapters.map(([start, name]) => make("option", { value: start }, name)));
    this.show();
  }

  show() {
    const { video, chapter } = this.player;
    const icon = video.paused ? "play" : "pause";
    if (this.icon !== icon) draw(this.play, this.icon = icon, video.paused ? "Play" : "Pause");
    const [now, end] = [video.currentTime, this.seconds];
    this.slider.value = now;
    const time = `${clock(now)} / ${clock(end)}`;
    if (this.time.textContent !== time) this.time.textContent = time;
    if (this.list.selectedIndex !== chapter) this.list.selectedIndex = chapter;
    const told = `${clock(now)} of ${clock(end)}, ${this.list.options[chapter]?.text ?? ""}`;
    if (this.slider.getAttribute("aria-valuetext") !== told) this.slider.setAttribute("aria-valuetext", told);
  }

  tell(on) {
    this.said.hidden = !on;
    this.captions.setAttribute("aria-pressed", String(on));
    this.follow();
  }

  // The narration as text below the picture, where a reader has asked for it.
  follow() {
    const track = [...this.player.video.textTracks].find((one) => one.kind === "captions");
    if (!track || this.said.hidden) return;
    track.mode = "hidden";
    const text = [...(track.activeCues ?? [])].map((cue) => cue.getCueAsHTML().textContent).join(" ");
    if (this.said.textContent !== text) this.said.textContent = text;
    track.oncuechange = () => this.follow();
  }

  fill() {
    const { figure, video } = this.player;
    if (document.fullscreenElement) document.exitFullscreen();
    else if (figure.requestFullscreen) figure.requestFullscreen();
    else video.webkitEnterFullscreen();
  }
}
