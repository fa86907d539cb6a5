// Finds posts among thousands while somebody types: all of them are fetched when the first key is
// pressed, folded once, and only a few are ever made into elements.
globalThis.toolkitBank = (() => {
  "use strict";
  const { fill, isolated } = toolkitFilled;
  const STEP = 20;
  const AT_ONCE = 2;
  const REST = 200;
  const TAG = /[#＃]([\p{L}\p{N}_]+)/gu;

  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  function start(root, composer) {
    const filter = root.querySelector("[data-tk-filter]");
    if (!filter) return;
    const list = root.querySelector("[data-tk-list]");
    const more = root.querySelector("[data-tk-more]");
    const pages = root.querySelector("[data-tk-pages]");
    const found = root.querySelector("[data-tk-found]");
    const empty = root.querySelector("template[data-tk-item]");
    const original = [...list.children];
    let entries = null;
    let hits = [];
    let asked = 0;
    let resting = 0;

    const entry = (slice) => (post) => ({
      post,
      words: folded(`${post.plain} ${post.title} ${post.to.map((n) => slice.accounts[n].name).join(" ")}`),
      tags: new Set(Array.from(post.plain.matchAll(TAG), (match) => match[1].toLowerCase())),
      targets: post.to.map((n) => slice.accounts[n].id),
    });

    async function all() {
      entries ??= (await composer.all()).flatMap((slice) => slice.posts.map(entry(slice)));
      return entries;
    }

    function item({ post }) {
      const made = empty.content.firstElementChild.cloneNode(true);
      const picture = made.querySelector("img");
      const card = post.cards.link ?? Object.values(post.cards)[0];
      made.dataset.tkPost = post.id;
      made.id = post.id;
      if (card) [picture.src, picture.alt] = [composer.at(card), post.alt];
      else picture.remove();
      made.querySelector("[data-tk-text]").append(isolated(post.plain));
      made.querySelector("[data-tk-copy]").dataset.tkCopy = post.plain;
      made.querySelector("[data-tk-use]").href = composer.at(post.page);
      return made;
    }

    // While somebody types, the first findings change at once and the others when the keys rest.
    const made = new Map();
    const itemOf = (hit) => {
      if (!made.has(hit.post.id)) made.set(hit.post.id, item(hit));
      return made.get(hit.post.id);
    };
    const shows = (wanted) =>
      wanted.length === list.children.length && wanted.every((node, i) => node === list.children[i]);

    function show(many) {
      const wanted = hits.slice(0, many).map(itemOf);
      if (!shows(wanted)) list.replaceChildren(...wanted);
      more.hidden = hits.length <= many;
    }

    function showSoon() {
      const few = hits.slice(0, AT_ONCE).map(itemOf);
      if (few.some((node, i) => node !== list.children[i])) list.replaceChildren(...few);
      more.hidden = true;
      resting = setTimeout(() => show(STEP), REST);
    }

    const matches = (wanted) => ({ post, words, tags, targets }) =>
      wanted.words.every((word) => words.includes(word)) &&
      (!wanted.tag || tags.has(wanted.tag.toLowerCase())) &&
      (!wanted.target || targets.includes(wanted.target)) &&
      (!wanted.network || !post.too_long.includes(wanted.network));

    async function look() {
      const given = Object.fromEntries(new FormData(filter));
      const wanted = { ...given, words: folded(given.words).split(/\s+/).filter(Boolean) };
      const ask = ++asked;
      const idle = !wanted.words.length && !wanted.tag && !wanted.target && !wanted.network;
      if (pages) pages.hidden = !idle;
      clearTimeout(resting);
      if (idle) {
        list.replaceChildren(...original);
        more.hidden = true;
        found.textContent = "";
        return;
      }
      try {
        const rows = await all();
        if (ask !== asked) return;
        hits = rows.filter(matches(wanted));
        const line = hits.length ? "does_found" : "does_found_none";
        found.textContent = fill(composer.say[line], { many: hits.length, all: rows.length });
        showSoon();
      } catch {
        found.textContent = composer.say.does_failed;
      }
    }

    filter.addEventListener("input", look);
    filter.addEventListener("submit", (event) => {
      event.preventDefault();
      look();
    });
    root.addEventListener("click", (event) => {
      if (event.target.closest("[data-tk-do=more]")) show(list.children.length + STEP);
      const use = event.target.closest("[data-tk-use]");
      if (!use || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      composer.use(use.closest("[data-tk-post]").dataset.tkPost);
    });
  }

  return { start };
})();
