// Below an opened row: a button that copies its citation, or marks it where a browser lets no page copy.
(() => {
  const table = document.querySelector(".t2-rows");
  if (!table) return;

  async function copy(text, said) {
    // A status that is written twice the same is heard once.
    said.textContent = "";
    try {
      await navigator.clipboard.writeText(text.innerText);
      said.textContent = "Copied.";
    } catch {
      getSelection().selectAllChildren(text);
      said.textContent = "Marked, not copied: press Ctrl + C, or ⌘ + C on a Mac.";
    }
  }

  // Where a site is published is known to whoever reads it there.
  const published = location.protocol.startsWith("http");
  function complete(row) {
    for (const link of published ? row.querySelectorAll(".t2-cite a, .t2-address") : []) link.textContent = link.href;
    for (const text of row.querySelectorAll(".t2-cite")) {
      const [line, button, said] = ["p", "button", "span"].map((name) => document.createElement(name));
      button.type = "button";
      button.textContent = text.closest(".t2-entry") ? "Copy BibTeX" : "Copy citation";
      said.role = "status";
      button.addEventListener("click", () => copy(text, said));
      line.className = "t2-copy";
      line.append(button, " ", said);
      text.after(line);
    }
  }

  // Toggling does not rise from what is toggled, so it is caught on its way down.
  const done = new WeakSet();
  table.addEventListener(
    "toggle",
    ({ target }) => {
      if (!target.closest(".t2-more") || done.has(target) || target.matches(".t2-entry")) return;
      done.add(target);
      complete(target);
    },
    true,
  );
})();
