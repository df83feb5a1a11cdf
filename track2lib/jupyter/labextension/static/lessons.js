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

  // A correction of the original does not change a copy, so that its reader has to be told.
  const texts = (notebook) =>
    new Map(
      notebook.cells
        .filter((cell) => cell.cell_type === "markdown")
        .map((cell) => [cell.id, [cell.source].flat().join("")]),
    );
  function corrected(original, copy) {
    const here = texts(copy);
    return [...texts(original)].filter(([id, text]) => here.get(id) !== text).length;
  }

  function addTo(app, panel, context, { ToolbarButton }, { Notification, showErrorMessage }) {
    const { contents } = app.serviceManager;
    const { folder, last, name } = parts(context.path);
    // A copy may be read-only, too, where nobody may write into its folder.
    const isOriginal = context.contentsModel?.writable === false && last !== FOLDER;
    if (!isOriginal && last !== FOLDER) return;
    const open = (path) => app.commands.execute("docmanager:open", { path });

    // The server makes the first copy when it is asked for; what is there is opened as it is.
    const mine = async () => {
      const path = within(within(folder, FOLDER), name);
      try {
        await contents.get(path, { content: false });
        await open(path);
      } catch (error) {
        await showErrorMessage(`Your copy of ${name} cannot be opened`, error);
      }
    };
    const original = within(parts(folder).folder, name.replace(/-Copy\d+(?=\.ipynb$)/, ""));
    const fresh = async () => {
      try {
        const copied = await contents.copy(original, folder);
        await open(copied.path);
      } catch (error) {
        await showErrorMessage(`No fresh copy of ${parts(original).name} can be made`, error);
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
    if (!isOriginal) {
      contents.get(original, { content: true, type: "notebook" }).then(
        (model) => {
          const count = corrected(model.content, context.model.toJSON());
          if (count === 0) return;
          Notification.info(
            `In ${count} of its texts the original differs from this copy, which stays as it is.`,
            { autoClose: 20000, actions: [{ label: "Open a fresh copy", callback: fresh }] },
          );
        },
        () => undefined, // a notebook of the reader's own
      );
    } else {
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
