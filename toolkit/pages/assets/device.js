/* What stays on this device, and nothing else does: keys are listed on the privacy page. A browser
   may forbid it; then everything works and nothing is remembered. */
globalThis.tkDevice = (() => {
  "use strict";
  // The theme keeps the choice of colours under a name that ends so, in front of it its path.
  const OURS = /^tk-|\.?__palette$/;

  const read = (key, otherwise) => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? otherwise;
    } catch {
      return otherwise;
    }
  };
  const write = (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      return false;
    }
    return true;
  };
  const keys = () => {
    try {
      return Object.keys(localStorage).filter(key => OURS.test(key));
    } catch {
      return [];
    }
  };
  const copies = async () => {
    if (!("caches" in globalThis)) return [];
    try {
      return (await caches.keys()).filter(name => name.startsWith("tk-pages"));
    } catch {
      return [];
    }
  };
  const erase = async () => {
    for (const key of keys()) localStorage.removeItem(key);
    // The host may serve other sites too: only workers whose copies these are belong to us.
    const names = await copies(), scopes = names.map(name => name.slice(name.indexOf(" ") + 1));
    const workers = await navigator.serviceWorker?.getRegistrations?.().catch(() => []) ?? [];
    for (const worker of workers) {
      if (scopes.includes(new URL(worker.scope).pathname)) await worker.unregister();
    }
    for (const name of names) await caches.delete(name);
  };
  const say = line => {
    const live = document.querySelector("[data-tk-live]");
    if (!live) return;
    live.textContent = "";
    requestAnimationFrame(() => { live.textContent = line; });
    clearTimeout(say.timer);
    say.timer = setTimeout(() => { live.textContent = ""; }, 8000);
  };
  // The theme swaps pages without loading them, and says so here.
  const onPage = look => {
    if (globalThis.document$) globalThis.document$.subscribe(look);
    else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", look);
    else look();
  };
  const filled = (line, values) => line.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  return { read, write, keys, copies, erase, say, onPage, filled };
})();
