/* Mends what the theme leaves undone: its search is a dialog without a name. */
(() => {
  "use strict";
  const search = document.querySelector(".md-search[role=dialog]");
  const field = search && search.querySelector("input");
  if (field) search.setAttribute("aria-label", field.getAttribute("aria-label"));
})();
