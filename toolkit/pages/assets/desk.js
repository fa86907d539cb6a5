/* The letter desk on the reader's own device: fills letters in, hands them over, keeps a list of
   what was done. Nothing is sent; what is typed is kept in this browser until it is erased. */
(() => {
  "use strict";
  const STORE = "tk-desk";
  const { tell, ways, forget: forgetDeeds } = globalThis.tkDeeds;
  // Characters that end lines, give orders to machines or turn the direction of writing.
  const HARM = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
  const US_PAPER = ["US", "CA", "MX", "GT", "HN", "SV", "NI", "CR", "PA", "CO", "VE", "CL", "DO", "PR", "PH"];
  const memory = {};

  // Storage may be switched off; then things are kept as long as the page is open.
  const keep = (key, value, nowhere) => {
    memory[key] = value;
    if (nowhere) return true;
    try { localStorage.setItem(key, JSON.stringify(value)); } catch { return false; }
    return true;
  };
  const kept = key => {
    try { return JSON.parse(localStorage.getItem(key)) || memory[key] || {}; } catch { return memory[key] || {}; }
  };
  const forget = key => {
    delete memory[key];
    try { localStorage.removeItem(key); } catch { memory[key] = {}; }
  };

  const clean = (text, line) => {
    const tidy = text.replace(/\r\n?/g, "\n").replace(HARM, "");
    return line ? tidy.replace(/\n/g, " ").trim() : tidy.trim();
  };
  const crlf = text => text.replace(/\n/g, "\r\n");
  const code = encodeURIComponent;
  const fields = rows => rows.filter(([, value]) => value).map(([name, value]) => `${name}=${code(value)}`).join("&");
  const ADDRESS = {
    mail: l => `mailto:${code(l.to).replace(/%40/g, "@")}?` + fields([["cc", l.cc.join(",")], ["subject", l.subject], ["body", crlf(l.text)]]),
    gmail: l => "https://mail.google.com/mail/?view=cm&fs=1&" + fields([["to", l.to], ["cc", l.cc.join(",")], ["su", l.subject], ["body", crlf(l.text)]]),
    outlook: l => "https://outlook.live.com/mail/0/deeplink/compose?popoutv2=1&" + fields([["to", l.to], ["cc", l.cc.join(",")], ["subject", l.subject], ["body", crlf(l.text)]]),
  };

  const open = desk => {
    if (desk.dataset.tkReady) return;
    desk.dataset.tkReady = "yes";
    const own = `${STORE}:${desk.dataset.tkDesk}`;
    // Where taking part can be dangerous nothing is kept longer than the page is open, and names
    // become initials.
    const careful = "tkSensitive" in desk.dataset;
    const says = JSON.parse(desk.dataset.tkSay);
    const all = selector => [...desk.querySelectorAll(selector)];
    let me = careful ? {} : kept(STORE);
    let work = { texts: {}, left: {}, ...(careful ? {} : kept(own)) };
    const letters = new Map(all("[data-tk-version]").map(v => [v, JSON.parse(v.dataset.tkLetter)]));
    const initials = name => name.split(/[\s.]+/).filter(Boolean).map(word => `${[...word][0].toLocaleUpperCase()}.`).join(" ");
    const typed = id => (me.gaps || {})[id] || "";
    const value = id => careful && id === "name" && !me.whole ? initials(typed(id)) : typed(id);

    const say = line => {
      const live = desk.querySelector("[data-tk-live]");
      live.textContent = "";
      requestAnimationFrame(() => { live.textContent = line; });
      clearTimeout(say.timer);
      say.timer = setTimeout(() => { if (live.textContent === line) live.textContent = ""; }, 8000);
    };
    const save = () => {
      const held = keep(STORE, me, careful);
      if (!(keep(own, work, careful) && held) && !save.told) {
        save.told = true;
        say(says.tell_no_storage);
      }
    };

    // A line of which nothing is left when its places are filled goes, with the gap it leaves.
    const filled = (text, gaps) => {
      let dropped = false;
      const lines = text.split("\n").map(line => {
        const hit = gaps.filter(gap => line.includes(gap.marker));
        const done = hit.reduce((words, gap) => words.split(gap.marker).join(value(gap.id) || (gap.required ? gap.marker : "")), line);
        if (hit.length && !done.trim()) {
          dropped = true;
          return null;
        }
        return done;
      }).filter(line => line !== null).join("\n");
      return dropped ? lines.replace(/\n{3,}/g, "\n\n") : lines;
    };
    const now = version => {
      const data = letters.get(version);
      const draft = work.texts[version.dataset.tkVersion] ?? data.texts[0];
      const text = filled(draft, data.gaps);
      const missing = data.gaps.filter(gap => gap.required && text.includes(gap.marker));
      return { ...data, draft, text, missing };
    };

    // What is still to be filled in stands out, as it does without script.
    const mark = text => Object.assign(document.createElement("mark"), { className: "tk-gap", textContent: text });
    const cut = (text, marker) => text.split(marker).flatMap((part, n) => (n ? [mark(marker), part] : [part]));
    const marked = ({ text, missing }) =>
      missing.reduce((parts, gap) => parts.flatMap(part => (part.nodeType ? [part] : cut(part, gap.marker))), [text]);

    const show = version => {
      const letter = now(version);
      version.querySelector("[data-tk-out]").replaceChildren(...marked(letter));
      const edit = version.querySelector("[data-tk-edit]");
      if (edit.value !== letter.draft) edit.value = letter.draft;
      const words = letter.text.split(/\s+/).filter(Boolean).length;
      const length = version.querySelector("[data-tk-length]");
      length.dataset.tkForm ??= length.textContent;
      const figures = [[...letter.text].length, Math.max(1, Math.ceil(words / 238))];
      let turn = 0;
      length.textContent = length.dataset.tkForm.replace(/\d[\d,.]*/g, () => figures[turn++]);
      version.querySelector("[data-tk-from]").textContent = [value("name"), value("city")].filter(Boolean).join("\n");
      const form = new Intl.DateTimeFormat(version.dataset.tkLang, { dateStyle: "long" });
      version.querySelector("[data-tk-date]").textContent = form.format(new Date());
      version.querySelectorAll("[data-tk-fill]").forEach(line => { line.textContent = filled(line.dataset.tkFill, letter.gaps); });
      version.querySelectorAll("[data-tk-mail]").forEach(link => { link.href = way(link, letter).href; });
    };
    // What does not fit is left out of the address, and copied instead.
    const way = (link, letter) => {
      const kind = link.dataset.tkMail;
      const href = ADDRESS[kind](letter);
      const fits = href.length <= (kind === "mail" ? letter.mailRoom : letter.webRoom);
      return { fits, href: fits ? href : ADDRESS[kind]({ ...letter, text: "" }) };
    };

    // Each way to reach a target, with what it counts as.
    const KINDS = { mail: "write", print: "write", call: "call", post: "share", copy: "write" };
    const report = () => {
      const counts = Object.keys(KINDS).map(how => [how, ways(desk.dataset.tkCampaign, how)]).filter(([, n]) => n);
      const list = desk.querySelector("[data-tk-code]");
      const line = counts.map(([kind, n]) => says[`did_${kind}`].replace("{n}", n)).join(says.comma);
      if (!list) return "";
      list.textContent = line ? `${list.dataset.tkCode}: ${line}` : list.dataset.tkNothing;
      all('[data-tk-take="code"]').forEach(button => { button.hidden = !line; });
      all("[data-tk-report]").forEach(link => {
        link.href = ADDRESS.mail({ to: link.dataset.tkReport, cc: [], subject: list.dataset.tkCode, text: line ? list.textContent : "" });
      });
      return line ? list.textContent : "";
    };
    const did = (target, how) => {
      tell(desk, KINDS[how], target, how);
      report();
      if (!careful && how !== "copy") say(says.tell_noted);
    };

    const point = missing => {
      // Named as this page names it: the letter may be in another language.
      const fieldOf = gap => desk.querySelector(`[data-tk-gap="${gap.id}"]`);
      const field = fieldOf(missing[0]);
      say(says.tell_unfilled.replace("{what}", missing.map(gap => fieldOf(gap)?.dataset.tkLabel ?? gap.label).join(says.comma)));
      if (!field) return;
      field.setAttribute("aria-invalid", "true");
      field.focus();
      field.scrollIntoView({ block: "center" });
    };
    const TAKES = { text: l => l.text, to: l => l.to, subject: l => l.subject };

    const handOver = (event, version, key) => {
      const target = event.target.closest("a, button");
      const letter = version && now(version);
      const sends = target.matches("[data-tk-mail], [data-tk-print]") || target.dataset.tkTake === "text";
      if (sends && letter.missing.length) {
        event.preventDefault();
        event.stopPropagation();
        point(letter.missing);
        return;
      }
      if (target.dataset.tkMail) {
        const { fits, href } = way(target, letter);
        target.href = href;
        if (!fits) {
          version.querySelector('[data-tk-take="text"]').click();
          setTimeout(() => say(says.tell_too_long), 300);
        }
        did(key, "mail");
      } else if (target.hasAttribute("data-tk-print")) {
        print(version, target.dataset.tkPrint);
        did(key, "print");
      } else if (target.dataset.tkTake === "code") {
        target.dataset.tkCopy = report();
      } else if (target.dataset.tkTake) {
        target.dataset.tkCopy = TAKES[target.dataset.tkTake](letter);
        if (target.dataset.tkTake === "text") did(key, "copy");
      } else if (target.hasAttribute("data-tk-call")) did(key, "call");
      else if (target.hasAttribute("data-tk-post")) did(key, "post");
    };

    const print = (version, how) => {
      const page = document.documentElement;
      page.dataset.tkPrinting = paper();
      version.classList.add("tk-printing");
      version.classList.toggle("tk-printing--through", how === "through");
      addEventListener("afterprint", () => {
        delete page.dataset.tkPrinting;
        version.classList.remove("tk-printing", "tk-printing--through");
      }, { once: true });
      window.print();
    };
    const paper = () => {
      if (me.paper) return me.paper;
      const region = new Intl.Locale(navigator.language).maximize().region;
      return US_PAPER.includes(region) ? "letter" : "a4";
    };

    const choose = () => {
      all("[data-tk-stop]").forEach(stop => { stop.hidden = Boolean(work.left[stop.dataset.tkStop]); });
      all("[data-tk-choose]").forEach(box => { box.checked = !work.left[box.dataset.tkChoose]; });
      all("[data-tk-nobody]").forEach(line => { line.hidden = all("[data-tk-stop]").some(stop => !stop.hidden); });
      all("[data-tk-stop]").forEach(stop => {
        const own = [...stop.querySelectorAll("[data-tk-version]")];
        const wanted = own.find(v => v.dataset.tkLang === work.language) || own[0];
        own.forEach(v => { v.hidden = v !== wanted; });
        stop.querySelectorAll("[data-tk-show]").forEach(b => b.setAttribute("aria-pressed", String(b.dataset.tkShow === wanted.dataset.tkVersion)));
      });
      all("[data-tk-paper]").forEach(radio => { radio.checked = radio.value === paper(); });
    };
    const refresh = () => {
      all("[data-tk-gap]").forEach(field => { if (document.activeElement !== field) field.value = typed(field.dataset.tkGap); });
      letters.forEach((_, version) => show(version));
      choose();
      report();
    };

    const reword = (version, text) => {
      if (text === undefined) delete work.texts[version.dataset.tkVersion];
      else work.texts[version.dataset.tkVersion] = text;
      save();
      show(version);
    };
    const other = version => {
      const { texts, draft } = now(version);
      reword(version, texts[(texts.indexOf(draft) + 1) % texts.length]);
    };
    const erase = () => {
      forget(STORE);
      forget(own);
      forgetDeeds(desk);
      me = {};
      work = { texts: {}, left: {} };
      refresh();
      say(says.tell_erased);
    };

    desk.addEventListener("click", event => {
      const target = event.target.closest("a, button");
      if (!target) return;
      const version = target.closest("[data-tk-version]");
      const stop = target.closest("[data-tk-stop]");
      if (target.dataset.tkShow) {
        work.language = target.dataset.tkShow.split(":")[1];
        save();
        choose();
      } else if (target.hasAttribute("data-tk-forget")) erase();
      else if (target.hasAttribute("data-tk-other")) other(version);
      else if (target.hasAttribute("data-tk-reset")) reword(version);
      else handOver(event, version, stop ? stop.dataset.tkStop : "");
    });
    desk.addEventListener("input", event => {
      const field = event.target;
      if (field.dataset.tkGap) {
        if (field.ariaInvalid) say("");
        field.removeAttribute("aria-invalid");
        me.gaps = { ...me.gaps, [field.dataset.tkGap]: clean(field.value, field.tagName === "INPUT") };
        save();
        letters.forEach((_, version) => show(version));
      } else if (field.matches("[data-tk-edit]")) {
        const version = field.closest("[data-tk-version]");
        work.texts[version.dataset.tkVersion] = field.value.replace(/\r\n?/g, "\n").replace(HARM, "");
        save();
        show(version);
      } else if (field.dataset.tkChoose) {
        work.left[field.dataset.tkChoose] = !field.checked;
        save();
        choose();
      } else if (field.hasAttribute("data-tk-whole")) {
        me.whole = field.checked;
        letters.forEach((_, version) => show(version));
      } else if (field.hasAttribute("data-tk-paper")) {
        me.paper = field.value;
        save();
        choose();
      }
    });

    // A site that nobody builds again still closes itself when the time has come.
    const closing = () => {
      if (!desk.isConnected || !desk.dataset.tkEnds) return;
      const time = desk.dataset.tkNow ? Date.parse(desk.dataset.tkNow) : Date.now();
      const left = Date.parse(desk.dataset.tkEnds) - time;
      desk.classList.toggle("tk-ended", left <= 0);
      desk.querySelector("[data-tk-ended]").hidden = left > 0;
      if (left <= 0) all("[data-tk-record]").forEach(title => { title.textContent = title.dataset.tkRecord; });
      if (left > 0 && left < 86400000 && !desk.dataset.tkNow) setTimeout(closing, left + 500);
    };
    document.addEventListener("visibilitychange", closing);
    closing();
    refresh();
  };

  document.documentElement.classList.add("tk-js");
  document.querySelectorAll("[data-tk-desk]").forEach(open);
})();
