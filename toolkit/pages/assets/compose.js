// Makes a post for a network on the page exactly as the build does (toolkit/compose): `bank` is a
// slice of posts, `networks` what toolkitNetworks() returned. Offsets are UTF-16 units.
globalThis.toolkitCompose = (bank, networks, vary) => {
  "use strict";
  const W = "\\p{L}\\p{N}_";
  const SPACE = "[\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
  const PLACE = "{target}";
  const MOST = 3;
  const HANDLE = new RegExp(`[${W}.\\-]*[${W}](?:@[${W}\\-]+(?:\\.[${W}\\-]+)+)?`, "uy");
  const NOT_AFTER = new RegExp(`[${W}@＠/=&\\-]$|[${W}]\\.$`, "u");
  const TAGS_AT_END = new RegExp(`(?:${SPACE}+[#＃][${W}]+)+${SPACE}*$`, "u");
  const ANY_TAG = new RegExp(`[#＃]([${W}]+)`, "gu");
  const LINK_ENDS = new RegExp(`[.,;:!?)\\]”’"']*(?:${SPACE}|$)`, "uy");
  const BRACKETS = { "(": ")", "（": "）", "[": "]" };
  const { accounts } = bank;

  // --- Handles (directory.py, handles.py). ---

  const mention = (account, id) => account.on[id] || "";
  const isAscii = (c) => c < "\x80";

  function* readings(run) {
    yield run;
    for (let i = run.length - 1; i > 0; i--)
      if (".@-".includes(run[i]) || (isAscii(run[i - 1]) && !isAscii(run[i]))) yield run.slice(0, i);
  }

  function handlesIn(text) {
    const found = [];
    for (let i = 0; i < text.length; i++) {
      if (text[i] !== "@" && text[i] !== "＠") continue;
      if (NOT_AFTER.test(text.slice(Math.max(0, i - 3), i))) continue;
      HANDLE.lastIndex = i + 1;
      const run = HANDLE.exec(text);
      if (!run) continue;
      const names = [...readings(run[0])];
      const name = names.find((n) => Object.hasOwn(bank.owners, n.toLowerCase())) ?? run[0];
      const owners = bank.owners[name.toLowerCase()] ?? [];
      const account = owners.length === 1 ? accounts[owners[0]] : null;
      found.push({ start: i, end: i + 1 + name.length, name, account });
      i += name.length;
    }
    return found;
  }

  const begins = (text, plain) =>
    text.toLowerCase().startsWith(plain.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(text.slice(plain.length));

  function ends(text, plain) {
    const cut = text.replace(/ +$/, "");
    return cut.toLowerCase().endsWith(plain.toLowerCase()) && !/[\p{L}\p{N}]$/u.test(cut.slice(0, -plain.length));
  }

  function putName(done, text, at, plain) {
    const before = done.join("");
    const after = text.slice(at);
    const start = after.replace(/^ +/, "");
    const closes = BRACKETS[before.slice(-1)];
    if (closes && after.startsWith(closes) && ends(before.slice(0, -1), plain)) {
      done.splice(0, done.length, before.slice(0, -1).replace(/ +$/, ""));
      return at + 1;
    }
    if (begins(start, plain)) return at + after.length - start.length;
    if (ends(before, plain)) done.splice(0, done.length, before.replace(/ +$/, ""));
    else done.push(plain);
    return at;
  }

  function rewritten(text, id) {
    const handles = handlesIn(text);
    const done = [];
    let at = 0;
    for (const { start, end, name, account } of handles) {
      if (!account) continue;
      done.push(text.slice(at, start));
      at = end;
      const written = mention(account, id);
      if (written || !account.name) done.push(written || name);
      else at = putName(done, text, at, account.name);
    }
    const had = handles.map((h) => h.account).filter(Boolean);
    return { text: done.join("") + text.slice(at), had };
  }

  // --- Targets and tags (targets.py, tags.py). ---

  function targetsFor(post, seed, count = 1) {
    const order = [...post.to];
    if (seed)
      for (let last = order.length - 1; last > 0; last--) {
        const other = vary.pick(seed, `targets/${bank.campaign}`, last, last + 1);
        [order[last], order[other]] = [order[other], order[last]];
      }
    const many = Math.min(count, MOST, order.length);
    return Array.from({ length: many }, (_, step) => order[(post.turn * many + step) % order.length]);
  }

  function placed(text, targets, id, had) {
    if (!text.includes(PLACE) || !targets.length) return text;
    const written = targets.map((a) => (id && !had.includes(a) && mention(a, id)) || a.name);
    const between = written.every((w) => w.startsWith("@")) ? " " : bank.between;
    return text.replaceAll(PLACE, () => written.join(between));
  }

  function withMentions(text, mentions) {
    if (!mentions.length) return text;
    const cut = TAGS_AT_END.exec(text)?.index || text.length;
    return [text.slice(0, cut), ...mentions].join(" ") + text.slice(cut);
  }

  function missing(text, post) {
    const present = new Set(Array.from(text.matchAll(ANY_TAG), (match) => match[1].toLowerCase()));
    const wanted = post.tags.map((n) => bank.tags[n]).filter((t) => !t.forms.some((f) => present.has(f)));
    return [...wanted.filter((t) => t.main), ...wanted.filter((t) => !t.main)];
  }

  const sign = (tag) => "#" + tag.sign;

  function tagsFor(text, post, id) {
    const wanted = missing(text, post);
    const usable = wanted.filter((tag) => networks.validHashtag(tag.sign, id));
    const most = networks.rows[id].hashtags;
    const used = most ? networks.entities(text, id).filter((e) => e.kind === "hashtag").length : 0;
    const kept = most === null ? usable : usable.slice(0, Math.max(0, most - used));
    const unlinked = wanted.filter((tag) => !usable.includes(tag));
    const many = usable.filter((tag) => !kept.includes(tag));
    return {
      main: kept.filter((t) => t.main).map(sign),
      other: kept.filter((t) => !t.main).map(sign),
      notes: most === 0
        ? [["tags_unlinked", [...many, ...unlinked].map(sign)]]
        : [["tags_unlinked", unlinked.map(sign)], ["tags_many", many.map(sign)]],
    };
  }

  // --- The whole (post.py). ---

  const said = (words, seed) => (typeof words === "string" ? words : vary.said(words, seed));

  function holdsLink(text, url) {
    for (let i = text.indexOf(url); i >= 0; i = text.indexOf(url, i + 1)) {
      LINK_ENDS.lastIndex = i + url.length;
      if (LINK_ENDS.test(text)) return true;
    }
    return false;
  }

  const withLink = (text, url) => (!url || holdsLink(text, url) ? text : `${text}\n${url}`);

  function plain(post, seed, targets) {
    const chosen = targets.map((n) => accounts[n]);
    const text = placed(said(post.text, seed), chosen, "", []);
    return [text, ...missing(text, post).map(sign)].join(" ");
  }

  // What follows the first part of a thread; a network's own text is all there is to say on it.
  const following = (post, id, seed) => (id && post.on[id] ? [] : (post.thread ?? []).map((words) => said(words, seed)));

  // All parts as they are posted: the first carries hashtags and link, the others go out as written.
  function parts(post, id, seed, targets) {
    const chosen = targets.map((n) => accounts[n]);
    const first = id ? composed(post, id, seed, targets) : { whole: plain(post, seed, targets), notes: [] };
    const rest = id && !networks.rows[id].threads ? [] : following(post, id, seed);
    return [first, ...rest.map((text) => {
      const own = id ? rewritten(text, id) : { text, had: [] };
      return { whole: placed(own.text, chosen, id, own.had), notes: [] };
    })];
  }

  function composed(post, id, seed, targets) {
    const chosen = targets.map((n) => accounts[n]);
    const rest = networks.rows[id].threads ? [] : following(post, id, seed);
    const own = rewritten([said(post.on[id] ?? post.text, seed), ...rest].join("\n\n"), id);
    const body = placed(own.text, chosen, id, own.had);
    const wanted = body === own.text ? chosen.filter((a) => !own.had.includes(a)) : [];
    const mentions = wanted.map((a) => mention(a, id)).filter(Boolean);
    const tags = tagsFor(body, post, id);
    const order = [...tags.main, ...mentions, ...tags.other];
    let whole, text, count, keep;
    for (keep = order.length; keep >= 0; keep--) {
      const stays = (what) => !order.slice(keep).includes(what);
      const kept = [...tags.main, ...tags.other].filter(stays);
      text = [withMentions(body, mentions.filter(stays)), ...kept].join(" ");
      whole = withLink(text, post.url);
      count = networks.count(whole, id);
      if (count.fits || !count.hard) break;
    }
    const notes = [...tags.notes, ["no_room", order.slice(Math.max(keep, 0))]].filter(([, what]) => what.length);
    return { whole, text, count, notes };
  }

  // The link that opens a network with all of a text; too long a text travels as its link alone.
  function link(post, id, whole, server, part = 0) {
    const row = networks.rows[id];
    const share = row.share ?? "";
    const count = networks.count(whole, id);
    const given = { title: bank.title, server };
    if (part) return networks.compose(id, { ...given, text: whole });
    const last = `\n${post.url}`;
    const own = post.url && whole.endsWith(last) ? whole.slice(0, -last.length) : whole;
    const held = own !== whole || (post.url && holdsLink(whole, post.url));
    if (!count.fits && count.hard) return networks.compose(id, { ...given, url: post.url });
    if (share.includes("{text}") && !share.includes("{url}")) return networks.compose(id, { ...given, text: whole });
    const leave = (!held || own === whole) && share.includes("{text}") && !row.needs.includes("url");
    return networks.compose(id, { ...given, text: own, url: leave ? "" : post.url });
  }

  return { targetsFor, plain, parts, composed, link };
};
