/* Lets pages open without a network after the first visit. A preview names no manifest, so that
   nothing of it stays; and nothing is fetched ahead for those who ask their browser to save data. */
(() => {
  "use strict";
  const manifest = document.querySelector("link[rel=manifest]");
  const sparing = navigator.connection?.saveData;
  if (!manifest || sparing || !("serviceWorker" in navigator)) return;
  addEventListener("load", () => {
    navigator.serviceWorker.register(new URL("sw.js", manifest.href)).catch(() => {
      document.documentElement.dataset.tkOffline = "no";
    });
  });
})();
