// The post that somebody is making, without anything of the page: which one, for which network, to
// whom, in whose words. A thread has several parts, one of which is in hand; most posts have one.
globalThis.toolkitDraft = (given, seed) => {
  "use strict";
  const { kept, posts } = toolkitFilled;
  const here = (path) => new URL(path, location.href).href;
  const slices = given.tkSlices.split(" ").map(here);
  const total = Number(given.tkTotal);
  const size = Number(given.tkSize);
  const now = { index: 0, part: 0, bank: null, post: null, id: "", net: null, own: null, to: [], whom: "" };

  const made = () => toolkitCompose(now.bank, now.net, toolkitVary);
  const row = () => now.net?.rows[now.id] ?? null;
  // A mail or a text message is written, not posted.
  const letter = () => ["mail", "phone"].includes(row()?.says);
  const server = () => (row()?.server_share ? kept("tk-server") : "");
  const suggested = () => made().parts(now.post, now.id, seed, now.to);
  const texts = () => now.own ?? suggested().map((part) => part.whole);
  const text = () => texts()[now.part];
  const count = (words) => now.net.count(words, now.id);
  const fits = (words) => count(words).fits || !count(words).hard;

  // --- Which one. ---

  const addressed = () => now.post.to.filter((n) => now.bank.accounts[n].id === now.whom);

  async function take(index) {
    now.index = ((index % total) + total) % total;
    now.bank = await posts(slices[Math.floor(now.index / size)]);
    now.post = now.bank.posts[now.index % size] ?? now.bank.posts[0];
    now.own = null;
    now.part = 0;
    now.to = now.whom && addressed().length ? addressed() : made().targetsFor(now.post, seed);
  }

  // The next post, or the next that may be addressed to somebody in particular.
  async function next() {
    const first = now.index;
    for (let step = 1; step <= total; step++) {
      await take(first + step);
      if (!now.whom || addressed().length) return;
    }
  }

  // From now on posts are addressed to this account, as far as any may be.
  async function turnTo(account) {
    now.whom = account;
    await take(now.index);
    if (!addressed().length) await next();
    if (!addressed().length) now.whom = "";
    return Boolean(now.whom);
  }

  // Look where it should be first: most people never need the other files.
  async function find(id, about = 0) {
    for (const number of [Math.floor(about / size), ...slices.keys()]) {
      const found = (await posts(slices[number])).posts.findIndex((post) => post.id === id);
      if (found >= 0) {
        await take(number * size + found);
        return true;
      }
    }
    return false;
  }

  // --- For which network, in whose words. ---

  async function choose(id) {
    const net = id ? await toolkitKnowledge(here(given.tkData)) : now.net;
    now.net = net;
    now.id = net?.rows[id] ? id : "";
    now.part = 0;
    // Own words in parts stay parts only where threads are.
    if (now.own?.length > 1 && !row()?.threads) now.own = [now.own.join("\n\n")];
  }

  function reword(words) {
    const all = texts();
    all[now.part] = words;
    const same = suggested();
    now.own = same.length === all.length && same.every((part, n) => part.whole === all[n]) ? null : all;
  }

  function reset() {
    now.own = null;
    now.part = 0;
  }

  // The parts that a text too long for a network may be cut into between its sentences, else null.
  function divisible() {
    if (!row()?.threads || texts().length > 1 || fits(text())) return null;
    return toolkitThread.divided(text(), fits);
  }

  function divide() {
    now.own = divisible() ?? now.own;
  }

  const link = () => (now.id ? made().link(now.post, now.id, text(), server(), now.part) : null);
  const notes = () => (now.id && !now.own ? suggested()[now.part].notes : []);
  const placed = () => made().plain(now.post, seed, []).includes("{target}");

  return {
    now, row, letter, server, texts, text, count, fits, take, next, turnTo, find, choose, reword, reset,
    divisible, divide, link, notes, placed, total,
    at: (path) => here(given.tkRoot + path),
    all: () => Promise.all(slices.map((path) => posts(path))),
  };
};
