// Shows a draft as its network will show it: the words, how long they are, and where they open.
globalThis.toolkitShown = (root, draft) => {
  "use strict";
  const { fill, kept, element, parts, isolated, direction } = toolkitFilled;
  const $ = (name) => root.querySelector(`[data-tk-${name}]`);
  const button = (name) => root.querySelector(`[data-tk-do=${name}]`);
  const { now } = draft;
  const name = () => {
    const own = draft.row()?.name ?? "";
    return now.bank.names[own] ?? own;
  };
  const line = (key, values = {}) => fill(now.bank.say[key], { network: name(), ...values });

  // Digits as on the rest of the page, in groups as its language groups them.
  const figure = (n) => n.toLocaleString(`${root.closest("[lang]").lang}-u-nu-latn`);

  // How far a text is seen before "more", cut between words.
  function firstSeen(text) {
    const letters = Array.from(text);
    const shown = draft.row()?.shown;
    if (!shown || letters.length <= shown) return text.length;
    const seen = letters.slice(0, shown).join("");
    return seen.search(/\s\S*$/) + 1 || seen.length;
  }

  function words() {
    const text = draft.text();
    const cut = firstSeen(text);
    const shown = (part) => (now.id ? parts(part, now.net.entities(part, now.id)) : isolated(part));
    $("draft").replaceChildren(shown(text.slice(0, cut)));
    if (cut < text.length) $("draft").append(element("span", "tk-fold", line("does_shown")), shown(text.slice(cut)));
    if ($("edit").value !== text) $("edit").value = text;
    $("draft").dir = $("edit").dir = direction(text) ?? "";
    grow();
    button("reset").hidden = !now.own;
    length(text);
    const pieces = draft.divisible();
    opens(pieces);
    steps(pieces);
    notes();
  }

  function grow() {
    const box = $("edit");
    if (box.hidden) return;
    box.style.blockSize = "auto";
    box.style.blockSize = `${box.scrollHeight + 4}px`;
  }

  function length(text) {
    $("count").hidden = !now.id;
    if (!now.id) return;
    const count = draft.count(text);
    const free = count.limit === null;
    const over = !free && count.used <= count.limit ? "does_bytes" : "does_over";
    const warning = !count.fits && count.hard ? ` · ${line(over, { many: figure(count.over) })}` : "";
    const figures = { used: figure(count.used), limit: free ? "" : figure(count.limit) };
    $("used").textContent = line(free ? "does_count_free" : "does_count", figures) + warning;
    $("count").dataset.tkOver = String(!count.fits);
    $("bar").style.inlineSize = count.limit ? `${Math.min(100, (100 * count.used) / count.limit)}%` : "0";
  }

  function opens(pieces = draft.divisible()) {
    const [open, both] = [$("open"), $("both")];
    const href = draft.link();
    open.hidden = !href;
    both.hidden = !now.id || Boolean(draft.row().share);
    // A later part belongs under the one before, so it is copied rather than opened.
    const copies = now.part > 0 || (open.hidden && both.hidden);
    // What is too long to open whole is better posted in parts.
    button("copy").classList.toggle("tk-button--main", copies && !pieces);
    open.classList.toggle("tk-button--main", !copies && !pieces);
    if (!href) return;
    open.href = href;
    open.textContent = line({ mail: "does_open_mail", phone: "does_open_phone" }[draft.row().says] ?? "does_open");
    if (href.startsWith("http")) Object.assign(open, { target: "_blank", rel: "noopener noreferrer" });
    else open.removeAttribute("target");
  }

  // Which part of a thread is in hand, and the ways to the others.
  function steps(pieces) {
    const many = draft.texts().length;
    $("thread").hidden = many < 2;
    button("part").hidden = now.part + 1 >= many;
    button("divide").hidden = !pieces;
    if (pieces) button("divide").textContent = line("does_divide", { many: pieces.length });
    if (many < 2) return;
    $("part-of").textContent = line("does_part", { n: now.part + 1, many });
    const made = Array.from({ length: many }, (_, n) => {
      const step = element("button", "tk-step", String(n + 1));
      Object.assign(step, { type: "button", ariaCurrent: n === now.part ? "step" : null });
      step.dataset.tkStep = n;
      step.setAttribute("aria-label", line("does_part", { n: n + 1, many }));
      return step;
    });
    $("steps").replaceChildren(...made);
  }

  function network() {
    const row = draft.row();
    const linkOnly = row?.says === "link-only" && Boolean(now.post.url);
    $("network").value = now.id;
    $("network-name").textContent = name();
    $("server-field").hidden = !row?.server_share;
    $("server").value = kept("tk-server");
    $("mock").dataset.tkShape = linkOnly ? "link" : row?.says === "copy" ? "picture" : "";
    $("link").hidden = !linkOnly;
    $("link-title").textContent = now.post.title || now.bank.title;
    $("link-host").textContent = linkOnly ? new URL(now.post.url).host : "";
  }

  function notes() {
    const lines = draft.notes().map(([key, what]) => line(`note_${key}`, { what: what.join(" "), many: what.length }));
    $("notes").textContent = lines.join(" ");
    $("notes").hidden = !lines.length;
  }

  function edit(on) {
    $("edit").hidden = !on;
    $("draft").hidden = on;
    button("edit").setAttribute("aria-expanded", String(on));
    grow();
  }

  return { line, words, opens, network, edit, editing: () => !$("edit").hidden };
};
