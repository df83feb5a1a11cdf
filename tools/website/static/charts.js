// Charts drawn live, with nothing fetched: each has its specification in the page, and Vega lies beside the
// pages. What comes near is drawn first, the rest when there is time, so that a page is read at once, and
// printed and searched whole. A page that runs no script shows stills.
(() => {
  const NEAR = "600px";
  // The smallest words of a chart are 13 high. It gets no smaller than leaves them 11, and is moved instead.
  const LEAST = 11 / 13;
  // So long after a control has come to rest it is said what it has changed.
  const REST = 700;
  const own = document.currentScript.src;
  let loading;

  // A page from a folder may read no files, but it may load a script.
  function vega() {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL("vega.min.js", own);
      script.onload = () => resolve(window.vega);
      script.onerror = () => reject(new Error("Vega cannot be loaded"));
      document.head.append(script);
    });
    return loading;
  }

  const element = (name, ...inner) => {
    const made = document.createElement(name);
    made.append(...inner);
    return made;
  };

  // A chart writes so what its data do not state.
  const stated = (mark) => Object.entries(mark).filter(([, value]) => value !== "null");

  // The box at the pointer: what a mark tells, line by line.
  function boxAtPointer() {
    const box = element("div");
    box.id = "vg-tooltip-element";
    box.className = "t2-box";
    box.hidden = true;
    document.body.append(box);
    return (_, event, __, value) => {
      box.hidden = value == null || value === "";
      if (box.hidden) return;
      const lines = typeof value === "object" ? stated(value) : [["", value]];
      box.replaceChildren(
        element(
          "table",
          ...lines.map(([name, told]) => {
            const key = element("td", name);
            key.className = "key";
            return element("tr", key, element("td", String(told)));
          }),
        ),
      );
      const { clientWidth, clientHeight } = document.documentElement;
      const [width, height] = [box.offsetWidth, box.offsetHeight];
      const right = event.clientX + 12 + width > clientWidth;
      const low = event.clientY + 12 + height > clientHeight;
      box.style.left = `${Math.max(0, right ? event.clientX - width - 12 : event.clientX + 12)}px`;
      box.style.top = `${Math.max(0, low ? event.clientY - height - 12 : event.clientY + 12)}px`;
    };
  }

  // What the marks tell as they are now, each line once; a control changes it with the chart.
  function told(view) {
    const rows = new Map();
    const visit = (item) => {
      if (item.tooltip && typeof item.tooltip === "object")
        rows.set(JSON.stringify(item.tooltip), Object.fromEntries(stated(item.tooltip)));
      for (const inner of item.items ?? []) visit(inner);
    };
    visit(view.scenegraph().root);
    return [...rows.values()];
  }

  function table(rows, caption) {
    const columns = [...new Set(rows.flatMap(Object.keys))];
    const head = columns.map((name) => {
      const cell = element("th", name);
      cell.scope = "col";
      return cell;
    });
    const body = rows.map((row) =>
      element("tr", ...columns.map((name) => element("td", String(row[name] ?? "")))),
    );
    return element(
      "table",
      element("caption", caption),
      element("thead", element("tr", ...head)),
      element("tbody", ...body),
    );
  }

  const counted = (number) => `${number} ${number === 1 ? "row" : "rows"}, as the chart stands`;

  function withTable(figure, view) {
    const details = figure.querySelector(".t2-table");
    if (told(view).length === 0) return;
    details.hidden = false;
    const place = element("div");
    place.className = "t2-scroll";
    details.append(place);
    sideways(place, "This chart as a table");
    const fill = () => {
      if (!details.open) return;
      const rows = told(view);
      place.replaceChildren(table(rows, counted(rows.length)));
    };
    details.addEventListener("toggle", fill);
    figure.addEventListener("input", () => view.runAsync().then(fill));
  }

  // Whoever hears the page moves a control and hears what the chart then says of itself.
  function withWords(figure, view) {
    const status = element("p");
    status.className = "visually-hidden";
    status.role = "status";
    figure.append(status);
    let waiting;
    figure.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        await view.runAsync();
        const title = figure.querySelector("svg [aria-roledescription=title]").ariaLabel;
        const rows = told(view).length;
        status.textContent = rows ? `${title}. ${counted(rows)}.` : title;
      }, REST);
    });
  }

  function still(figure) {
    const drawn = figure.querySelector(".t2-drawn");
    drawn.innerHTML = drawn.querySelector("noscript").textContent;
  }

  async function draw(figure, tooltip) {
    const spec = JSON.parse(figure.querySelector("script").textContent);
    const { View, parse, Error: QUIET } = await vega();
    const drawn = figure.querySelector(".t2-drawn");
    const [controls, chart] = [element("form"), element("div")];
    controls.className = "vega-bindings";
    chart.className = "t2-sideways";
    const place = element("div", controls, chart);
    place.className = "vega-embed";
    drawn.append(place);
    const view = new View(parse(spec), {
      renderer: "svg",
      container: chart,
      bind: controls,
      hover: true,
      logLevel: QUIET,
      tooltip,
    });
    await view.runAsync();
    drawn.removeAttribute("style"); // the room that was kept for it
    const wide = chart.querySelector("svg").width.baseVal.value;
    chart.style.setProperty("--t2-least", `${LEAST * wide}px`);
    sideways(chart, "Chart");
    withTable(figure, view);
    if (controls.hasChildNodes()) withWords(figure, view);
    else controls.remove();
    figure.dataset.live = "";
  }

  const figures = document.querySelectorAll("figure.t2-chart");
  if (figures.length === 0) return;
  const tooltip = boxAtPointer();
  const left = new Set(figures);
  function drawOnce(figure) {
    if (!left.delete(figure)) return;
    watch.unobserve(figure);
    draw(figure, tooltip).catch((error) => {
      still(figure);
      throw error;
    });
  }
  const watch = new IntersectionObserver(
    (seen) => seen.filter((one) => one.isIntersecting).forEach((one) => drawOnce(one.target)),
    { rootMargin: NEAR },
  );
  figures.forEach((figure) => watch.observe(figure));
  const idle = window.requestIdleCallback ?? ((call) => setTimeout(call, 200));
  function drawRest() {
    const [next] = left;
    if (!next) return;
    drawOnce(next);
    idle(drawRest);
  }
  window.addEventListener("load", () => idle(drawRest));
  window.addEventListener("beforeprint", () => left.forEach(drawOnce));
})();
