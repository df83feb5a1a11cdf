// What is wider than its room is moved sideways within it, by finger and by keyboard, and says so (`site.css`).
const sideways = (() => {
  function look(box) {
    const wide = box.scrollWidth > box.clientWidth;
    if (wide === "wide" in box.dataset) return;
    if (wide) {
      box.dataset.wide = "";
      box.tabIndex = 0;
    } else {
      delete box.dataset.wide;
      box.removeAttribute("tabindex");
    }
  }
  const watch = new ResizeObserver((seen) => seen.forEach(({ target }) => look(target)));
  const follow = (box, name) => {
    if (!box.hasAttribute("role")) {
      box.role = "group";
      box.ariaLabel = name;
    }
    watch.observe(box);
  };
  document
    .querySelectorAll(".pst-scrollable-table-container, .cell_output > .text_html:has(table)")
    .forEach((box) => follow(box, "Table"));
  return follow;
})();
