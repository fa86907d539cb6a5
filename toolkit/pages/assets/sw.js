/* Keeps a tree of the site readable without a network, and never shows what is out of date where
   there is one: pages come from the network first, files with a hash in their name never change. */
"use strict";
const FILES = "the list of files";
const scope = new URL(self.registration.scope), site = new URL("the way to the site", scope);
// Which file a URL is; pages may be asked for by their folder or by their name.
const NAMED = new Map(Object.keys(FILES).map(path => [new URL(path, scope).pathname, path]));
const KEPT = `tk-pages ${scope.pathname}`, SEEN = `tk-pages-seen ${scope.pathname}`;
const MOST = 120, PATIENCE = 4000;
const HASHED = /\.[0-9a-f]{8}\.(?:min\.)?\w+$/;
// The query keeps an older version of a file apart from the new one while both are there.
const keyOf = path => new URL(`${path}?tk=${FILES[path]}`, scope).href;
const pathOf = url => NAMED.get(url.pathname.replace(/\/index\.html$/, "/"));

const fetched = async (kept, path) => {
  const key = keyOf(path), url = new URL(path, scope);
  if (await kept.match(key)) return;
  // What has a hash in its name is mostly here already, and need not travel twice.
  const answer = await fetch(url, { cache: HASHED.test(url.pathname) ? "force-cache" : "reload" });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  await kept.put(key, answer);
};
// One after another: somebody on a slow line who goes on meanwhile has it nearly alone.
const keep = async () => {
  const kept = await caches.open(KEPT), paths = Object.keys(FILES);
  const last = path => (HASHED.test(path) ? 0 : 1);
  for (const path of paths.sort((one, other) => last(one) - last(other))) await fetched(kept, path);
};
const tidy = async () => {
  const kept = await caches.open(KEPT), wanted = new Set(Object.keys(FILES).map(keyOf));
  for (const request of await kept.keys()) if (!wanted.has(request.url)) await kept.delete(request);
};
self.addEventListener("install", event => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", event => event.waitUntil(tidy().then(() => self.clients.claim())));

const stored = async url => {
  const path = pathOf(url);
  const known = path !== undefined && await (await caches.open(KEPT)).match(keyOf(path));
  return known || (await caches.open(SEEN)).match(url.href.replace(url.hash, ""));
};
const remember = async (url, answer) => {
  if (!answer.ok || answer.redirected || pathOf(url) !== undefined) return;
  const seen = await caches.open(SEEN);
  await seen.put(url.href.replace(url.hash, ""), answer);
  const keys = await seen.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST))) await seen.delete(old);
};
// Hosts seldom say how long a page is good, and browsers then guess: always ask whether it changed.
const fromNetwork = async (event, url) => {
  const answer = await fetch(event.request, HASHED.test(url.pathname) ? {} : { cache: "no-cache" });
  event.waitUntil(remember(url, answer.clone()).catch(() => undefined));
  return answer;
};
const slowly = ms => new Promise((_, give) => { setTimeout(() => give(new Error("slow")), ms); });

const answer = async (event, url) => {
  if (HASHED.test(url.pathname)) return (await stored(url)) || fromNetwork(event, url);
  const network = fromNetwork(event, url);
  const old = await stored(url);
  try {
    return await (old ? Promise.race([network, slowly(PATIENCE)]) : network);
  } catch (fault) {
    network.catch(() => undefined);
    if (old) return old;
    const home = event.request.mode === "navigate" && await stored(scope);
    if (home) return home;
    throw fault;
  }
};
self.addEventListener("fetch", event => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(site.pathname)) return;
  event.respondWith(answer(event, url));
});
