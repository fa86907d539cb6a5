/* Remembers on this device what somebody did, and turns it into one line for the organisers, who get
   it only if it is sent by hand. Where taking part can be dangerous nothing is remembered. */
(() => {
  "use strict";
  const { onPage, filled, read, write, keys, copies, erase, say } = globalThis.tkDevice;
  const KEY = "tk-done";
  const all = () => {
    const found = read(KEY, {});
    return typeof found === "object" && !Array.isArray(found) ? found : {};
  };
  const of = id => all()[id] ?? {};

  const change = (root, kind, by) => {
    const id = root.dataset.tkCampaign;
    if (!id || "tkSensitive" in root.dataset) return false;
    const every = all(), mine = every[id] ?? {};
    mine[kind] = Math.max(0, (mine[kind] ?? 0) + by);
    if (!mine[kind]) delete mine[kind];
    every[id] = mine;
    write(KEY, every);
    show(root);
    return true;
  };

  const show = root => {
    const mine = of(root.dataset.tkCampaign);
    for (const element of root.querySelectorAll("[data-tk-kind]")) {
      const many = mine[element.dataset.tkKind] ?? 0;
      element.toggleAttribute("data-tk-some", many > 0);
      const done = element.querySelector("[data-tk-times]");
      if (done) {
        done.textContent = filled(done.dataset.tkTimes, { n: many });
        done.hidden = !many;
      }
    }
    const box = root.querySelector("[data-tk-mine]");
    if (box) report(box, mine);
  };

  const report = (box, mine) => {
    const rows = [...box.querySelectorAll("[data-tk-kind]")];
    const did = rows.filter(row => mine[row.dataset.tkKind]);
    for (const row of rows) row.hidden = !did.includes(row);
    box.querySelector("[data-tk-none]").hidden = did.length > 0;
    const tell = box.querySelector("[data-tk-report]");
    if (!tell) return;
    tell.hidden = !did.length;
    const parts = did.map(row => `${row.dataset.tkLabel} ${mine[row.dataset.tkKind]}`);
    const line = `${tell.dataset.tkReport}: ${parts.join(", ")}`;
    tell.querySelector("[data-tk-line]").textContent = line;
    tell.querySelector("[data-tk-copy]").dataset.tkCopy = line;
    const put = encodeURIComponent(line);
    for (const link of tell.querySelectorAll("[data-tk-mail]")) link.href = `mailto:${link.dataset.tkMail}?subject=${put}&body=${put}`;
    for (const link of tell.querySelectorAll("[data-tk-form]")) link.href = link.dataset.tkForm.replaceAll("{report}", put);
  };

  const stock = async () => {
    const place = document.querySelector("[data-tk-stock]");
    if (place) place.textContent = filled(place.dataset.tkStock, { n: keys().length + (await copies()).length });
  };

  document.addEventListener("click", async event => {
    const button = event.target.closest("[data-tk-did-it], [data-tk-undo], [data-tk-erase]");
    if (button && "tkErase" in button.dataset) {
      await erase();
      await stock();
      say(button.dataset.tkErase);
      return;
    }
    const root = event.target.closest("[data-tk-campaign]");
    if (!root) return;
    if (button) {
      const undo = "tkUndo" in button.dataset, kind = button.closest("[data-tk-kind]").dataset.tkKind;
      if (change(root, kind, undo ? -1 : 1)) say(undo ? button.dataset.tkUndo : button.dataset.tkDidIt);
    } else if (event.target.closest("a.tk-share")) change(root, "share", 1);
    else if (event.target.closest("[data-tk-desk] a[data-tk-mail]")) change(root, "write", 1);
  });
  // Other programs on a page say here that something was done: { kind: "write" }.
  document.addEventListener("tk-did", event => {
    const root = event.target.closest?.("[data-tk-campaign]") ?? document.querySelector("[data-tk-campaign]");
    if (root) change(root, event.detail.kind, 1);
  });
  onPage(() => {
    document.querySelectorAll("[data-tk-campaign]:not([data-tk-sensitive])").forEach(show);
    stock();
  });
})();
