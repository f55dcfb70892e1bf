{#- One file, so that a page loads one. -#}
// Films in the page's theme and the screen's shape, with controls below them. A page without this
// has the reader's own theme and the browser's controls.
window.gdvideo ??= (() => {
"use strict";
{% include "script/theme.js" %}

{% include "script/bar.js" %}

{% include "script/player.js" %}

{% include "script/knob.js" %}

const players = new Map();
watchThemes(() => {
  const holder = outside(document.documentElement);
  if (holder) {  // a page of ours in a page of the site: it looks as the place where it stands
    document.body.style.backgroundColor = behind(document.documentElement);
    document.body.style.color = getComputedStyle(holder).color;
  }
  for (const figure of document.querySelectorAll(".gdvideo:has(video)")) {
    const known = players.get(figure);
    if (known) known.look();
    else players.set(figure, new Player(figure));
  }
});
const asked = /^#t=([\d.]+)$/.exec(location.hash);
if (asked && document.body.classList.contains("player"))
  for (const player of players.values()) player.video.currentTime = Number(asked[1]);
return players;
})();
