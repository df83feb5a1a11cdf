// Paper is white: a page that is dark on the screen is printed light.
(() => {
  const { dataset } = document.documentElement;
  let before;
  window.addEventListener("beforeprint", () => {
    before = dataset.theme;
    dataset.theme = "light";
  });
  window.addEventListener("afterprint", () => {
    dataset.theme = before;
  });
})();
