/* Brings the theme's program when somebody reaches for what it does: search and the menu. It takes a
   phone half a second and as many bytes as all the rest of a page, and most people never need it.
   What was tapped or typed meanwhile is done when it is there. */
(() => {
  "use strict";
  const program = document.querySelector("template[data-tk-program]");
  if (!program) return;
  const $ = query => document.querySelector(query);
  const field = $("[data-md-component=search-query]");
  const [menu, search] = ["drawer", "search"].map(name => $(`[data-md-toggle=${name}]`));
  const REACHED = "[data-md-component=search], label[for=__search], label[for=__drawer], .md-sidebar--primary";
  const WAYS = { p: "prev", ",": "prev", n: "next", ".": "next" };
  let here = false;

  // Pages of ours are opened by the browser: it shows them while they come, and goes back at once.
  const alone = () => {
    const given = document.getElementById("__config");
    const config = JSON.parse(given.textContent);
    config.features = config.features.filter(name => !name.startsWith("navigation.instant"));
    given.textContent = JSON.stringify(config);
  };
  const source = program.content.querySelector("script").getAttribute("src");
  // The page has only as much of the theme's style as it wears; what comes now wears the rest.
  const dress = () => {
    const light = $("link[data-tk-light]");
    const whole = [...program.content.querySelectorAll("link")].map(link => document.importNode(link));
    if (!light || light.tkGoes) return light?.tkGoes;
    light.before(...whole);
    light.tkGoes = Promise.all(whole.map(link => new Promise((done, failed) => {
      Object.assign(link, { onload: done, onerror: failed });
    }))).then(() => light.remove(), fault => {
      for (const link of whole) link.remove();
      light.tkGoes = null;
      throw fault;
    });
    return light.tkGoes;
  };
  const bring = async () => {
    if (here) return;
    alone();
    try {
      await Promise.all([dress(), toolkit.load(new URL(source, location.href).href)]);
    } catch {
      const said = $(".md-search-result__meta");
      if (said) said.textContent = program.dataset.tkFailed;
      return;
    }
    if (here) return;
    here = true;
    // The program waits for a page to be read, which was long ago.
    globalThis.document$.next(document);
  };

  const shut = () => {
    search.checked = false;
    field.blur();
  };
  for (const name of ["pointerover", "pointerdown", "focusin"]) {
    document.addEventListener(name, event => {
      if (here) return;
      if (event.target.closest?.(REACHED)) bring();
      // A tap on the label turns the switch after this, so it is set right once that is over.
      if (event.type === "focusin" && event.target === field) setTimeout(() => { search.checked = document.activeElement === field; });
    });
  }
  for (const toggle of [menu, search]) toggle?.addEventListener("change", bring);
  // Phones bring up their keyboard only for what gets the focus within a tap.
  $("label[for=__search].md-header__button")?.addEventListener("click", () => { if (!here) field.focus(); });

  const typing = ({ target }) => target.matches?.("input:not([type=radio]), select, textarea") || target.isContentEditable;
  addEventListener("keydown", event => {
    const { key } = event;
    if (here || event.metaKey || event.ctrlKey || event.isComposing) return;
    if (field && search.checked) {
      if (key === "Escape" || key === "Tab") shut();
      else if (key === "Enter" && event.target === field) event.preventDefault();
    } else if (!typing(event)) {
      const way = key in WAYS && $(`link[rel=${WAYS[key]}]`);
      if (way) location.assign(way.href);
      if (field && ["f", "s", "/"].includes(key)) {
        event.preventDefault();
        field.focus();
        field.select();
      }
    }
  });

  // Who comes from a search finds the words marked; a link may carry a search as well.
  const asked = new URLSearchParams(location.search);
  if (asked.has("h") || asked.has("q")) addEventListener("load", bring);
})();
