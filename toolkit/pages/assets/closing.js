/* Closes what has a deadline when its hour has come: a site that nobody builds again must still
   close. A page that was built as ended stays so, whatever the device's clock says. */
globalThis.tkClosing = (() => {
  "use strict";
  const show = (root, name, on) => {
    for (const element of root.querySelectorAll(`[data-tk-${name}]`)) element.hidden = !on;
  };
  // A site built as if it were another day stays on that day.
  const now = root => Date.parse(root.dataset.tkNow) || Date.now();
  const left = root => Date.parse(root.dataset.tkCloses) - now(root);
  const look = () => {
    for (const root of document.querySelectorAll("[data-tk-closes]:not([data-tk-ended])")) {
      if (left(root) > 0) continue;
      root.dataset.tkEnded = "";
      show(root, "during", false);
      show(root, "last", false);
      show(root, "after", true);
    }
  };
  look();
  setInterval(look, 1000);
  document.addEventListener("visibilitychange", look);
  return { show, now, left, look };
})();
