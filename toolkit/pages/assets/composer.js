// One post at a time, made one's own: for a network, to a few targets, in one's own words. Every
// action says what it did and what comes next. Keeps a seed, a turn, a network and a server.
globalThis.toolkitComposer = (() => {
  "use strict";
  const { fill, kept, keep, element, parts, isolated, json } = toolkitFilled;
  const MOST = 3;
  const knowledge = new Map();

  const seedOf = () => {
    const seed = Number(kept("tk-seed")) >>> 0 || toolkitVary.newSeed();
    keep("tk-seed", seed);
    return seed;
  };

  async function networksAt(url) {
    if (!knowledge.has(url)) knowledge.set(url, toolkitNetworks(await json(url)));
    return knowledge.get(url);
  }

  async function start(root) {
    const given = root.dataset;
    const $ = (name) => root.querySelector(`[data-tk-${name}]`);
    const button = (name) => root.querySelector(`[data-tk-do=${name}]`);
    const page = root.closest(".tk");
    const at = (path) => new URL(given.tkRoot + path, location.href).href;
    const slices = given.tkSlices.split(" ");
    // Posts change under the same name, so a browser asks each time whether what it has is the last.
    const slice = (number) => json(new URL(slices[number], location.href).href, { cache: "no-cache" });
    const total = Number(given.tkTotal);
    const size = Number(given.tkSize);
    const seed = seedOf();
    const now = { index: 0, bank: null, post: null, id: "", net: null, words: null, to: [], file: null };

    const say = (key, values = {}) => {
      const line = key ? fill(now.bank.say[key], { network: name(), ...values }) : "";
      $("status").textContent = "";
      requestAnimationFrame(() => { $("status").textContent = line; });
    };
    const row = () => now.net?.rows[now.id] ?? null;
    const name = () => row()?.name ?? "";
    const server = () => (row()?.server_share ? kept("tk-server") : "");
    const made = () => toolkitCompose(now.bank, now.net, toolkitVary);
    const suggested = () =>
      now.id ? made().composed(now.post, now.id, seed, now.to) : { whole: made().plain(now.post, seed, now.to), notes: [] };
    const whole = () => now.words ?? suggested().whole;

    // --- What is seen. ---

    function showWords() {
      const text = whole();
      const draft = $("draft");
      const cut = firstSeen(text);
      const shown = (part) => (now.id ? parts(part, now.net.entities(part, now.id)) : isolated(part));
      draft.replaceChildren(shown(text.slice(0, cut)));
      if (cut < text.length) {
        const fold = element("span", "tk-fold", fill(now.bank.say.does_shown, { network: name() }));
        draft.append(fold, shown(text.slice(cut)));
      }
      if ($("edit").value !== text) $("edit").value = text;
      grow();
      button("reset").hidden = now.words === null;
      showCount(text);
      showLink(text);
    }

    // How far a text is seen before "more", cut between words.
    function firstSeen(text) {
      const letters = Array.from(text);
      if (!row()?.shown || letters.length <= row().shown) return text.length;
      const seen = letters.slice(0, row().shown).join("");
      return seen.search(/\s\S*$/) + 1 || seen.length;
    }

    function grow() {
      const box = $("edit");
      if (box.hidden) return;
      box.style.blockSize = "auto";
      box.style.blockSize = `${box.scrollHeight + 4}px`;
    }

    function showCount(text) {
      $("count").hidden = !now.id;
      if (!now.id) return;
      const count = now.net.count(text, now.id);
      const line = count.limit === null ? "does_count_free" : "does_count";
      const over = count.limit !== null && count.used <= count.limit ? "does_bytes" : "does_over";
      const warning = !count.fits && count.hard ? ` · ${fill(now.bank.say[over], { many: count.over, network: name() })}` : "";
      $("used").textContent = fill(now.bank.say[line], { used: count.used, limit: count.limit }) + warning;
      $("count").dataset.tkOver = String(!count.fits);
      $("bar").style.inlineSize = count.limit ? `${Math.min(100, (100 * count.used) / count.limit)}%` : "0";
    }

    function showLink(text) {
      const [open, both] = [$("open"), $("both")];
      const href = now.id ? made().link(now.post, now.id, text, server()) : null;
      open.hidden = !href;
      both.hidden = !now.id || Boolean(row().share);
      button("copy").classList.toggle("tk-button--main", open.hidden && both.hidden);
      if (!href) return;
      open.href = href;
      open.textContent = fill(now.bank.say.does_open, { network: name() });
      if (href.startsWith("http")) open.target = "_blank";
      else open.removeAttribute("target");
    }

    function card() {
      const formats = (row()?.cards ?? []).map((s) => now.bank.formats[s]).filter(Boolean);
      const format = [...formats, "link", "wide", ...Object.keys(now.post.cards)].find((f) => now.post.cards[f]);
      return format ? { format, path: now.post.cards[format] } : null;
    }

    function showPicture() {
      const found = card();
      const slot = $("picture");
      for (const which of [$("save"), button("alt"), button("picture")]) which.hidden = !found;
      button("picture").hidden ||= !(globalThis.ClipboardItem && navigator.clipboard?.write);
      now.file = null;
      if (!found) return slot.replaceChildren();
      const [, width, height] = /-(\d+)x(\d+)\./.exec(found.path);
      const src = at(found.path);
      const saved = `${now.bank.campaign}-${found.path.split("/").pop().replace(/\.[0-9a-f]{8}(?=\.\w+$)/, "")}`;
      const old = slot.querySelector("img");
      if (old?.src !== src) {
        const image = element("img", "tk-card", "");
        Object.assign(image, { width, height, alt: now.post.alt, decoding: "async", src });
        slot.replaceChildren(image);
      }
      for (const link of [$("save"), $("both")]) Object.assign(link, { href: src, download: saved });
      fetchPicture(src, saved);
    }

    // A share sheet opens only at once after a tap, so the picture must be here before it.
    async function fetchPicture(src, saved) {
      button("share").hidden = !navigator.share;
      if (!navigator.share || !navigator.canShare) return;
      try {
        const blob = await (await fetch(src)).blob();
        const file = new File([blob], saved, { type: blob.type });
        if ($("save").href === src && navigator.canShare({ files: [file] })) now.file = file;
      } catch {
        now.file = null;
      }
    }

    function showNetwork() {
      const mock = $("mock");
      $("network").value = now.id;
      $("network-name").textContent = name();
      $("server-field").hidden = !row()?.server_share;
      $("server").value = kept("tk-server");
      const linkOnly = row()?.says === "link-only";
      mock.dataset.tkShape = !now.id ? "" : linkOnly ? "link" : row().says === "copy" ? "picture" : "";
      $("link").hidden = !linkOnly;
      $("link-title").textContent = now.post.title || now.bank.title;
      $("link-host").textContent = now.post.url ? new URL(now.post.url).host : "";
    }

    function showTargets() {
      // Somebody must stand where the author left a place; elsewhere only who can be mentioned counts.
      const placed = made().plain(now.post, seed, []).includes("{target}");
      const some = now.post.to.some((n) => now.id && now.bank.accounts[n].on[now.id]);
      $("to").hidden = !(now.post.to.length && (placed || some));
      if ($("to").hidden) return;
      const called = (n) => (now.id && now.bank.accounts[n].on[now.id]) || now.bank.accounts[n].name;
      $("to-names").textContent = now.to.map(called).join(now.bank.between) || now.bank.say.does_nobody;
      const choices = now.post.to.map((n) => {
        const label = element("label", "tk-target", "");
        const box = document.createElement("input");
        Object.assign(box, { type: "checkbox", value: n, checked: now.to.includes(n) });
        box.disabled = box.checked ? placed && now.to.length === 1 : now.to.length >= MOST;
        const handle = now.id && now.bank.accounts[n].on[now.id];
        const who = element("span", "", now.bank.accounts[n].name);
        label.append(box, who);
        if (handle) who.append(" ", element("bdi", "tk-handle", handle));
        return label;
      });
      $("choices").replaceChildren(...choices);
    }

    function showNotes() {
      const lines = now.id && now.words === null
        ? suggested().notes.map(([key, what]) =>
          fill(now.bank.say[`note_${key}`], { network: name(), what: what.join(" "), many: what.length }))
        : [];
      $("notes").textContent = lines.join(" ");
      $("notes").hidden = !lines.length;
    }

    function show() {
      showNetwork();
      showTargets();
      showPicture();
      showNotes();
      showWords();
    }

    // --- What changes. ---

    async function take(index) {
      now.index = (index + total) % total;
      now.bank = await slice(Math.floor(now.index / size));
      now.post = now.bank.posts[now.index % size] ?? now.bank.posts[0];
      now.words = null;
      now.to = toolkitCompose(now.bank, null, toolkitVary).targetsFor(now.post, seed);
    }

    async function choose(id) {
      now.net = id ? await networksAt(new URL(given.tkData, location.href).href) : now.net;
      now.id = now.net?.rows[id] ? id : "";
    }

    function edit(on) {
      $("edit").hidden = !on;
      $("draft").hidden = on;
      button("edit").setAttribute("aria-expanded", String(on));
      grow();
    }

    // A page that a browser kept can be older than the posts: then only the id says which is meant.
    async function where(id, about = 0) {
      for (const number of [Math.floor(about / size), ...slices.keys()]) {
        const found = (await slice(number)).posts.findIndex((post) => post.id === id);
        if (found >= 0) return number * size + found;
      }
      return -1;
    }

    const first = async () => {
      if ("tkFixed" in given) return Math.max(0, await where(given.tkFixed, Number(given.tkAt)));
      return toolkitVary.pick(seed, `first/${given.tkSalt}`, 0, total) + (Number(kept("tk-turn")) >>> 0);
    };

    async function use(id) {
      const found = await where(id);
      if (found >= 0) await take(found);
      edit(false);
      show();
      say("");
      root.scrollIntoView();
      root.focus({ preventScroll: true });
    }

    // --- What is done. ---

    function byHand() {
      edit(true);
      $("edit").focus();
      $("edit").select();
      say("does_by_hand");
    }

    async function copy(from) {
      if (!(await toolkit.copy(whole(), from))) return byHand();
      say(now.id ? "does_copied_on" : "does_copied");
    }

    async function opened(from) {
      const text = whole();
      const count = now.net.count(text, now.id);
      const says = row().says.replace("-", "_");
      const short = says === "link_only" || (!count.fits && count.hard);
      if (!short) return say(says === "asks_server" && server() ? "does_opened_fills" : `does_opened_${says}`);
      if (!(await toolkit.copy(text, from))) return say("does_opened_not_copied");
      say(says === "link_only" ? "does_opened_link_only" : "does_opened_link_alone");
    }

    async function both(from) {
      if (!(await toolkit.copy(whole(), from))) return byHand();
      say("does_both");
    }

    // Many apps keep only the picture of what is shared, so the words are copied as well. Copying
    // must not be waited for: the sheet would no longer be opened by the tap.
    async function share(from) {
      const text = whole();
      const data = { text };
      if (now.file) data.files = [now.file];
      else if (now.post.url && !text.includes(now.post.url)) data.url = now.post.url;
      const copied = navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false;
      try {
        await navigator.share(data);
        say((await copied) ? "does_shared" : "does_shared_only");
      } catch (error) {
        if (error.name === "AbortError") return;
        if ((await copied) || (await toolkit.copy(text, from))) say("does_share_failed");
        else byHand();
      }
    }

    async function picture() {
      try {
        // Safari wants the item at once and the picture as a promise.
        const blob = fetch($("save").href).then((response) => response.blob());
        await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
        say("does_picture");
      } catch {
        say("does_picture_failed");
      }
    }

    async function alt(from) {
      if (await toolkit.copy(now.post.alt, from)) say("does_alt");
    }

    async function next() {
      await take(now.index + 1);
      if (!("tkFixed" in given)) keep("tk-turn", (Number(kept("tk-turn")) >>> 0) + 1);
      edit(false);
      show();
      say("does_another");
    }

    function reset() {
      now.words = null;
      show();
      button("edit").focus();
      say("does_reset");
    }

    const does = {
      copy,
      share,
      picture,
      alt,
      next,
      reset,
      edit: () => {
        edit($("edit").hidden);
        if (!$("edit").hidden) $("edit").focus();
      },
    };

    // --- What is listened to: the composer's own elements, and nothing else. ---

    root.addEventListener("click", (event) => {
      const button = event.target.closest("[data-tk-do]");
      if (button) return does[button.dataset.tkDo]?.(button)?.catch?.(() => say("does_failed"));
      if (event.target.closest("[data-tk-open]")) opened($("open"));
      else if (event.target.closest("[data-tk-both]")) both($("both"));
      else if (event.target.closest("[data-tk-save]")) say("does_saved");
    });
    root.addEventListener("input", (event) => {
      if (event.target === $("edit")) {
        const text = event.target.value;
        now.words = text === suggested().whole ? null : text;
        showNotes();
        showWords();
      }
      if (event.target === $("server")) {
        keep("tk-server", event.target.value.trim().replace(/^https?:\/\/|\/.*$/g, ""));
        showLink(whole());
      }
    });
    root.addEventListener("change", async (event) => {
      if (event.target === $("network")) {
        try {
          await choose(event.target.value);
        } catch {
          event.target.value = now.id;
          return say("does_failed");
        }
        keep("tk-network", now.id);
        show();
        say("");
      }
      if (event.target.closest("[data-tk-choices]")) {
        const value = Number(event.target.value);
        now.to = event.target.checked ? [...now.to, value] : now.to.filter((n) => n !== value);
        show();
        $("choices").querySelector(`[value="${value}"]`).focus();
        say(now.to.length >= MOST ? "does_three" : "");
      }
    });

    const asked = decodeURIComponent(location.hash.slice(1));
    await take(await first());
    if (kept("tk-network")) await choose(kept("tk-network"));
    delete button("copy").dataset.tkCopy;
    root.hidden = false;
    show();
    toolkitBank.start(page, {
      get say() { return now.bank.say; },
      at,
      use,
      all: () => Promise.all(slices.map((_, number) => slice(number))),
    });
    if ("tkFixed" in given) {
      page.querySelector("[data-tk-plain]").hidden = true;
      root.focus();
    } else if (asked && !document.getElementById(asked)) {
      await use(asked);
    }
  }

  return { start, KEYS: toolkitFilled.KEYS };
})();
