// A MyST theme in one file: what the pages hold is drawn by the components of MyST's own themes,
// whose packages are not to be had without their web site.
import { createServer } from "node:http";
import { ThemeProvider } from "@myst-theme/providers";
import { DEFAULT_RENDERERS, MyST } from "myst-to-react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

const content = `http://localhost:${process.env.CONTENT_CDN_PORT}`;

async function page(path) {
  const name = path === "/" ? "index" : path.slice(1);
  const answer = await fetch(`${content}/content/${name}.json`);
  if (!answer.ok) return null;
  const { mdast } = await answer.json();
  const main = createElement("main", null, createElement(MyST, { ast: mdast.children }));
  const given = { theme: "light", setTheme: () => {}, renderers: DEFAULT_RENDERERS };
  const body = renderToStaticMarkup(createElement(ThemeProvider, given, main));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Post</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>.relative { position: relative } .inline-block { display: inline-block }</style>
</head><body>${body}</body></html>`;
}

createServer(async (request, response) => {
  const html = request.url.includes(".") ? null : await page(request.url);
  response.writeHead(200, { "Content-Type": "text/html" }); // it has no robots.txt and the like
  response.end(html ?? "");
}).listen(Number(process.env.PORT), () => console.log(`http://localhost:${process.env.PORT}`));
