// Asks the kernel for a sign of life whenever a form is used, and closes the form without one:
// what is typed into a page whose kernel is gone would look saved and be lost.
const PATIENCE = 4000; // milliseconds; a kernel that computes answers when it is done
const CLOSED =
  "The kernel does not answer, so nothing that you do here would count; what was saved before is " +
  "safe. If it is busy, wait. If it was restarted or stopped, run this cell again (Shift + Enter).";

// Gives a function that sends messages to the kernel, or closes the form if there is none.
function watch({ model, signal }, form) {
  const message = document.createElement("p");
  message.className = "t2-closed-words";
  message.setAttribute("role", "alert");
  message.hidden = true;
  message.textContent = CLOSED;
  form.after(message);
  // ipywidgets marks its views when their kernel is restarted or dies.
  const box = form.closest(".t2-live");
  let timer = null;
  let used = form;
  let locked = []; // what this has closed: a control may have been closed before
  // What was typed and not saved stays in sight, to be copied.
  const lock = (one) => (["text", "textarea"].includes(one.type) ? "readOnly" : "disabled");
  const close = () => {
    const controls = [...form.querySelectorAll("input, select, textarea, button")];
    locked.push(...controls.filter((one) => !one[lock(one)]));
    for (const one of locked) one[lock(one)] = true;
    form.hidden = !controls.some((one) => lock(one) === "readOnly" && one.value);
    box?.classList.add("t2-closed");
    // In a long form, where the reader is and not at its end.
    ((!form.hidden && used.closest(".jupyter-widgets")) || form).after(message);
    message.hidden = false;
    // What is stored comes into sight above, and pushes down what the reader looks at.
    if (used !== form) message.scrollIntoView({ block: "nearest" });
  };
  const open = () => {
    for (const one of locked) one[lock(one)] = false;
    locked = [];
    form.hidden = false;
    box?.classList.remove("t2-closed");
    message.hidden = true;
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
    used = event.target;
    send();
  };
  model.on("msg:custom", (content) => {
    if (!("alive" in content)) return;
    clearTimeout(timer);
    timer = null;
    if (!message.hidden) open();
  });
  // JupyterLab 4.6 takes the end of a line from every field of a cell, and with it Enter.
  form.addEventListener("beforeinput", (event) => event.stopPropagation(), true);
  for (const use of ["focusin", "pointerdown", "change"]) form.addEventListener(use, ask);
  const watched = new MutationObserver(() => {
    if (!message.hidden || !box.classList.contains("jupyter-widgets-disconnected")) return;
    used = form; // of many forms on a page, none is to draw the page to itself
    close();
  });
  if (box) watched.observe(box, { attributeFilter: ["class"] });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    watched.disconnect();
  });
  return send;
}
