/* Lets pages open without a network after the first visit. A preview names no manifest, so that
   nothing of it stays. */
(() => {
  "use strict";
  const manifest = document.querySelector("link[rel=manifest]");
  if (!manifest || !("serviceWorker" in navigator)) return;
  addEventListener("load", () => {
    navigator.serviceWorker.register(new URL("sw.js", manifest.href)).catch(() => {
      document.documentElement.dataset.tkOffline = "no";
    });
  });
})();
