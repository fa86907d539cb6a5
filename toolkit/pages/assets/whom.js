// Whom a draft addresses: one to three of those it may, each with the name they have there.
globalThis.toolkitWhom = (root, draft, line) => {
  "use strict";
  const { element } = toolkitFilled;
  const MOST = 3;
  const $ = (name) => root.querySelector(`[data-tk-${name}]`);
  const { now } = draft;
  const account = (n) => now.bank.accounts[n];
  const handle = (n) => (now.id && account(n).on[now.id]) || "";

  function choice(n, placed) {
    const label = element("label", "tk-target", "");
    const box = document.createElement("input");
    Object.assign(box, { type: "checkbox", value: n, checked: now.to.includes(n) });
    // Somebody must stand where the author left a place.
    box.disabled = box.checked ? placed && now.to.length === 1 : now.to.length >= MOST;
    const who = element("span", "", account(n).name);
    label.append(box, who);
    if (handle(n)) who.append(" ", element("bdi", "tk-handle", handle(n)));
    return label;
  }

  function show() {
    const placed = draft.placed();
    // Where no place is left, only who can be mentioned counts; they are chosen with the first part.
    $("to").hidden = now.part > 0 || !(now.post.to.length && (placed || now.post.to.some(handle)));
    if ($("to").hidden) return;
    $("to-names").textContent = now.to.map((n) => handle(n) || account(n).name).join(now.bank.between) || line("does_nobody");
    $("choices").replaceChildren(...now.post.to.map((n) => choice(n, placed)));
  }

  function chosen(box) {
    const value = Number(box.value);
    now.to = box.checked ? [...now.to, value] : now.to.filter((n) => n !== value);
    return value;
  }

  return {
    show,
    chosen,
    full: () => now.to.length >= MOST,
    focus: (value) => $("choices").querySelector(`[value="${value}"]`).focus(),
  };
};
