// A question as a form. What it says comes from Python, and so does every verdict.
const make = (tag, className, html) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (html) node.innerHTML = html;
  return node;
};

// JupyterLab would take arrows and letters for its own shortcuts.
const own = (input) => {
  input.dataset.lmSuppressShortcuts = "true";
  return input;
};

function optionsOf(asked, name) {
  return asked.options.map(({ value, html }) => {
    const input = own(make("input"));
    Object.assign(input, { type: asked.several ? "checkbox" : "radio", name, value });
    input.checked = asked.answer.includes(value);
    const label = make("label", "t2-option");
    label.append(input, make("span", "", html));
    const said = make("div", "t2-said");
    return { input, label, said };
  });
}

function fieldOf(asked) {
  const input = own(make(asked.long ? "textarea" : "input"));
  if (asked.long) input.rows = 3;
  else input.type = "text";
  input.autocomplete = "off";
  input.value = asked.answer.join(", ");
  const label = make("label", "t2-field");
  label.append(make("span", "", asked.label), input);
  return { input, label };
}

function render({ model, el, signal }) {
  const asked = model.get("asked");
  const name = `t2-${asked.id}-${Math.random()}`;
  const form = make("form", "t2-question t2-live jp-RenderedHTMLCommon");
  form.setAttribute("aria-label", `Question ${asked.id}`);
  const fields = make("fieldset");
  const legend = make("legend", "", asked.prompt);
  fields.append(legend);
  const options = optionsOf(asked, name);
  const field = options.length ? null : fieldOf(asked);
  for (const { label, said } of options) fields.append(label, said);
  if (field) fields.append(field.label);
  const buttons = make("div", "t2-buttons");
  const button = (words, type, asks) => {
    const one = own(make("button", "", words));
    // Many questions are on a page, and whoever hears a list of its buttons is to tell them apart.
    one.setAttribute("aria-label", `${words}: ${asked.id}`);
    one.type = type;
    if (asks) one.addEventListener("click", () => send(asks));
    buttons.append(one);
    return one;
  };
  button("Check", "submit");
  button("Hint", "button", { hint: true });
  const solution = button(asked.compare, "button", { solution: true });
  solution.hidden = true;
  const said = make("div", "t2-said", asked.before);
  const helped = make("div", "t2-said");
  for (const place of [said, helped, ...options.map((one) => one.said)])
    place.setAttribute("aria-live", "polite");
  form.append(make("p", "t2-title", asked.title), fields, buttons, helped, said);
  el.append(form);
  const send = watch({ model, signal }, form);

  const chosen = () =>
    field ? [field.input.value] : options.filter((o) => o.input.checked).map((o) => o.input.value);
  let sent = chosen().join();
  const submit = () => {
    sent = chosen().join();
    send({ answer: chosen() });
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  // With a mouse or a finger, a choice is an answer. With arrow keys one passes through others.
  let pressed = false;
  form.addEventListener("pointerdown", () => (pressed = true));
  form.addEventListener("keydown", (event) => {
    pressed = false;
    if (event.key !== "Enter" || !event.shiftKey) return;
    // As in a cell of code: done here, and on to the next one, to which `lessons.js` leads.
    event.preventDefault();
    if (chosen().join() !== sent) submit();
  });
  form.addEventListener("change", (event) => {
    if (pressed && event.target.type === "radio") submit();
  });
  model.on("msg:custom", (content) => {
    if (content.said !== undefined) {
      for (const one of options) one.said.replaceChildren();
      const only = options.filter((one) => one.input.checked);
      const place = !asked.several && only.length === 1 ? only[0].said : said;
      said.replaceChildren();
      place.innerHTML = content.said;
    }
    if (content.helped !== undefined) helped.innerHTML = content.helped;
    if (content.last) solution.hidden = false;
  });
}

export default { render };
