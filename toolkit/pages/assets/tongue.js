/* Offers a page in the reader's language, once and politely; never takes anybody anywhere. */
(() => {
  "use strict";
  const { onPage, read, write } = globalThis.tkDevice;
  const KEY = "tk-language";
  const base = tag => tag.split("-")[0];
  const links = () => [...document.querySelectorAll(".tk-versions a[hreflang]")];

  const wanted = here => {
    const chosen = read(KEY, "");
    for (const tag of chosen ? [chosen] : navigator.languages ?? []) {
      if (base(tag) === base(here)) return null;
      const exact = links().find(link => link.hreflang === tag);
      const near = exact ?? links().find(link => base(link.hreflang) === base(tag));
      if (near) return near;
    }
    return null;
  };

  const offer = () => {
    const root = document.querySelector(".tk-page > .tk, .md-typeset > .tk");
    const link = root && wanted(root.lang);
    if (!link || !link.dataset.tkOffer || document.querySelector(".tk-offer")) return;
    const [sentence, go, no] = link.dataset.tkOffer.split("|");
    const bar = document.createElement("section");
    const words = document.createElement("p"), way = document.createElement("a"), button = document.createElement("button");
    bar.className = "tk-offer";
    bar.lang = link.hreflang;
    bar.dir = link.dir || root.dir;
    bar.setAttribute("aria-label", sentence);
    words.textContent = sentence;
    way.className = "tk-button tk-button--main";
    way.href = link.href;
    way.hreflang = link.hreflang;
    way.textContent = go;
    button.className = "tk-button";
    button.type = "button";
    button.textContent = no;
    button.addEventListener("click", () => { write(KEY, root.lang); bar.remove(); });
    bar.append(words, way, button);
    root.prepend(bar);
  };

  document.addEventListener("click", event => {
    const link = event.target.closest(".tk-versions a[hreflang], .tk-offer a[hreflang]");
    if (link) write(KEY, link.hreflang);
  });
  onPage(offer);
})();
