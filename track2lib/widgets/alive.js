// Asks the kernel for a sign of life whenever a form is used, and closes the form without one:
// what is typed into a page whose kernel is gone would look saved and be lost.
const PATIENCE = 4000; // milliseconds; a kernel that computes answers when it is done

function watch(model, form, message) {
  let timer = null;
  let used = form;
  const close = (closed) => {
    const controls = [...form.querySelectorAll("input, select, textarea, button")];
    const isText = (one) => one.type === "text" || one.type === "textarea";
    // What was typed and not saved stays in sight, to be copied.
    for (const one of controls) one[isText(one) ? "readOnly" : "disabled"] = closed;
    form.hidden = closed && !controls.some((one) => isText(one) && one.value);
    form.closest(".t2-live")?.classList.toggle("t2-closed", closed);
    // In a long form, where the reader is and not at its end.
    ((!form.hidden && used.closest(".jupyter-widgets")) || form).after(message);
    message.hidden = !closed;
    // What is stored comes into sight above, and pushes down what the reader looks at.
    if (closed && used !== form) message.scrollIntoView({ block: "nearest" });
  };
  const ask = (event) => {
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
  // ipywidgets marks its views when their kernel is restarted or dies.
  const box = form.closest(".t2-live");
  const lost = () => {
    used = form; // of many forms on a page, none is to draw the page to itself
    if (box.classList.contains("jupyter-widgets-disconnected")) close(true);
  };
  if (box) new MutationObserver(lost).observe(box, { attributeFilter: ["class"] });
  for (const use of ["focusin", "pointerdown", "change"]) form.addEventListener(use, ask);
}
