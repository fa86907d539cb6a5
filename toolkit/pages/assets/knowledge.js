// What the page knows of networks, read once however often it is asked.
globalThis.toolkitKnowledge = (() => {
  "use strict";
  const known = new Map();
  return async (url) => {
    if (!known.has(url)) known.set(url, toolkitNetworks(await toolkitFilled.json(url)));
    return known.get(url);
  };
})();
