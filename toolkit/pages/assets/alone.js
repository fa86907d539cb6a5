/* What a page does without the theme's program, which only comes when somebody reaches for it
   (reach.js): colours, the way back to the top, where the keyboard is, paper. */
(() => {
  "use strict";
  if (!document.querySelector("template[data-tk-program]")) return;
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  // Scripts made for this theme look here for pages; this one is never swapped for another.
  globalThis.document$ ??= {
    subscribe: look => {
      if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => look(document), { once: true });
      else look(document);
    },
  };

  // --- Colours: the form has one field for each choice, of which only the label is seen. ---

  const form = document.querySelector("[data-md-component=palette]");
  const named = name => {
    const meta = document.createElement("meta");
    meta.name = name;
    document.head.append(meta);
    return meta;
  };
  const metas = form && { ground: named("theme-color"), scheme: named("color-scheme") };
  // The browser's own parts, once the page is painted and to ask for its colours costs nothing.
  const tell = () => requestAnimationFrame(() => setTimeout(() => {
    const style = getComputedStyle(document.body);
    metas.ground.content = style.backgroundColor;
    metas.scheme.content = style.colorScheme;
  }));
  const paint = chosen => {
    const { body } = document;
    body.setAttribute("data-md-color-switching", "");
    const palette = tkPaint(chosen);
    if (chosen) __md_set("__palette", palette);
    setTimeout(() => body.removeAttribute("data-md-color-switching"));
    tell();
  };
  if (form && globalThis.tkPaint) {
    const early = form.querySelector("input:checked");
    if (early) paint(early);
    else tell();
    form.addEventListener("change", event => paint(event.target));
    form.addEventListener("keydown", event => {
      if (event.key !== "Enter" || globalThis.component$) return;
      const all = [...form.querySelectorAll("input")];
      const next = all[(tkPaint().index + 1) % all.length];
      next.click();
      next.focus();
    });
    matchMedia("(prefers-color-scheme: light)").addEventListener("change", () => paint());
  }

  // --- Where the keyboard is: the theme outlines what has this class. ---

  document.addEventListener("focusin", ({ target }) => target.classList.toggle("focus-visible", target.matches(":focus-visible")));
  document.addEventListener("focusout", ({ target }) => target.classList.remove("focus-visible"));

  // --- The way back to the top is offered to those who are on it. ---

  const up = document.querySelector("[data-md-component=top]");
  let last = 0;
  if (up) {
    addEventListener("scroll", () => {
      const y = scrollY;
      const on = y < last && y > innerHeight;
      last = y;
      if (globalThis.component$ || up.hidden !== on) return;
      up.hidden = !on;
      up.tabIndex = on ? 0 : -1;
    }, { passive: true });
    up.addEventListener("click", () => scrollTo({ top: 0 }));
  }

  // --- On paper nothing stays folded. ---

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("main details:not([open])")];
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of folded) each.open = false;
    folded = [];
  });
})();
