/* Remembers on this device what somebody did, and turns it into one line for the organisers, who get
   it only if it is sent by hand. Where taking part can be dangerous nothing is remembered. */
(() => {
  "use strict";
  const { onPage, filled, keys, copies, erase, say } = globalThis.tkDevice;
  const { many, tick, undo } = globalThis.tkDeeds;

  const show = root => {
    const times = kind => many(root.dataset.tkCampaign, kind);
    for (const element of root.querySelectorAll("[data-tk-kind]")) {
      const n = times(element.dataset.tkKind);
      element.toggleAttribute("data-tk-some", n > 0);
      const done = element.querySelector("[data-tk-times]");
      if (done) {
        done.textContent = filled(done.dataset.tkTimes, { n });
        done.hidden = !n;
      }
    }
    const box = root.querySelector("[data-tk-mine]");
    if (box) report(box, times);
  };

  const report = (box, times) => {
    const rows = [...box.querySelectorAll("[data-tk-kind]")];
    const did = rows.filter(row => times(row.dataset.tkKind));
    for (const row of rows) row.hidden = !did.includes(row);
    box.hidden = !did.length;
    const tell = box.querySelector("[data-tk-report]");
    if (!tell) return;
    tell.hidden = !did.length;
    const parts = did.map(row => `${row.dataset.tkLabel} ${times(row.dataset.tkKind)}`);
    const line = `${tell.dataset.tkReport}: ${parts.join(tell.dataset.tkComma)}`;
    tell.querySelector("[data-tk-line]").textContent = line;
    tell.querySelector("[data-tk-copy]").dataset.tkCopy = line;
    const put = encodeURIComponent(line);
    for (const link of tell.querySelectorAll("[data-tk-mail]")) link.href = `mailto:${link.dataset.tkMail}?subject=${put}&body=${put}`;
    for (const link of tell.querySelectorAll("[data-tk-form]")) link.href = link.dataset.tkForm.replaceAll("{report}", put);
  };

  const stock = async () => {
    const place = document.querySelector("[data-tk-stock]");
    if (!place) return;
    const there = [...keys(), ...await copies()];
    place.textContent = filled(place.dataset.tkStock, { n: there.length });
    for (const row of document.querySelectorAll("[data-tk-kept]")) {
      const key = row.dataset.tkKept, here = there.some(name => name.startsWith(key) || name.endsWith(key));
      row.querySelector("span").hidden = !here;
    }
  };

  document.addEventListener("click", async event => {
    const button = event.target.closest("[data-tk-did-it], [data-tk-undo], [data-tk-erase]");
    if (button && "tkErase" in button.dataset) {
      await erase();
      await stock();
      say(button.dataset.tkErase);
      return;
    }
    const root = button?.closest("[data-tk-campaign]");
    if (!root) return;
    const back = "tkUndo" in button.dataset, kind = button.closest("[data-tk-kind]").dataset.tkKind;
    if (!(back ? undo : tick)(root, kind)) return;
    show(root);
    // The button for what is taken off the list goes with it: go on where it was put there.
    if (back && !button.offsetParent) root.querySelector(`.tk-act[data-tk-kind=${kind}] .tk-tick`)?.focus({ preventScroll: true });
    say(back ? button.dataset.tkUndo : button.dataset.tkDidIt);
  });
  onPage(() => {
    document.querySelectorAll("[data-tk-campaign]:not([data-tk-sensitive])").forEach(show);
    stock();
  });
})();
