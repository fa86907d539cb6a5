// Counts and recognises on the page exactly as the build does (toolkit/networks), from the same
// specification: `toolkitNetworks(data)` takes what `page_data()` wrote. Offsets are UTF-16 units.
"use strict";

globalThis.toolkitNetworks = function (data) {
  const compiled = new Map();
  const re = (source, flags) => {
    const key = flags + source;
    if (!compiled.has(key)) compiled.set(key, new RegExp(source, flags));
    const found = compiled.get(key);
    found.lastIndex = 0;
    return found;
  };
  const at = (source, text, index) => {
    const sticky = re(source, "uy");
    sticky.lastIndex = index;
    return sticky.exec(text);
  };
  const whole = (source, text) => re(`^(?:${source})$`, "u").test(text);
  const has = (source, text) => re(source, "u").test(text);
  const all = (source, text) => [...text.matchAll(re(source, "gu"))];
  const words = (list) => new Set(list ? list.split(" ") : []);

  const tlds = words(data.tlds);
  const tldsOfX = new Set([...tlds, ...words(data.domains.retired)]);
  const NOWHERE = -1;

  // --- Domains (domains.py): cut a run at its dots, then know how far a domain reaches. ---

  const isLabel = (text, start, end) =>
    end > start && !"_-".includes(text[start]) && !"_-".includes(text[end - 1]);

  function tldEnd(text, start) {
    const goesOn = (index) => at("[0-9A-Za-z@+\\-]", text, index);
    const punycode = () => {
      const found = at("[Xx][Nn]--[0-9A-Za-z\\-]+", text, start);
      return found ? start + found[0].length : NOWHERE;
    };
    const word = at("[A-Za-z0-9]+", text, start);
    const end = start + (word ? word[0].length : 0);
    if (word && tldsOfX.has(word[0].toLowerCase()) && !goesOn(end)) return end;
    if (end === text.length || text.charCodeAt(end) < 128) return punycode();
    for (let length = data.domains.longest; length > 1; length--) {
      const candidate = text.slice(start, start + length);
      if (tldsOfX.has(candidate.toLowerCase()) && !goesOn(start + length))
        return start + candidate.length;
    }
    return punycode();
  }

  function cut(text, start, end) {
    const run = { text, start, end, dots: [], tlds: [], lowLines: [], reach: [] };
    for (let i = start; i < end; i++) if (text[i] === ".") run.dots.push(i);
    const starts = [start, ...run.dots.map((dot) => dot + 1)];
    run.tlds = run.dots.map((dot) => tldEnd(text, dot + 1));
    run.lowLines = run.dots.map((dot, i) => {
      const found = text.slice(starts[i], dot).lastIndexOf("_");
      return found < 0 ? NOWHERE : starts[i] + found;
    });
    run.reach[run.dots.length] = NOWHERE;
    for (let i = run.dots.length - 1; i >= 0; i--) {
      run.reach[i] = NOWHERE;
      if (!isLabel(text, starts[i], run.dots[i])) continue;
      run.reach[i] = run.reach[i + 1];
      if (run.reach[i] === NOWHERE && run.lowLines[i] === NOWHERE) run.reach[i] = run.tlds[i];
    }
    return run;
  }

  function domainEnd(run, start, label) {
    if (!isLabel(run.text, start, run.dots[label])) return NOWHERE;
    if (run.reach[label + 1] !== NOWHERE) return run.reach[label + 1];
    return start > run.lowLines[label] ? run.tlds[label] : NOWHERE;
  }

  function asciiDomains(run, start, end) {
    const inLabel = (i) => whole(data.domains.ascii, run.text[i]);
    const asciiStart = (label, from) => {
      const lowest = Math.max(from, label ? run.dots[label - 1] + 1 : run.start);
      let first = run.dots[label];
      while (first > lowest && inLabel(first - 1)) first--;
      return first;
    };
    const found = [];
    let from = start;
    let label = run.dots.findIndex((dot) => dot >= start);
    while (label < run.dots.length && run.dots[label] < end) {
      const first = asciiStart(label, from);
      let last = label;
      let best = NOWHERE;
      while (first < run.dots[last]) {
        if (run.tlds[last] !== NOWHERE) best = last;
        const next = last + 1;
        if (next === run.dots.length || run.dots[next] >= end) break;
        if (asciiStart(next, 0) > run.dots[last] + 1) break;
        last = next;
      }
      if (best !== NOWHERE) {
        from = run.tlds[best];
        found.push([first, from]);
        last = best;
      }
      label = last + 1;
    }
    return found;
  }

  // --- International names (idna.py): RFC 3492, only to know how long a label gets. ---

  function encoded(label) {
    const points = Array.from(label, (c) => c.codePointAt(0));
    const basic = points.filter((p) => p < 128);
    if (basic.length === points.length) return label;
    const digit = (d) => String.fromCharCode(d < 26 ? d + 97 : d + 22);
    let out = "xn--" + String.fromCharCode(...basic) + (basic.length ? "-" : "");
    let [n, delta, bias, done] = [128, 0, 72, basic.length];
    for (; done < points.length; delta++, n++) {
      const next = Math.min(...points.filter((p) => p >= n));
      delta += (next - n) * (done + 1);
      n = next;
      for (const point of points) {
        if (point < n) delta++;
        if (point !== n) continue;
        let q = delta;
        for (let k = 36; ; k += 36) {
          const t = Math.min(Math.max(k - bias, 1), 26);
          if (q < t) break;
          out += digit(t + ((q - t) % (36 - t)));
          q = Math.floor((q - t) / (36 - t));
        }
        out += digit(q);
        done++;
        bias = adapted(delta, done, done === basic.length + 1);
        delta = 0;
      }
    }
    return out;
  }

  function adapted(delta, points, first) {
    delta = Math.floor(delta / (first ? 700 : 2));
    delta += Math.floor(delta / points);
    let k = 0;
    for (; delta > 455; k += 36) delta = Math.floor(delta / 35);
    return k + Math.floor((36 * delta) / (delta + 38));
  }

  function labelFits(label) {
    if (Array.from(label).length > 63) return false;
    const length = label.split(/[\u3002\uff0e\uff61]/).map(encoded).join(".").length;
    return length > 0 && length <= 63;
  }

  // --- Links as X and Mastodon find them (urls.py). ---

  const isLow = (text, i) => (text.charCodeAt(i) & 0xfc00) === 0xdc00;
  const isHigh = (text, i) => (text.charCodeAt(i) & 0xfc00) === 0xd800;
  const mayFollow = (text, i) => !has(data.domains.notBefore, text[i]);

  function findUrls(text, rule) {
    const found = [];
    if (!rule.bare && !text.includes("://")) return found;
    let position = 0;
    let end = 0;
    for (const dot of all(data.domains.dot, text)) {
      if (dot.index < Math.max(position, end)) continue;
      let start = dot.index;
      while (start > end && whole(data.domains.run, text[start - 1])) start--;
      end = dot.index + at(data.domains.run, text, dot.index)[0].length;
      const run = cut(text, start, end);
      if (run.tlds.some((tld) => tld !== NOWHERE)) position = inRun(run, position, rule, found);
    }
    return found;
  }

  function inRun(run, position, rule, found) {
    const { text } = run;
    const scheme = schemeBefore(run, position, rule);
    if (scheme !== null) {
      const end = domainEnd(run, run.start, 0);
      if (end !== NOWHERE) {
        position = restEnd(text, end, rule);
        found.push(...withScheme(run, scheme, end, position));
      }
    }
    let label = 0;
    for (const start of starts(run, position)) {
      if (position && start <= position) continue;
      while (label < run.dots.length && run.dots[label] < start) label++;
      if (label === run.dots.length) break;
      const end = domainEnd(run, start, label);
      if (end === NOWHERE) continue;
      const behind = text.slice(position, start).slice(-1);
      const before = position;
      position = restEnd(text, end, rule);
      // The build counts whole characters, so it begins where the character does.
      const first = isLow(text, start) && start > before ? start - 1 : start;
      if (rule.bare && !(behind && "-_./".includes(behind)))
        found.push(...bare(run, first, end, position));
    }
    return position;
  }

  function* starts(run, position) {
    if (run.start === 0 && position === 0) {
      if (run.end > 1 && mayFollow(run.text, 0)) yield 1;
      yield 0;
    }
    for (let i = Math.max(run.start, position, 1); i < run.end; i++)
      if (mayFollow(run.text, i - 1)) yield i;
  }

  function schemeBefore(run, position, rule) {
    const { text } = run;
    const colon = run.start - 3;
    if (colon < 0 || text.slice(colon, run.start) !== "://") return null;
    for (let start = Math.max(0, colon - 10); start < colon - 1; start++) {
      if (!whole(rule.schemes, text.slice(start, colon))) continue;
      const free = start > position || (start === 0 && position === 0);
      return free && (start === 0 || mayFollow(text, start - 1)) ? start : null;
    }
    return null;
  }

  const restEnd = (text, end, rule) => end + at(rule.rest, text, end)[0].length;

  function possible(run, start, end, length) {
    const domain = run.text.slice(start, end);
    if (domain.startsWith("xn--") && !asciiDomains(run, start, end).length) return false;
    return length <= data.domains.maxUrl && domain.split(".").every(labelFits);
  }

  function withScheme(run, start, end, rest) {
    const link = run.text.slice(start, rest);
    if (!possible(run, run.start, end, link.length + run.start - start)) return [];
    const short = at(data.domains.short, link, 0);
    if (!short) return [{ start, end: rest, value: link }];
    if (short[1].length > data.domains.maxSlug) return [];
    return [{ start, end: start + short[0].length, value: short[0] }];
  }

  function bare(run, start, end, rest) {
    const { text } = run;
    if (!possible(run, start, end, rest - start + "https://".length)) return [];
    const found = asciiDomains(run, start, end).map(([a, b]) => ({
      start: a,
      end: b,
      value: text.slice(a, b),
    }));
    const tail = text.slice(end, rest);
    if (found.length && tail.split("?")[0].includes("/")) {
      const last = found[found.length - 1];
      last.value += tail;
      last.end = rest;
    }
    return found;
  }

  // --- Links as Bluesky finds and shortens them (bluesky.py). ---

  function findLinks(text) {
    const found = [];
    for (const match of all(data.reads.bluesky.whole_link, text)) {
      const [, link, domain] = match;
      const plain = !link.startsWith("http");
      if (plain && !(domain && tlds.has(domain.slice(domain.lastIndexOf(".") + 1)))) continue;
      let value = (plain ? "https://" : "") + link;
      let end = match.index + match[0].length;
      const drop = () => ((value = value.slice(0, -1)), end--);
      if (/[.,;:!?]$/.test(value)) drop();
      if (value.endsWith(")") && !value.includes("(")) drop();
      found.push({ start: match.index + match[0].length - link.length, end, value });
    }
    return found;
  }

  const quote = (text, kept) =>
    text.replace(/[^]/gu, (c) =>
      /[A-Za-z0-9_.~-]/.test(c) || kept.includes(c)
        ? c
        : encodeURIComponent(c).replace(/[!'()*]/, (d) => "%" + d.charCodeAt(0).toString(16).toUpperCase()),
    );

  function shortened(link) {
    const parts = new RegExp(`^(?:${data.address.parts})$`, "u").exec(link);
    const host = parts && !/\p{Cs}/u.test(link) ? hostOf(parts[1].toLowerCase(), parts[2]) : "";
    if (!host) return link;
    const plain = withoutDots(parts[3].replaceAll("\\", "/"));
    let path = plain === "/" ? "" : quote(plain, data.address.path);
    if (parts[4] && parts[4].length > 1) path += "?" + quote(parts[4].slice(1), data.address.query);
    if (parts[5] && parts[5].length > 1)
      path += "#" + quote(parts[5].slice(1), data.address.fragment);
    return host + (path.length > 15 ? path.slice(0, 13) + "..." : path);
  }

  function hostOf(scheme, authority) {
    const own = authority.slice(authority.lastIndexOf("@") + 1);
    const colon = own.includes(":") ? own.indexOf(":") : own.length;
    const port = own.slice(colon + 1);
    const name = own
      .slice(0, colon)
      .replace(re(data.address.ignored, "gu"), "")
      .normalize("NFKC")
      .toLowerCase();
    if (!name || has(data.address.never, name) || !/^[0-9]*$/.test(port)) return "";
    const labels = name.split(".");
    if (!labels.filter(Boolean).every(labelFits)) return "";
    const usual = { http: "80", https: "443" }[scheme];
    return labels.map(encoded).join(".") + (port && port !== usual ? ":" + port : "");
  }

  function withoutDots(path) {
    if (!path.includes("/.")) return path;
    const kept = [];
    const steps = path.split("/").slice(1);
    steps.forEach((step, i) => {
      if (step === "..") kept.pop();
      else if (step !== ".") kept.push(step);
      if ((step === "." || step === "..") && i === steps.length - 1) kept.push("");
    });
    return "/" + kept.join("/");
  }

  // --- What begins with a sign (signs.py). ---

  function findSigned(text, rule) {
    const found = [];
    let free = 0;
    for (const sign of all(rule.sign, text)) {
      const start = sign.index;
      const inside = start + sign[0].length;
      if (start < free || (start === free && start)) continue;
      if (!has(rule.before, text.slice(Math.max(0, start - 3), start))) continue;
      const match = at(rule.body, text, inside);
      if (!match) continue;
      free = inside + match[0].length;
      const entity = refused(text, match[0], free, rule) ? null : signed(text, start, inside, match[0], rule);
      if (entity) found.push(entity);
    }
    return rule.first ? found.slice(0, 1) : found;
  }

  function refused(text, body, end, rule) {
    if (rule.not_after && at(rule.not_after, text, end)) return true;
    if (rule.needs && !has(rule.needs, body)) return true;
    if (rule.known_domain) {
      const last = body.lastIndexOf(".");
      return last < 0 || !(tlds.has(body.slice(last + 1)) || body.slice(last + 1) === "test");
    }
    return Boolean(rule.host) && Array.from(body.split("@").slice(1).join("@")).length > rule.host;
  }

  function signed(text, start, inside, body, rule) {
    if (rule.trim) {
      body = Array.from(body);
      while (body.length && has("\\p{P}", body[body.length - 1])) body.pop();
      body = body.join("");
      if (!body || (body.length > rule.graphemes && graphemes(body) > rule.graphemes)) return null;
    }
    if (rule.unlink && text.startsWith("://", inside + body.length))
      body = body.replace(/^([^]+?)https?$/u, "$1");
    const value = rule.upper ? body.toUpperCase() : body;
    const kind = rule.kind === "mention" && body.includes("/") ? "list" : rule.kind;
    return { kind, start, end: inside + body.length, value };
  }

  // --- All of it (recognise.py). ---

  function recognise(text, name, kinds) {
    const rules = data.reads[name];
    const wanted = (kind) => !kinds || kinds.includes(kind);
    const urls = () => (rules.whole_link ? findLinks(text) : findUrls(text, rules.links));
    const found = wanted("link") ? urls().map((url) => ({ kind: "link", ...url })) : [];
    for (const rule of rules.signs) if (wanted(rule.kind)) found.push(...findSigned(text, rule));
    found.sort((a, b) => a.start - b.start);
    const kept = [];
    for (const entity of found)
      if (!kept.length || kept[kept.length - 1].end <= entity.start) kept.push(entity);
    return kept;
  }

  // --- Measures (measure.py, weigh.py). ---

  const segmenter = globalThis.Intl?.Segmenter && new Intl.Segmenter("en", { granularity: "grapheme" });

  function graphemes(text) {
    if (/^[^\r\u0080-\uffff]*$/.test(text)) return text.length;
    if (!segmenter) return Array.from(text).length;
    let number = 0;
    for (const _ of segmenter.segment(text)) number++;
    return number;
  }

  const codePoints = (text) => {
    let number = 0;
    for (const _ of text) number++;
    return number;
  };
  const utf8 = (text) => new TextEncoder().encode(text).length;

  function emojiBytes(text) {
    let least = codePoints(text);
    let most = least;
    for (const [emoji] of all(data.emoji, text)) {
      const points = codePoints(emoji);
      const extra = utf8(emoji) - points;
      most += extra;
      if (!whole(data.textByDefault, emoji)) least += extra;
    }
    return [least, most];
  }

  function segments(text) {
    const { once, twice, sizes } = data.gsm;
    const letters = Array.from(text);
    const plain = letters.every((c) => once.includes(c) || twice.includes(c));
    const [single, joined] = sizes[plain ? 0 : 1];
    const costs = letters.map((c) => (plain ? 1 + twice.includes(c) : c.length));
    const units = costs.reduce((sum, cost) => sum + cost, 0);
    let parts = 1;
    let room = units <= single ? units : joined;
    for (const cost of costs) {
      if (cost > room) [parts, room] = [parts + 1, joined];
      room -= cost;
    }
    return { units, single, parts };
  }

  function weigh(text, emoji, weights = data.x.weights) {
    const { scale, maxWeightedTweetLength: limit, defaultWeight, ranges } = weights;
    const normal = text.normalize("NFC");
    const wholes = new Map();
    if (weights.emojiParsingEnabled)
      for (const match of all(emoji, normal)) wholes.set(match.index, [match[0].length, defaultWeight]);
    for (const url of findUrls(normal, data.reads.x.links))
      wholes.set(url.start, [url.end - url.start, weights.transformedURLLength * scale]);
    const plain = (point) =>
      ranges.find((range) => range.start <= point && point <= range.end)?.weight ?? defaultWeight;
    let total = 0;
    let last = 0;
    let valid = true;
    for (let index = 0; index < normal.length; ) {
      const point = normal.codePointAt(index);
      const [length, weight] = wholes.get(index) ?? [point > 0xffff ? 2 : 1, plain(point)];
      total += weight;
      index += length;
      valid &&= !has(data.domains.never, normal[index - 1]);
      if (valid && total <= limit * scale) last = index - 1;
    }
    return {
      weight: Math.floor(total / scale),
      valid: valid && total > 0 && total <= limit * scale,
      permillage: Math.floor((total * 1000) / (limit * scale)),
      validEnd: last + text.length - normal.length,
      displayEnd: Math.max(text.length - 1, 0),
    };
  }

  // --- Counting (counting.py). ---

  function asCounted(text, row) {
    const links = row.link !== "full";
    const users = row.mention === "user";
    if (row.count === "weighted" || !(links || users)) return text;
    if (users && has("^\\p{White_Space}*$", text)) return "";
    const kinds = [...(links ? ["link"] : []), ...(users ? ["mention"] : [])];
    let out = "";
    let position = 0;
    for (const entity of recognise(text, row.reads, kinds)) {
      const typed = text.slice(entity.start, entity.end);
      out += text.slice(position, entity.start);
      if (entity.kind === "mention") out += "@" + entity.value.split("@")[0];
      else out += row.link === "shortened" ? shortened(typed) : "x".repeat(row.link);
      position = entity.end;
    }
    return out + text.slice(position);
  }

  function measured(text, unit) {
    const both = (number) => [number, number];
    if (unit === "weighted") {
      const readings = [data.emoji, data.x.emoji].map((emoji) => weigh(text, emoji).weight);
      return [Math.min(...readings), Math.max(...readings)];
    }
    if (unit === "emoji-bytes") return emojiBytes(text);
    if (unit === "either") return [codePoints(text), text.length];
    if (unit === "sms") return both(segments(text).units);
    if (unit === "graphemes") return both(graphemes(text));
    if (unit === "utf-16") return both(text.length);
    return both(unit === "utf-8" ? utf8(text) : codePoints(text));
  }

  function count(text, id) {
    const row = data.networks[id];
    const counted = asCounted(text, row);
    const [least, used] = measured(counted, row.count);
    const sms = row.count === "sms" ? segments(counted) : null;
    const limit = sms ? sms.single : row.limit;
    const bytes = row.bytes === null ? 0 : utf8(counted);
    const over = Math.max(
      limit === null ? 0 : used - limit,
      row.bytes !== null && bytes > row.bytes ? 1 : 0,
      0,
    );
    return { used, least, limit, over, fits: !over, hard: row.hard, bytes, parts: sms ? sms.parts : 1 };
  }

  // --- The compose link (links.py). Null where there is none or it cannot be made. ---

  function compose(id, given) {
    const row = data.networks[id];
    const share = given.server && row.server_share ? row.server_share : row.share;
    if (!share) return null;
    const slots = new Set(Array.from(share.matchAll(/\{(\w+)\}/g), (match) => match[1]));
    const values = { text: (given.text || "").replace(/\r\n?/g, "\n"), url: given.url || "", title: given.title || "" };
    if (slots.has("text") && !slots.has("url") && values.url && !values.text.includes(values.url))
      values.text = [values.text, values.url].filter(Boolean).join("\n");
    const half = [...slots].some((slot) => /\p{Cs}/u.test(values[slot] ?? ""));
    const needs = row.needs.length ? row.needs : slots.has("text") ? [] : ["url"];
    if (half || needs.some((name) => !values[name])) return null;
    const host = given.server ?? "";
    if (slots.has("server") && !/^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?$/.test(host)) return null;
    const template = share.replaceAll("{server}", host);
    const start = template.search(/[?#]/) + 1;
    const lines = template.startsWith("mailto:") ? "\r\n" : "\n";
    const filled = template.slice(start).split("&").flatMap((parameter) => {
      const slot = /=\{(\w+)\}$/.exec(parameter);
      if (!slot) return [parameter];
      const value = values[slot[1]];
      return value ? [parameter.replace(slot[0], () => "=" + quote(value.replaceAll("\n", lines), ""))] : [];
    });
    return template.slice(0, start) + filled.join("&");
  }

  const entities = (text, id) => recognise(text, data.networks[id].reads);
  const validHashtag = (tag, id) => {
    const found = entities("#" + tag, id);
    return found.length === 1 && found[0].kind === "hashtag" && !found[0].start && found[0].end === tag.length + 1;
  };
  // Whom a text addresses in its first word, null if nobody (recognise.py, reply_to).
  function replyTo(text, id) {
    const rest = text.slice(at(data.blank, text, 0)[0].length);
    const [first] = recognise(rest, data.networks[id].reads, ["mention", "list"]);
    return first && !first.start ? first.value.split("/")[0] : null;
  }
  const validHandle = (handle, id) => whole(data.reads[data.networks[id].reads].handle, handle);

  const validUrl = (text, scheme = true) =>
    whole((scheme ? data.domains.scheme : `(?:${data.domains.scheme})?`) + data.domains.url, text);

  const known = { validHashtag, validHandle, validUrl };
  return { rows: data.networks, count, entities, replyTo, compose, weigh, graphemes, shortened, ...known };
};
