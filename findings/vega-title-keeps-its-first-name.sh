#!/usr/bin/env bash
# Vega: a title that follows a signal is seen with its new words, and heard with those it had at first.
#
# The text of a title may be a signal, which a slider moves. In vega 5.33.1 and 6.2.0 the drawing as SVG
# then has the new text, and in the attribute `aria-label` of the group around it the words of the first
# drawing: that attribute is written once, when the group is made. A mark whose `description` is the
# same signal is brought up to date. So whoever hears a chart is told what no longer holds. What works:
# `aria: false` for the title, and a mark without ink that says the signal.
#
# Seen with: vega 5.33.1 and 6.2.0, jsdom 26.1.0, Node.js 20, Linux.
# Output seen:
#   vega 5.33.1: drawn as 'Now 7', title heard as 'Title text 'Now 3'', mark heard as 'Now 7'
#   vega 6.2.0: drawn as 'Now 7', title heard as 'Title text 'Now 3'', mark heard as 'Now 7'
# Exit status: 0 if it is still so, 1 if not, 77 where there is no Node.js.
set -euo pipefail

command -v node npm > /dev/null || { echo "no node and npm here"; exit 77; }
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"

cat > hear.mjs <<'JAVASCRIPT'
import { JSDOM, VirtualConsole } from "jsdom";

const { document } = (globalThis.window = new JSDOM("<div id=chart></div>", {
  virtualConsole: new VirtualConsole(), // silent: letters are measured without a canvas
}).window);
globalThis.document = document;
const vega = await import("vega");
const spec = {
  signals: [{ name: "n", value: 3 }, { name: "said", update: "'Now ' + n" }],
  title: { text: { signal: "said" } },
  marks: [{ type: "rect", encode: { update: { description: { signal: "said" } } } }],
};
const view = new vega.View(vega.parse(spec), {
  renderer: "svg", container: document.getElementById("chart"), logLevel: vega.Error,
});
await view.runAsync();
await view.signal("n", 7).runAsync();
const named = kind => document.querySelector(`[aria-roledescription="${kind}"]`).getAttribute("aria-label");
const drawn = document.querySelector(".role-title-text text").textContent;
console.log(`vega ${vega.version}: drawn as '${drawn}', title heard as '${named("title")}', mark heard as '${named("rect mark")}'`);
JAVASCRIPT

for version in 5.33.1 6.2.0; do
    mkdir "$version"
    cp hear.mjs "$version"
    npm install --prefix "$version" --silent --no-audit --no-fund "vega@$version" jsdom@26.1.0
    node "$version/hear.mjs"
done | tee seen
diff seen - <<'SEEN'
vega 5.33.1: drawn as 'Now 7', title heard as 'Title text 'Now 3'', mark heard as 'Now 7'
vega 6.2.0: drawn as 'Now 7', title heard as 'Title text 'Now 3'', mark heard as 'Now 7'
SEEN
