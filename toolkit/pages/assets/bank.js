// Finds posts among thousands while somebody types: all of them are fetched when the first key is
// pressed, folded once, and only a few are ever made into elements. Whatever takes longer is done in
// pieces, so that no key waits for it.
globalThis.toolkitBank = (() => {
  "use strict";
  const { fill, isolated, posts } = toolkitFilled;
  const STEP = 20;
  const AT_ONCE = 2;
  const REST = 200;
  const PIECE = 5; // ms
  const TAG = /[#＃]([\p{L}\p{N}_]+)/gu;

  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const later = (post) => (post.thread ?? []).map((words) => (typeof words === "string" ? words : toolkitVary.said(words, 0)));
  const names = (slice, post) => post.to.map((n) => slice.accounts[n].name);
  const entry = ([slice, post]) => ({
    post,
    words: folded([post.plain, post.title, ...later(post), ...names(slice, post)].join(" ")),
    tags: new Set(Array.from(post.plain.matchAll(TAG), (match) => match[1].toLowerCase())),
    targets: post.to.map((n) => slice.accounts[n].id),
  });

  async function inPieces(rows, work) {
    const made = [];
    let since = performance.now();
    for (const row of rows) {
      made.push(work(row));
      if (performance.now() - since < PIECE) continue;
      await new Promise((done) => setTimeout(done));
      since = performance.now();
    }
    return made;
  }
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

  const matches = (wanted) => ({ post, words, tags, targets }) =>
    wanted.words.every((word) => words.includes(word)) &&
    (!wanted.tag || tags.has(wanted.tag.toLowerCase())) &&
    (!wanted.target || targets.includes(wanted.target)) &&
    (!wanted.topic || post.topics.includes(wanted.topic)) &&
    (!wanted.network || !post.too_long.includes(wanted.network));

  function start(root, composer) {
    const filter = root.querySelector("[data-tk-filter]");
    if (!filter) return;
    const list = root.querySelector("[data-tk-list]");
    const more = root.querySelector("[data-tk-more]");
    const pages = root.querySelector("[data-tk-pages]");
    const found = root.querySelector("[data-tk-found]");
    const clear = root.querySelector("[data-tk-clear]");
    const empty = root.querySelector("template[data-tk-item]");
    const original = [...list.children];
    const shelves = new Map();
    let hits = [];
    let asked = 0;
    let resting = 0;

    // The posts of this page's language, or of another that somebody chose.
    const shelf = () => filter.elements.language?.selectedOptions[0]?.dataset ?? {};
    function all() {
      const { tkSlices } = shelf();
      if (!shelves.has(tkSlices)) {
        const slices = tkSlices
          ? Promise.all(tkSlices.split(" ").map((path) => posts(new URL(path, location.href).href)))
          : composer.all();
        const rows = (every) => every.flatMap((slice) => slice.posts.map((post) => [slice, post]));
        shelves.set(tkSlices, slices.then((every) => inPieces(rows(every), entry)));
        shelves.get(tkSlices).catch(() => shelves.delete(tkSlices));
      }
      return shelves.get(tkSlices);
    }

    function item({ post }) {
      const made = empty.content.firstElementChild.cloneNode(true);
      const picture = made.querySelector("img");
      const text = made.querySelector("[data-tk-text]");
      const card = post.cards.link ?? Object.values(post.cards)[0];
      const { tkSlices, tkDir } = shelf();
      made.dataset.tkPost = post.id;
      made.id = post.id;
      if (card) [picture.src, picture.alt] = [composer.at(card), post.alt];
      else picture.remove();
      text.append(isolated(post.plain));
      if (tkSlices) {
        Object.assign(text, { lang: filter.elements.language.value, dir: tkDir });
        made.dataset.tkElsewhere = "";
      }
      made.querySelector("[data-tk-copy]").dataset.tkCopy = post.plain;
      made.querySelector("[data-tk-use]").href = composer.at(post.page);
      return made;
    }

    const made = new Map();
    const nodeOf = (hit) => {
      if (hit instanceof Element) return hit;
      if (!made.has(hit)) made.set(hit, item(hit));
      return made.get(hit);
    };

    // While somebody types, the first finding changes at once, the others when the keys rest, and
    // then a few at a time, each in its place, so that nothing below jumps up and down again.
    let turn = 0;
    function show(rows, rest) {
      turn += 1;
      clearTimeout(resting);
      if (rows.length) put(nodeOf(rows[0]), 0);
      else list.replaceChildren();
      more.hidden = true;
      resting = setTimeout(() => grow(rows, STEP), rest);
    }

    function put(node, at) {
      const there = list.children[at];
      if (!there) list.append(node);
      else if (there !== node) there.replaceWith(node);
    }

    async function grow(rows, many) {
      const mine = turn;
      const wanted = rows.slice(0, many);
      let changed = 0;
      while (list.children.length > wanted.length) list.lastElementChild.remove();
      for (const [at, row] of wanted.entries()) {
        if (nodeOf(row) === list.children[at]) continue;
        put(nodeOf(row), at);
        changed += 1;
        if (changed % AT_ONCE) continue;
        await painted();
        if (mine !== turn) return;
      }
      more.hidden = rows.length <= many || rows === original;
    }

    async function look() {
      const given = Object.fromEntries(new FormData(filter));
      const wanted = { ...given, words: folded(given.words).split(/\s+/).filter(Boolean) };
      const ask = ++asked;
      const idle = !Object.entries(given).some(([, value]) => value.trim());
      if (pages) pages.hidden = !idle;
      clear.hidden = idle;
      if (idle) {
        show(original, 0);
        found.textContent = "";
        return;
      }
      try {
        const rows = await all();
        if (ask !== asked) return;
        hits = rows.filter(matches(wanted));
        const line = hits.length ? "does_found" : "does_found_none";
        found.textContent = fill(composer.say[line], { many: hits.length, all: rows.length });
        show(hits, REST);
      } catch {
        found.textContent = composer.say.does_failed;
      }
    }

    filter.addEventListener("input", look);
    // Fields are empty only after this event.
    filter.addEventListener("reset", () => setTimeout(() => {
      filter.elements.words.focus();
      look();
    }));
    filter.addEventListener("submit", (event) => {
      event.preventDefault();
      look();
    });
    root.addEventListener("click", (event) => {
      if (event.target.closest("[data-tk-do=more]")) grow(hits, list.children.length + STEP);
      const use = event.target.closest("[data-tk-use]");
      if (!use || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const post = use.closest("[data-tk-post]");
      // The composer speaks the page's language; a post in another is made on its own page.
      if ("tkElsewhere" in post.dataset) return;
      event.preventDefault();
      composer.use(post.dataset.tkPost);
    });
  }

  return { start };
})();
