/* Counts down to deadlines, and lets storms happen on time and in the reader's own zone. */
(() => {
  "use strict";
  const { onPage, filled, read, write } = globalThis.tkDevice;
  const { show, now, left, look: close } = globalThis.tkClosing;
  const MINUTE = 60e3, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
  const LAST_DAYS = 3 * DAY;
  const language = element => element.closest("[lang]")?.lang || "en";

  // Dates on our pages are in Western digits, so these are as well.
  const away = (ms, tongue) => {
    const words = new Intl.RelativeTimeFormat(`${tongue}-u-nu-latn`, { numeric: "always" });
    if (ms >= 2 * DAY) return words.format(Math.floor(ms / DAY), "day");
    if (ms >= 2 * HOUR) return words.format(Math.floor(ms / HOUR), "hour");
    if (ms >= MINUTE) return words.format(Math.floor(ms / MINUTE), "minute");
    return words.format(Math.max(0, Math.floor(ms / 1000)), "second");
  };
  const local = (moment, tongue, form) =>
    new Intl.DateTimeFormat(`${tongue}-u-nu-latn`, form).format(moment);

  const put = (element, line) => {
    if (!element) return;
    if (element.textContent !== line) element.textContent = line;
    element.hidden = false;
  };
  const count = root => {
    const ms = left(root), clock = root.querySelector("[data-tk-left]");
    if (clock) put(clock, filled(clock.dataset.tkLeft, { when: away(ms, language(clock)) }));
    show(root, "last", ms <= LAST_DAYS);
    const last = ms < DAY && root.querySelector("[data-tk-last]");
    if (last) put(last, last.dataset.tkLast);
  };

  const storm = root => {
    const starts = Date.parse(root.dataset.tkStarts), ends = Date.parse(root.dataset.tkEnds);
    const moment = now(root), tongue = language(root);
    const phase = moment < starts ? "before" : moment < ends ? "now" : "over";
    for (const element of root.querySelectorAll("[data-tk-phase]")) {
      element.hidden = !element.dataset.tkPhase.split(" ").includes(phase);
    }
    const here = root.querySelector("[data-tk-here]");
    const form = { weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit", timeZoneName: "short" };
    put(here, filled(here.dataset.tkHere, { when: local(starts, tongue, form) }));
    here.hidden = phase === "over";
    const begins = root.querySelector("[data-tk-begins]");
    if (phase === "before") put(begins, filled(begins.dataset.tkBegins, { when: away(starts - moment, tongue) }));
  };

  // While a storm is on it comes before all else that a campaign asks, and afterwards not at all.
  const hour = row => {
    const [starts, ends] = row.dataset.tkHour.split(" ").map(Date.parse), moment = now(row);
    const told = row.querySelector("[data-tk-underway]"), list = row.parentElement;
    row.hidden = moment >= ends;
    if (moment < starts) put(told, filled(told.dataset.tkUntil, { when: away(starts - moment, language(row)) }));
    else put(told, told.dataset.tkUnderway);
    if (moment < starts || row.hidden || row === list.firstElementChild) return;
    for (const go of list.querySelectorAll("a")) go.classList.toggle("tk-act__go--main", row.contains(go));
    list.prepend(row);
  };

  // A number made once on this device decides where in the bank each person begins.
  const seed = () => {
    const known = Number(read("tk-seed", 0));
    if (known > 0) return known;
    const made = 1 + crypto.getRandomValues(new Uint32Array(1))[0] % 2147483646;
    write("tk-seed", made);
    return made;
  };
  const slice = root => {
    const list = root.querySelector("[data-tk-slice]");
    if (!list || "tkDone" in list.dataset) return;
    const items = [...list.children], many = Math.min(items.length, Number(list.dataset.tkSlice));
    const first = items.length ? seed() % items.length : 0;
    list.dataset.tkDone = "";
    for (const item of items) item.hidden = true;
    for (let step = 0; step < many; step++) {
      const item = items[(first + step) % items.length];
      item.hidden = false;
      list.append(item);
    }
  };
  document.addEventListener("click", event => {
    const root = event.target.closest("[data-tk-starts]");
    const next = root?.querySelector("[data-tk-next]");
    const turn = event.target.closest("[data-tk-copy]")?.closest("[data-tk-slice] > *");
    if (!next || !turn) return;
    turn.append(next); // below the button that was pressed, where it is seen
    const when = Date.now() + Number(root.dataset.tkEvery) * MINUTE;
    put(next, filled(next.dataset.tkNext, { when: local(when, language(root), { timeStyle: "short" }) }));
  });

  const look = () => {
    close();
    document.querySelectorAll("[data-tk-closes]:not([data-tk-ended])").forEach(count);
    document.querySelectorAll("[data-tk-hour]").forEach(hour);
    document.querySelectorAll("[data-tk-starts]").forEach(root => { storm(root); slice(root); });
  };
  onPage(look);
  setInterval(look, 1000);
  document.addEventListener("visibilitychange", look);
})();
