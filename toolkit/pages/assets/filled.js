// Small helpers of the composer: sentences with their gaps filled, what a device keeps, and texts
// as elements. Text only ever becomes text, never markup.
globalThis.toolkitFilled = (() => {
  "use strict";
  const KEYS = ["tk-seed", "tk-turn", "tk-network", "tk-server"];
  const NAMES = /([#＃@][\p{L}\p{N}_]+|https?:\/\/\S+)/u;

  const fill = (line, values = {}) => line.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

  // A browser may forbid keeping anything; then everything works, and nothing is remembered.
  const kept = (key) => {
    try {
      return localStorage.getItem(key) ?? "";
    } catch {
      return "";
    }
  };
  const keep = (key, value) => {
    if (!KEYS.includes(key)) throw new Error(`${key} is not on the list of what a device keeps`);
    try {
      if (value === "") localStorage.removeItem(key);
      else localStorage.setItem(key, String(value));
    } catch {
      return;
    }
  };

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  // Tags, handles and links stand apart, so that they keep their direction between any words.
  const parts = (text, entities) => {
    const made = document.createDocumentFragment();
    let at = 0;
    for (const { start, end } of entities) {
      made.append(text.slice(at, start), element("bdi", "tk-entity", text.slice(start, end)));
      at = end;
    }
    made.append(text.slice(at));
    return made;
  };
  const isolated = (text) => {
    const made = document.createDocumentFragment();
    text.split(NAMES).forEach((part, i) => made.append(i % 2 ? element("bdi", "", part) : part));
    return made;
  };

  // Which way words run: as their first letter does that is not in a tag, a handle or a link.
  const direction = (text) => {
    const letter = text.split(NAMES).filter((_, i) => i % 2 === 0).join("").match(/\p{L}/u);
    return letter && (/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(letter[0]) ? "rtl" : "ltr");
  };

  const fetched = new Map();
  const json = (url, how = {}) => {
    if (!fetched.has(url)) {
      const answer = fetch(url, how).then((response) => {
        if (!response.ok) throw new Error(`${response.status} ${url}`);
        return response.json();
      });
      answer.catch(() => fetched.delete(url));
      fetched.set(url, answer);
    }
    return fetched.get(url);
  };
  // Posts change under the same name, so a browser asks each time whether what it has is the last.
  const posts = (url) => json(url, { cache: "no-cache" });

  return { KEYS, fill, kept, keep, element, parts, isolated, direction, json, posts };
})();
