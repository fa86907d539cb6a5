/* Brings the composer when there is one to begin with, or when somebody asks for it. */
(() => {
  "use strict";
  const begin = async root => {
    if (root.dataset.tkState) return;
    root.dataset.tkState = "loading";
    try {
      await toolkit.load(new URL(root.dataset.tkScript, location.href).href);
      await globalThis.toolkitComposer.start(root);
      root.dataset.tkState = "ready";
    } catch {
      // What the page can do by itself still works; the next tap tries again.
      delete root.dataset.tkState;
      const button = document.querySelector("[data-tk-start]");
      if (button) toolkit.say(button.dataset.tkFailed);
    }
  };

  const look = () => {
    const root = document.querySelector("[data-tk-composer]:not([data-tk-fixed])");
    if (root) begin(root);
  };
  document.addEventListener("click", event => {
    if (event.target.closest("[data-tk-start]")) begin(document.querySelector("[data-tk-composer]"));
  });
  /* The theme swaps pages without loading them, and says so here. */
  if (globalThis.document$) globalThis.document$.subscribe(look);
  else look();
})();
