// A link to a file that is made on the page. It stays the same element when the file changes: a
// reader who has just come to it by keyboard would otherwise lose the place.
function render({ model, el }) {
  const link = document.createElement("a");
  link.className = "t2-download";
  link.textContent = model.get("words");
  const update = () => {
    link.download = model.get("name");
    // In the page and not a path: a browser on another machine cannot reach the notes folder.
    link.href = `data:text/csv;charset=utf-8,${encodeURIComponent(model.get("text"))}`;
  };
  model.on("change:name", update);
  model.on("change:text", update);
  update();
  el.append(link);
}

export default { render };
