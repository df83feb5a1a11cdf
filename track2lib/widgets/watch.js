// Stands in a form of other widgets, and closes what stands in the form besides itself.
function render({ model, el, signal }) {
  const begin = () => {
    // The form takes this widget in only after it was drawn.
    const form = el.closest(".t2-form");
    if (form) watch({ model, signal }, form.querySelector(".t2-controls"));
    else if (!signal.aborted) requestAnimationFrame(begin);
  };
  begin();
}

export default { render };
