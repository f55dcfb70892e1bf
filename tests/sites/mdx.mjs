// Makes a page of an MDX file: node mdx.mjs POST.mdx PAGE.html
import { readFileSync, writeFileSync } from "node:fs";
import { evaluate } from "@mdx-js/mdx";
import { createElement } from "react";
import * as runtime from "react/jsx-runtime";
import { renderToStaticMarkup } from "react-dom/server";

const [post, page] = process.argv.slice(2);
const { default: Content } = await evaluate(readFileSync(post, "utf-8"), runtime);
writeFileSync(page, `<!doctype html>
<html lang="en" data-theme="dark">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A post</title>
<link rel="icon" href="data:,">
<style>
[data-theme="dark"] { color-scheme: dark; background: #1b1b1d; color: #e3e3e3 }
body { max-width: 45rem; margin: auto; padding: 1rem; font: 1rem/1.6 system-ui, sans-serif }
iframe { border: 0 }
</style>
</head>
<body>
<button id="toggle">Theme</button>
<main>${renderToStaticMarkup(createElement(Content))}</main>
<script>
document.getElementById("toggle").addEventListener("click", () => {
  document.documentElement.dataset.theme = "light";
});
</script>
</body>
</html>
`);
