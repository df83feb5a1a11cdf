// Stands in a form of other widgets: names it, says what becomes of it, and closes what else is in it.
function render({ model, el, signal }) {
  // A screen reader hears what comes into a place that was there before, and hears it once.
  const heard = document.createElement("p");
  heard.className = "t2-heard";
  heard.setAttribute("role", "status");
  el.append(heard);
  let timer = null;
  const put = (words, after, then) => {
    clearTimeout(timer);
    timer = setTimeout(() => (heard.replaceChildren(words), then?.()), after);
  };
  model.on("msg:custom", ({ told }) => {
    if (told === undefined) return;
    // The same words a second time are news, too; later they are in nobody's way.
    heard.replaceChildren();
    put(told, 50, () => put("", 3000));
  });
  const begin = () => {
    // The form takes this widget in only after it was drawn.
    const form = el.closest(".t2-form");
    if (!form) {
      if (!signal.aborted) requestAnimationFrame(begin);
      return;
    }
    form.setAttribute("role", "group");
    form.setAttribute("aria-label", model.get("called"));
    watch({ model, signal }, form.querySelector(".t2-controls"));
  };
  begin();
}

export default { render };
