// Asks the kernel for a sign of life whenever a form is used, and closes the form without one:
// what is typed into a page whose kernel is gone would look saved and be lost.
const PATIENCE = 4000; // milliseconds; a kernel that computes answers when it is done
const CLOSED =
  "The kernel does not answer, so nothing that you do here would count; what was saved before is " +
  "safe. If it is busy, wait. If it was restarted or stopped, run the lesson again (Run All Cells " +
  "in the menu Run).";

// Gives a function that sends messages to the kernel, or closes the form if there is none.
function watch({ model, signal }, form) {
  const message = document.createElement("p");
  message.className = "t2-closed-words";
  message.tabIndex = -1;
  message.hidden = true;
  message.textContent = CLOSED;
  form.after(message);
  let timer = null;
  let used = form;
  let left = null; // what had the focus before the words took it
  let locked = []; // what this has closed: a control may have been closed before
  // What was typed and not saved stays in sight, to be copied.
  const lock = (one) => (["text", "textarea"].includes(one.type) ? "readOnly" : "disabled");
  const close = () => {
    const controls = [...form.querySelectorAll("input, select, textarea, button")];
    const at = document.activeElement;
    locked.push(...controls.filter((one) => !one[lock(one)]));
    for (const one of locked) one[lock(one)] = true;
    form.hidden = !controls.some((one) => lock(one) === "readOnly" && one.value);
    form.closest(".t2-live")?.classList.add("t2-closed");
    // In a long form, where the reader is and not at its end.
    const place = (!form.hidden && used.closest(".jupyter-widgets")) || form;
    if (message.previousSibling !== place) place.after(message);
    // With a control that takes nothing in any more, the focus would fall out of the notebook.
    const falls = at !== message && form.contains(at) && (form.hidden || at.disabled);
    // Of many forms that lose their kernel at once one is heard, and if it can be the reader's own.
    const others = at.closest(".t2-live") || document.querySelector(".t2-closed-words:not([hidden])");
    const heard = used !== form || form.contains(at) || !others;
    if (message.hidden && heard) message.setAttribute("role", "alert");
    message.hidden = false;
    if (falls) {
      left = at;
      message.focus();
    }
    // What is stored comes into sight above, and pushes down what the reader looks at.
    if (used !== form) message.scrollIntoView({ block: "nearest" });
  };
  const open = () => {
    const back = document.activeElement === message ? left : null;
    for (const one of locked) one[lock(one)] = false;
    locked = [];
    form.hidden = false;
    form.closest(".t2-live")?.classList.remove("t2-closed");
    message.removeAttribute("role");
    message.hidden = true;
    back?.focus();
    left = null;
  };
  const send = (...contents) => {
    timer ??= setTimeout(close, PATIENCE);
    try {
      for (const content of [...contents, { alive: true }]) model.send(content);
    } catch {
      close(); // a kernel that was restarted is not even asked
    }
  };
  const ask = (event) => {
    if (event.target === message) return;
    used = event.target;
    send();
  };
  model.on("msg:custom", (content) => {
    if (!("alive" in content)) return;
    clearTimeout(timer);
    timer = null;
    if (!message.hidden) open();
  });
  // ipywidgets says so when the kernel is restarted or dies. Of many forms on a page, none is to draw
  // the page to itself then.
  model.on("comm_live_update", () => ask({ target: form }));
  // JupyterLab 4.6 takes the end of a line from every field of a cell, and with it Enter.
  form.addEventListener("beforeinput", (event) => event.stopPropagation(), true);
  for (const use of ["focusin", "pointerdown", "change"]) form.addEventListener(use, ask);
  signal.addEventListener("abort", () => clearTimeout(timer));
  return send;
}
