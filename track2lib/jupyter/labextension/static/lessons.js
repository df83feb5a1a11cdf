// Two buttons above a lesson: from an original to the reader's copy, and from there to a fresh one;
// the keys that lead out of a form; words that are not broken in the middle; room for what is hidden; and
// below each chart its table (`tables.js`).
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

  // A form keeps its keys from JupyterLab, which takes letters and arrows for its own shortcuts.
  // Three are handed on: to leave it, to go on to the next cell, and to save.
  function listen(app, panel) {
    panel.node.addEventListener("keydown", (event) => {
      const { key, target } = event;
      if (!target.closest(".jp-OutputArea")) return;
      if (key === "Escape") {
        target.blur(); // a notebook that holds the focus anywhere would leave it there
        panel.content.activate();
      }
      if (!target.closest("[data-lm-suppress-shortcuts]")) return;
      if (key === "Enter" && event.shiftKey) {
        event.preventDefault();
        app.commands.execute("notebook:move-cursor-down");
      } else if (key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        app.commands.execute("docmanager:save");
      }
    });
  }

  // JupyterLab breaks printed lines after any letter, citations and errors too, and tells a link from the
  // words around it by nothing but a colour.
  const STYLE = `
    .t2-lesson :is(.jp-RenderedHTMLCommon, .jp-RenderedText) a:any-link:not(.jp-InternalAnchorLink) {
      text-decoration: underline; }
    .t2-lesson .jp-OutputArea-output pre { overflow-wrap: anywhere; word-break: normal; }
    .t2-lesson .jp-RenderedMarkdown { overflow-wrap: anywhere; }
    .t2-lesson .jp-RenderedMarkdown code { white-space: pre-wrap; }
    .t2-answer .jp-OutputPlaceholder { min-height: 60vh; }
    .t2-answer:has(+ .t2-answer) .jp-OutputPlaceholder { min-height: 0; }
    .t2-answer .jp-OutputPlaceholder .jp-PlaceholderText { display: none; }
    .t2-answer .jp-OutputPlaceholder .jp-Placeholder-content::after {
      content: "Hidden until you run this cell. The room below keeps what the text says of it out of sight."; margin-left: 12px; }`;

  // What answers a guess starts hidden, and JupyterLab shows it when its cell is run. Until then it
  // shows the first line of it, which of a chart is its title, and the answer. And it takes the room
  // away, so that the text which speaks of the answer would stand right below the question.
  function keepRoom(panel) {
    for (const cell of panel.content.widgets)
      if (cell.model.getMetadata("tags")?.includes("answer")) cell.addClass("t2-answer");
  }

  function addTo(app, panel, context, { ToolbarButton }, { Notification, showErrorMessage }) {
    const { contents } = app.serviceManager;
    const { folder, last, name } = parts(context.path);
    // A copy may be read-only, too, where nobody may write into its folder.
    const isOriginal = context.contentsModel?.writable === false && last !== FOLDER;
    if (!isOriginal && last !== FOLDER) return;
    panel.addClass("t2-lesson");
    const open = (path) => app.commands.execute("docmanager:open", { path });

    // The server makes the first copy when it is asked for; what is there is opened as it is.
    let told; // what is said of an original does not hold for the copy that comes in front of it
    const mine = async () => {
      if (told) Notification.dismiss(told);
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
    // What stands last is out of sight on a phone.
    panel.toolbar.insertItem(0, "track2-copy", button);
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
      told = Notification.info(`${name} is the original and stays as it is. Work in a copy of your own.`, {
        autoClose: 20000,
        actions: [{ label: "Open my copy", callback: mine, displayType: "accent" }],
      });
      panel.disposed.connect(() => Notification.dismiss(told));
    }
  }

  const plugin = {
    id: "track2lib:plugin",
    autoStart: true,
    activate: async (app) => {
      const components = await take("@jupyterlab/ui-components");
      const utilities = await take("@jupyterlab/apputils");
      const { addTables } = await import("./tables.js");
      document.head.append(Object.assign(document.createElement("style"), { textContent: STYLE }));
      app.docRegistry.addWidgetExtension("Notebook", {
        createNew(panel, context) {
          context.ready.then(() => {
            if (panel.isDisposed) return;
            listen(app, panel);
            keepRoom(panel);
            addTables(panel.content.node);
            addTo(app, panel, context, components, utilities);
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
