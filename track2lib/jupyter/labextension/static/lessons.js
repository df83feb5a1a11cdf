// Two buttons above a lesson: from an original to the reader's copy, and from there to a fresh one.
//
// Written by hand in the form in which JupyterLab loads what was built elsewhere: an object with
// `init`, which is given the modules that all extensions share, and `get`, which gives the plugin.
// What it asks of JupyterLab are commands, files and the two modules named below.
(() => {
  const FOLDER = "my-lessons";
  let shared;

  async function take(name) {
    const [version] = Object.values(shared[name]);
    return (await version.get())();
  }

  const parts = (path) => {
    const found = path.split("/");
    const name = found.pop();
    return { folder: found.join("/"), last: found.at(-1), name };
  };
  const within = (folder, name) => (folder ? `${folder}/${name}` : name);

  function addTo(app, panel, context, { ToolbarButton }, { Notification, showErrorMessage }) {
    const { contents } = app.serviceManager;
    const { folder, last, name } = parts(context.path);
    const isOriginal = context.contentsModel?.writable === false;
    if (!isOriginal && last !== FOLDER) return;
    const open = (path) => app.commands.execute("docmanager:open", { path });

    // The server makes the first copy when it is asked for; what is there is opened as it is.
    const mine = () => open(within(within(folder, FOLDER), name));
    const fresh = async () => {
      const original = name.replace(/-Copy\d+(?=\.ipynb$)/, "");
      const above = parts(folder).folder;
      try {
        const copied = await contents.copy(within(above, original), folder);
        await open(copied.path);
      } catch (error) {
        await showErrorMessage("There is no original of this notebook", error);
      }
    };
    const button = isOriginal
      ? new ToolbarButton({
          label: "My copy",
          tooltip: `Open your own copy of this lesson, in the folder ${FOLDER}`,
          onClick: mine,
        })
      : new ToolbarButton({
          label: "Fresh copy",
          tooltip: "Begin this lesson anew in one more copy; this one stays as it is",
          onClick: fresh,
        });
    panel.toolbar.insertBefore("kernelName", "track2-copy", button) ||
      panel.toolbar.addItem("track2-copy", button);
    if (isOriginal) {
      Notification.info(`${name} is the original and stays as it is. Work in a copy of your own.`, {
        autoClose: 20000,
        actions: [{ label: "Open my copy", callback: mine, displayType: "accent" }],
      });
    }
  }

  const plugin = {
    id: "track2lib:plugin",
    autoStart: true,
    activate: async (app) => {
      const components = await take("@jupyterlab/ui-components");
      const utilities = await take("@jupyterlab/apputils");
      app.docRegistry.addWidgetExtension("Notebook", {
        createNew(panel, context) {
          context.ready.then(() => {
            if (!panel.isDisposed) addTo(app, panel, context, components, utilities);
          });
          return { isDisposed: false, dispose() {} };
        },
      });
    },
  };

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB.track2lib = {
    init(scope) {
      shared = scope;
    },
    async get() {
      return () => ({ __esModule: true, default: [plugin] });
    },
  };
})();
