// Stands in a form of other widgets, and closes what stands in the form besides itself.
function render({ model, el }) {
  const closed = document.createElement("p");
  closed.className = "t2-closed-words";
  closed.setAttribute("role", "alert");
  closed.hidden = true;
  closed.textContent = model.get("closed");
  el.append(closed);
  const begin = () => {
    // The form takes this widget in only after it was drawn.
    const form = el.closest(".t2-form");
    if (form) watch(model, form.querySelector(".t2-controls"), closed);
    else requestAnimationFrame(begin);
  };
  begin();
}

export default { render };
