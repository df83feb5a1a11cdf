// Tables to look through: only the rows with a word, in the order of a column, and the row of an address opened.
(() => {
  const browse = document.querySelector(".t2-browse");
  if (!browse) return;
  const table = browse.querySelector("table");
  const bodies = [...table.tBodies];
  const field = browse.querySelector("input[type=search]");
  const founding = browse.querySelector("input[type=checkbox]");
  const shown = browse.querySelector("output");
  const words = new Map();
  const wordsOf = (body) => {
    if (!words.has(body)) words.set(body, window.t2Fold(body.textContent));
    return words.get(body);
  };

  function filter() {
    const asked = window.t2Fold(field.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const body of bodies) {
      const counts = !founding?.checked || "founding" in body.dataset;
      body.hidden = !counts || !asked.every((word) => wordsOf(body).includes(word));
      count += body.hidden ? 0 : 1;
    }
    shown.textContent = `${count} of ${bodies.length} rows`;
  }

  function sort(column, header) {
    const down = header.ariaSort === "ascending";
    for (const other of table.tHead.rows[0].cells) other.ariaSort = "none";
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
    header.ariaSort = "none";
  }

  // An address may have been written with spaces or with their signs, and a sign alone is no mistake of the reader.
  function written(address) {
    try {
      return decodeURIComponent(address);
    } catch {
      return address;
    }
  }

  // Whoever follows an address wants to see what the row rests on.
  function open() {
    const key = written(location.hash.slice(1));
    const body = bodies.find((one) => written(one.id) === key);
    if (!body) return;
    field.value = "";
    if (founding) founding.checked = false;
    filter();
    body.querySelector("details").open = true;
    body.scrollIntoView();
  }

  field.closest("p").hidden = false;
  field.addEventListener("input", filter);
  founding?.addEventListener("change", filter);
  window.addEventListener("hashchange", open);
  // A search of the site leads to a page; its words, which Sphinx keeps until that page has marked them, lead to rows.
  field.value = localStorage.getItem("sphinx_highlight_terms") ?? "";
  filter();
  open();
})();
