// A figure: its film, in the page's theme and the screen's shape, and what controls it.
class Player {
  constructor(figure) {
    this.figure = figure;
    this.frame = figure.querySelector(".gdvideo-frame");
    this.bar = new Bar(this);
    this.news = make("p", { class: "gdvideo-news", role: "status" });
    this.frame.after(this.bar.element, this.bar.said, this.news);
    this.take(this.frame.querySelector("video"));
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if ("autoplay" in figure.dataset && !still) {
      this.video.loop = true;
      this.toggle();
    }
    if ("captions" in figure.dataset) this.bar.tell(true);
    knob(this);
  }

  take(video) {
    this.video = video;
    this.chosen = chosen(video);
    this.narrow = NARROW.matches && "narrow" in video.dataset;
    // A low frame in a page has no room below the picture.
    video.controls = document.body.classList.contains("player") && innerHeight < 400;
    video.muted = true;
    video.tabIndex = -1;
    video.addEventListener("click", () => this.toggle());
    for (const event of ["play", "pause", "timeupdate", "seeked", "ended", "emptied", "durationchange"])
      video.addEventListener(event, () => video === this.video && this.bar.show());
    this.fit();
    this.look();
  }

  get begun() {
    return this.video.currentTime > 0 || !this.video.paused;
  }

  get chapter() {
    return Math.max(0, this.chapters.findLastIndex(([start]) => start <= this.video.currentTime + 0.01));
  }

  // Called whenever the page may have changed; what has begun stays as it is. A film that has not
  // is put there anew: browsers load what load() is called on, whatever its preload says.
  look() {
    const { figure, frame, video } = this;
    const theme = themeOf(figure);
    if (figure.dataset.shown !== theme) figure.dataset.shown = theme;
    dress(frame, theme);
    if (chosen(video) === this.chosen || this.begun) return;
    const fresh = video.cloneNode(true);
    video.replaceWith(fresh);
    this.take(fresh);
  }

  // Chapters and captions are those of the shape.
  fit() {
    const { video, narrow } = this;
    this.chapters = JSON.parse((narrow && video.dataset.narrow) || video.dataset.chapters);
    const seconds = video.dataset.seconds.split(" ");
    for (const track of video.querySelectorAll("track")) {
      track.dataset.wide ??= track.getAttribute("src");
      const src = (narrow && track.dataset.narrow) || track.dataset.wide;
      if (track.getAttribute("src") !== src) track.src = src;
    }
    this.bar.listChapters(this.chapters, Number(narrow ? seconds.at(-1) : seconds[0]));
    this.bar.follow();
  }

  toggle() {
    if (this.video.paused) this.video.play().catch(() => {});
    else this.video.pause();
  }

  go(seconds) {
    this.video.currentTime = seconds + 0.001;
    this.video.play().catch(() => {});
  }
}
