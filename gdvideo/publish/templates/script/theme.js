// Which theme the page has where an element stands: how light what is behind it is.
const NARROW = matchMedia("(max-width: 600px)");
const DARK = matchMedia("(prefers-color-scheme: dark)");

function parsed(colour) {
  const [kind, rest] = colour.replace(/^color\(\S+/, "color(").split("(");
  const [a, b, c, alpha = 1] = (rest.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  if (kind.startsWith("ok")) return { light: a, alpha };
  if (kind.startsWith("l")) return { light: a / 100, alpha };
  const most = kind.startsWith("rgb") ? 255 : 1;
  return { light: (0.3 * a + 0.59 * b + 0.11 * c) / most, alpha };
}

// The frame that a page of ours is in, if it is one of the same site.
function outside(root) {
  try {
    return root.ownerDocument.defaultView.frameElement;
  } catch {
    return null;
  }
}

function canvas(root) {
  const scheme = getComputedStyle(root).colorScheme;
  const dark = scheme.includes("dark") && (DARK.matches || !scheme.includes("light"));
  return dark ? "rgb(0, 0, 0)" : "rgb(255, 255, 255)";
}

function behind(element) {
  const above = element.parentElement ?? outside(element);
  if (!above) return canvas(element);
  const colour = getComputedStyle(above).backgroundColor;
  return parsed(colour).alpha > 0.5 ? colour : behind(above);
}

function themeOf(figure) {
  const wanted = figure.dataset.theme;
  if (wanted === "dark" || wanted === "light") return wanted;
  if (wanted === "auto") return DARK.matches ? "dark" : "light";
  return parsed(behind(figure)).light < 0.5 ? "dark" : "light";
}

// A condition on the scheme becomes one that always or never holds.
function dress(part, theme) {
  for (const source of part.querySelectorAll("source")) {
    source.dataset.media ??= source.media;
    const media = source.dataset.media.replace(/\(prefers-color-scheme: (\w+)\)/, (_, scheme) =>
      scheme === theme ? "(min-width: 0)" : "(max-width: 0)");
    if (media !== source.media) source.media = media;
  }
}

// The source that a browser takes, but for its codec.
function chosen(video) {
  const sources = [...video.querySelectorAll("source")];
  return sources.find((one) => !one.media || matchMedia(one.media).matches)?.src;
}

// Toggles change attributes, style sheets, or both, and colours may take a while to get there.
function watchThemes(look) {
  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; look(); });
  };
  const what = { attributes: true, childList: true, subtree: true };
  for (let root = document.documentElement; root; root = outside(root)?.ownerDocument.documentElement) {
    new MutationObserver(later).observe(root, what);
    for (const event of ["load", "transitionend"]) root.ownerDocument.addEventListener(event, later, true);
  }
  DARK.addEventListener("change", later);
  NARROW.addEventListener("change", later);
  look();
}
