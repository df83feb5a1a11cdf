// Asks the kernel for a sign of life whenever a form is used, and closes the form without one:
// what is typed into a page whose kernel is gone would look saved and be lost.
const PATIENCE = 4000; // milliseconds; a kernel that computes answers when it is done

function watch(model, form, message) {
  let timer = null;
  let used = form;
  let left = null;
  message.tabIndex = -1;
  const close = (closed) => {
    const controls = [...form.querySelectorAll("input, select, textarea, button")];
    const isText = (one) => one.type === "text" || one.type === "textarea";
    const at = document.activeElement;
    // What was typed and not saved stays in sight, to be copied.
    for (const one of controls) one[isText(one) ? "readOnly" : "disabled"] = closed;
    form.hidden = closed && !controls.some((one) => isText(one) && one.value);
    form.closest(".t2-live")?.classList.toggle("t2-closed", closed);
    // In a long form, where the reader is and not at its end.
    const place = (!form.hidden && used.closest(".jupyter-widgets")) || form;
    if (message.previousSibling !== place) place.after(message);
    // With a control that takes nothing in any more, the focus would fall out of the notebook.
    const falls = closed && at !== message && form.contains(at) && (form.hidden || at.disabled);
    // Of many forms that lose their kernel at once one is heard, and if it can be the reader's own.
    const others = at.closest(".t2-live") || document.querySelector(".t2-closed-words:not([hidden])");
    const heard = used !== form || form.contains(at) || !others;
    if (closed && message.hidden && heard) message.setAttribute("role", "alert");
    if (!closed) message.removeAttribute("role");
    message.hidden = !closed;
    if (falls) {
      left = at;
      message.focus();
    } else if (!closed && left) {
      if (at === message) left.focus();
      left = null;
    }
    // What is stored comes into sight above, and pushes down what the reader looks at.
    if (closed && used !== form) message.scrollIntoView({ block: "nearest" });
  };
  const ask = (event) => {
    if (event.target === message) return;
    used = event.target;
    timer ??= setTimeout(() => close(true), PATIENCE);
    try {
      model.send({ alive: true });
    } catch {
      close(true); // a kernel that was restarted is not even asked
    }
  };
  model.on("msg:custom", (content) => {
    if (!("alive" in content)) return;
    clearTimeout(timer);
    timer = null;
    close(false);
  });
  // JupyterLab 4.6 takes the end of a line from every field of a cell, and with it Enter.
  form.addEventListener("beforeinput", (event) => event.stopPropagation(), true);
  // ipywidgets says so when the kernel is restarted or dies. Of many forms on a page, none is to draw
  // the page to itself then.
  model.on("comm_live_update", () => ask({ target: form }));
  for (const use of ["focusin", "pointerdown", "change"]) form.addEventListener(use, ask);
}
