// Tables to look through: only the rows with a word, in the order of a column, and the row of an address opened.
(() => {
  const browse = document.querySelector(".t2-browse");
  if (!browse) return;
  const table = browse.querySelector("table");
  const bodies = [...table.tBodies];
  const [field, shown] = [browse.querySelector("input"), browse.querySelector("output")];
  const words = new Map();
  const wordsOf = (body) => {
    if (!words.has(body)) words.set(body, body.textContent.toLowerCase());
    return words.get(body);
  };

  function filter() {
    const asked = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const body of bodies) {
      body.hidden = !asked.every((word) => wordsOf(body).includes(word));
      count += body.hidden ? 0 : 1;
    }
    shown.textContent = `${count} of ${bodies.length} rows`;
  }

  function sort(column, header) {
    const down = header.ariaSort === "ascending";
    for (const other of table.tHead.rows[0].cells) other.ariaSort = null;
    header.ariaSort = down ? "descending" : "ascending";
    const text = (body) => {
      const { dataset, textContent } = body.rows[0].cells[column];
      return dataset.order ?? textContent;
    };
    // What is not stated stands last, whichever way.
    const inOrder = bodies.toSorted((one, other) => {
      const [a, b] = [text(one), text(other)];
      if (!a || !b) return !a - !b;
      return a.localeCompare(b, "en", { numeric: true }) * (down ? -1 : 1);
    });
    table.append(...inOrder);
  }

  for (const [column, header] of [...table.tHead.rows[0].cells].entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    button.addEventListener("click", () => sort(column, header));
    header.append(button);
  }

  // Whoever follows an address wants to see what the row rests on.
  function open() {
    const key = decodeURIComponent(location.hash.slice(1));
    const body = bodies.find((one) => one.id === key);
    if (!body) return;
    field.value = "";
    filter();
    body.querySelector("details").open = true;
    body.scrollIntoView();
  }

  field.closest("p").hidden = false;
  field.addEventListener("input", filter);
  window.addEventListener("hashchange", open);
  // A search of the site leads to a page; its words, which Sphinx keeps until that page has marked them, lead to rows.
  field.value = localStorage.getItem("sphinx_highlight_terms") ?? "";
  filter();
  open();
})();
