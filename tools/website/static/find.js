// A row of any table, by its words: from the index that lies beside this script, for a folder can fetch nothing.
(() => {
  const find = document.querySelector(".t2-find");
  if (!find || !window.t2Rows) return;
  const most = 50;
  const [words, tables] = window.t2Rows;
  const word = words.split(" ");
  const [field, said, list] = ["input", "output", "ol"].map((tag) => find.querySelector(tag));
  const rows = tables.flatMap(([table, title, leads, lines]) =>
    lines.split("\n").map((line) => {
      const [key, name, numbers] = line.split("\t");
      const others = numbers.split(" ").map((number) => word[parseInt(number, 36)]);
      return { table, title, leads, key, name, others: others.join(" ") };
    }),
  );
  const names = new Map(rows.map(({ table, key, name }) => [`${table} ${key}`, name]));
  for (const row of rows) {
    // What joins two rows has their names.
    row.name ||= row.key.split("/").map((part, at) => names.get(`${row.leads[at]} ${part}`) ?? part).join(", ");
    row.called = window.t2Fold(row.name);
    row.all = `${row.called} ${window.t2Fold(`${row.key} ${row.title} ${row.table} ${row.others}`)}`;
  }

  function entry({ table, title, key, name }) {
    const [item, link, where] = ["li", "a", "small"].map((tag) => document.createElement(tag));
    const place = key.split("/").map(encodeURIComponent).join("/").replaceAll("'", "%27");
    link.href = `${find.dataset.from}${table}.html#${place}`;
    link.textContent = name;
    where.textContent = `${title}: ${key}`;
    item.append(link, " ", where);
    return item;
  }

  function show() {
    const asked = window.t2Fold(field.value).split(/\s+/).filter(Boolean);
    const has = (text) => asked.every((one) => text.includes(one));
    const all = asked.length ? rows.filter((row) => has(row.all)) : [];
    // A row that is called so stands before one that speaks of it.
    all.sort((one, other) => has(other.called) - has(one.called));
    list.replaceChildren(...all.slice(0, most).map(entry));
    const more = all.length > most ? `; the first ${most} are here, ${all.length - most} more have these words` : "";
    said.textContent = asked.length ? `${all.length} of ${rows.length} rows${more}` : "";
  }

  field.closest("p").hidden = false;
  field.addEventListener("input", show);
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  show();

  // The page of the search lists pages first, which may be many.
  const jump = find.querySelector(".t2-jump");
  if (jump && field.value) {
    document.getElementById("search-results").before(jump);
    jump.hidden = false;
  }
})();
