/* Notes on this device what somebody did, one line each: kind/what/how, as in share/p1/mastodon or
   write/ministry/mail, and a bare kind with a number for what they ticked off themselves. Where
   taking part can be dangerous nothing is noted. */
globalThis.tkDeeds ??= (() => {
  "use strict";
  const KEY = "tk-done";
  // Where a browser forbids keeping anything, deeds are known as long as the page is open.
  let memory = {};
  let barred = false;
  const all = () => {
    if (barred) return memory;
    try {
      const found = JSON.parse(localStorage.getItem(KEY)) ?? {};
      return typeof found === "object" && !Array.isArray(found) ? found : {};
    } catch {
      return {};
    }
  };
  const keep = every => {
    memory = every;
    try {
      if (Object.keys(every).length) localStorage.setItem(KEY, JSON.stringify(every));
      else localStorage.removeItem(KEY);
    } catch {
      barred = true;
    }
  };
  const of = campaign => all()[campaign] ?? {};

  // What was copied counts only where nothing else was done with it: a copy is on the way to a post.
  const noted = (mine, kind) => {
    const rows = Object.keys(mine).map(key => key.split("/")).filter(([k, what]) => k === kind && what);
    return rows.filter(([, what, how]) => how !== "copy" || !rows.some(row => row[1] === what && row[2] !== "copy"));
  };
  const many = (campaign, kind) => {
    const mine = of(campaign);
    return (Number(mine[kind]) || 0) + noted(mine, kind).length;
  };
  const ways = (campaign, how) => ["share", "write", "call"].flatMap(kind => noted(of(campaign), kind)).filter(row => row[2] === how).length;

  const change = (root, turn) => {
    const id = root?.dataset.tkCampaign;
    if (!id || "tkSensitive" in root.dataset) return false;
    const every = all(), mine = { ...every[id] };
    turn(mine);
    delete every[id];
    keep(Object.keys(mine).length ? { ...every, [id]: mine } : every);
    return true;
  };
  const tick = (root, kind) => change(root, mine => { mine[kind] = (Number(mine[kind]) || 0) + 1; });
  const undo = (root, kind) => change(root, mine => {
    if (mine[kind] > 1) mine[kind] -= 1;
    else if (mine[kind]) delete mine[kind];
    else {
      const last = noted(mine, kind).at(-1);
      for (const key of Object.keys(mine)) if (last && key.startsWith(`${kind}/${last[1]}/`)) delete mine[key];
    }
  });
  const forget = root => change(root, mine => { for (const key of Object.keys(mine)) delete mine[key]; });

  // Whatever does something on a page says so: { kind, what, how }.
  const tell = (element, kind, what, how) => element.dispatchEvent(new CustomEvent("tk-did", { bubbles: true, detail: { kind, what, how } }));
  document.addEventListener("tk-did", event => {
    const { kind, what, how } = event.detail;
    change(event.target.closest("[data-tk-campaign]"), mine => { mine[`${kind}/${what}/${how}`] = 1; });
  });
  const post = element => element.closest("[data-tk-post]")?.dataset.tkPost;
  document.addEventListener("tk-copied", event => {
    if (event.target.closest("[data-tk-says]") && post(event.target)) tell(event.target, "share", post(event.target), "copy");
  });
  document.addEventListener("click", event => {
    const link = event.target.closest("a.tk-share");
    if (link && post(link)) tell(link, "share", post(link), link.dataset.tkNetwork);
  });
  return { many, ways, tick, undo, forget, tell };
})();
