/* Mends what the theme leaves undone: its search is a dialog without a name; its menu on small
   screens is opened by no key, and keeps links outside the screen that keys come to. */
(() => {
  "use strict";
  const $ = query => document.querySelector(query);
  const search = $(".md-search[role=dialog]");
  const field = search && search.querySelector("input");
  if (field) search.setAttribute("aria-label", field.getAttribute("aria-label"));

  const menu = $("[data-md-toggle=drawer]"), seen = $(".md-header__button[for=__drawer]");
  if (!menu || !seen) return;
  const small = matchMedia("(max-width: 76.2344em)"), bar = () => $(".md-sidebar--primary");
  // For keys and screen readers; eyes and fingers have the theme's own.
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "tk-menu" });
  seen.before(button);
  const fold = () => {
    if (!bar()) return;
    button.setAttribute("aria-label", bar().querySelector("nav").getAttribute("aria-label"));
    button.ariaExpanded = String(menu.checked);
    bar().inert = small.matches && !menu.checked;
  };
  button.addEventListener("click", () => {
    menu.click();
    if (menu.checked) bar()?.querySelector("a:not(.md-logo)")?.focus();
  });
  addEventListener("keydown", event => {
    if (event.key !== "Escape" || !menu.checked || !small.matches) return;
    menu.click();
    button.focus();
  });
  menu.addEventListener("change", fold);
  small.addEventListener("change", fold);
  globalThis.tkDevice.onPage(fold);
})();
