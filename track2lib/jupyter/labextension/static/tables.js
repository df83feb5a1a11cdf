// Below each chart of a notebook, one key away: the chart in words, and what its marks tell as a table. Who
// uses no pointer has no box at it; the table has the same lines, and follows the controls of the chart. And a
// table that is wider than the page is reached by keyboard.
//
// Nothing of it is stored. Vega hangs on each part of an SVG what is drawn there, with its lines.
const STYLE = `
  .t2-told { margin: 2px 0 8px; }
  .t2-told summary { cursor: pointer; line-height: 24px; }
  .t2-told :is(summary, .t2-told-rows):focus-visible { outline: 3px solid #2f7fc1; outline-offset: -3px; }
  .t2-told-rows { max-height: 60vh; overflow: auto; }
  .t2-told-rows caption { text-align: start; }
  .jp-RenderedHTMLCommon .t2-told-rows :is(th, td) { text-align: start; vertical-align: top; white-space: normal; }`;

const element = (name, ...inner) => {
  const made = document.createElement(name);
  made.append(...inner);
  return made;
};

// What all marks tell as they are now, each row once.
function rowsOf(svg) {
  let group = svg.querySelector("path.background")?.__data__;
  while (group?.mark?.group) group = group.mark.group;
  const rows = new Map();
  const visit = (item) => {
    if (item.tooltip && typeof item.tooltip === "object")
      rows.set(JSON.stringify(item.tooltip), item.tooltip);
    for (const inner of item.items ?? []) visit(inner);
  };
  if (group) visit(group);
  return rows;
}

function tableOf(rows) {
  const columns = [...new Set(rows.flatMap(Object.keys))];
  const head = columns.map((name) => Object.assign(element("th", name), { scope: "col" }));
  const body = rows.map((row) =>
    element("tr", ...columns.map((name) => element("td", String(row[name] ?? "")))),
  );
  return element(
    "table",
    element("caption", `${rows.length} ${rows.length === 1 ? "row" : "rows"}, as the chart stands`),
    element("thead", element("tr", ...head)),
    element("tbody", ...body),
  );
}

// A chart says its description itself, to those who hear it; in a file that is drawn anew it says it again.
function addTo(svg) {
  const chart = svg.closest(".vega-embed");
  if (!chart || chart.nextElementSibling?.matches(".t2-told")) return;
  const described = svg.closest("[role=graphics-document]") ?? svg.querySelector("[role=graphics-document]");
  const place = element("div");
  Object.assign(place, { className: "t2-told-rows", tabIndex: 0, role: "group", ariaLabel: "This chart as a table" });
  const told = element("details", element("summary", "This chart in words and as a table"));
  told.className = "t2-told jp-RenderedHTMLCommon";
  told.append(element("p", described?.ariaLabel ?? ""), place);
  let shown;
  const fill = () => {
    if (!told.open) return;
    const rows = rowsOf(svg);
    const now = [...rows.keys()].join();
    if (now === shown) return;
    shown = now;
    place.hidden = rows.size === 0;
    place.replaceChildren(tableOf([...rows.values()]));
  };
  told.addEventListener("toggle", fill);
  new MutationObserver(fill).observe(svg, { subtree: true, childList: true, attributes: true });
  chart.after(told);
}

// What is wider than the page is moved by arrow keys, so Tab has to reach it; some browsers see to that.
const widths = new ResizeObserver((changed) => {
  for (const { target } of changed) {
    const output = target.closest(".jp-OutputArea-output");
    if (!output) continue;
    const wide = output.scrollWidth > output.clientWidth;
    if (wide === output.hasAttribute("tabindex")) continue;
    const about = { tabindex: 0, role: "group", "aria-label": "Wider than the page: arrow keys move it" };
    for (const [name, value] of Object.entries(about))
      if (wide) output.setAttribute(name, value);
      else output.removeAttribute(name);
  }
});

// Charts are drawn when their cell comes near, when it is run, and when a control draws another one.
export function addTables(notebook) {
  if (!document.querySelector("#t2-told"))
    document.head.append(Object.assign(element("style", STYLE), { id: "t2-told" }));
  const look = (node) => {
    node.querySelectorAll?.("svg.marks").forEach(addTo);
    node.querySelectorAll?.(".jp-RenderedHTML.jp-OutputArea-output table").forEach((one) => {
      widths.observe(one);
      widths.observe(one.closest(".jp-OutputArea-output"));
    });
  };
  new MutationObserver((changes) => {
    for (const { addedNodes, target } of changes)
      for (const added of addedNodes) look(added.matches?.("svg.marks, table") ? target : added);
  }).observe(notebook, { subtree: true, childList: true });
  look(notebook);
}
