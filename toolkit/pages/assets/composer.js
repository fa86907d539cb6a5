// Begins a composer on a page and listens to it: what is pressed is done, shown and said.
globalThis.toolkitComposer = (() => {
  "use strict";
  const { kept, keep } = toolkitFilled;

  const seedOf = () => {
    const seed = Number(kept("tk-seed")) >>> 0 || toolkitVary.newSeed();
    keep("tk-seed", seed);
    return seed;
  };

  // After the # of an address: a post's id, or to=account, whom somebody wants to write to.
  const wished = () => {
    let after = "";
    try {
      after = decodeURIComponent(location.hash.slice(1));
    } catch {
      return {}; // Cut short on its way here; whoever follows it wants to post all the same.
    }
    return after.startsWith("to=") ? { whom: after.slice(3) } : { post: after };
  };

  async function start(root) {
    const given = root.dataset;
    const fixed = "tkFixed" in given;
    const page = root.closest(".tk");
    const seed = seedOf();
    const draft = toolkitDraft(given, seed);
    const shown = toolkitShown(root, draft);
    const whom = toolkitWhom(root, draft, shown.line);
    const picture = toolkitPicture(root, draft);
    const acts = toolkitActs(root, draft, shown, picture);
    const $ = (name) => root.querySelector(`[data-tk-${name}]`);
    const button = (name) => root.querySelector(`[data-tk-do=${name}]`);

    const say = (line) => {
      if (line === null) return;
      $("status").textContent = "";
      requestAnimationFrame(() => { $("status").textContent = line; });
    };
    const sayKey = (key, values) => say(shown.line(key, values));

    function show() {
      shown.network();
      whom.show();
      picture.show();
      shown.words();
    }

    const turn = () => Number(kept("tk-turn")) >>> 0;
    // A page that a browser kept can be older than the posts: only the id still says which is meant.
    async function begin() {
      if (fixed && (await draft.find(given.tkFixed, Number(given.tkAt)))) return;
      await draft.take(fixed ? 0 : toolkitVary.pick(seed, `first/${given.tkSalt}`, 0, draft.total) + turn());
    }

    async function use(id) {
      if (!(await draft.find(id))) return;
      shown.edit(false);
      show();
      say("");
      root.focus({ preventScroll: true });
      root.scrollIntoView();
    }

    // --- What is pressed. ---

    async function next() {
      await draft.next();
      if (!fixed) keep("tk-turn", turn() + 1);
      shown.edit(false);
      show();
      sayKey("does_another");
    }

    function step(number) {
      draft.now.part = number;
      show();
      sayKey(number ? "does_part_reply" : "does_part", { n: number + 1, many: draft.texts().length });
    }

    function divide() {
      draft.divide();
      shown.words();
      $("steps").querySelector("button").focus();
      sayKey("does_divided", { many: draft.texts().length });
    }

    function reset() {
      draft.reset();
      show();
      button("edit").focus();
      sayKey("does_reset");
    }

    function edit() {
      shown.edit(!shown.editing());
      say("");
      if (shown.editing()) $("edit").focus();
    }

    const does = { next, reset, edit, divide, part: () => step(draft.now.part + 1) };
    const pressed = async (target) => {
      const name = target.dataset.tkDo;
      if (name in acts) say(await acts[name](target));
      else await does[name]?.();
    };

    // --- What is listened to: the composer's own elements, and nothing else. ---

    root.addEventListener("click", async (event) => {
      const target = event.target.closest("[data-tk-do], [data-tk-step], [data-tk-open], [data-tk-both], [data-tk-save]");
      if (!target) return;
      try {
        if (target === $("open")) say(await acts.open(target));
        else if (target === $("both")) say(await acts.both(target));
        else if (target === $("save")) sayKey("does_saved");
        else if ("tkStep" in target.dataset) {
          step(Number(target.dataset.tkStep));
          $("steps").children[draft.now.part].focus();
        } else await pressed(target);
      } catch {
        sayKey("does_failed");
      }
    });
    root.addEventListener("input", (event) => {
      if (event.target === $("edit")) {
        draft.reword(event.target.value);
        shown.words();
      }
      if (event.target === $("server")) {
        keep("tk-server", event.target.value.trim().replace(/^https?:\/\/|\/.*$/g, ""));
        shown.opens();
      }
    });
    root.addEventListener("change", async (event) => {
      if (event.target === $("network")) {
        try {
          await draft.choose(event.target.value);
        } catch {
          event.target.value = draft.now.id;
          return sayKey("does_failed");
        }
        keep("tk-network", draft.now.id);
        show();
        say("");
      }
      if (event.target.closest("[data-tk-choices]")) {
        const value = whom.chosen(event.target);
        show();
        whom.focus(value);
        say(whom.full() ? shown.line("does_three") : "");
      }
    });

    const wish = wished();
    await begin();
    if (wish.whom) await draft.turnTo(wish.whom);
    if (kept("tk-network")) await draft.choose(kept("tk-network"));
    delete button("copy").dataset.tkCopy;
    root.hidden = false;
    show();
    toolkitBank.start(page, {
      get say() { return draft.now.bank.say; },
      at: draft.at,
      use,
      all: draft.all,
    });
    if (fixed) {
      toolkit.say("");
      for (const plain of page.querySelectorAll("[data-tk-plain]")) plain.hidden = true;
      root.focus({ preventScroll: true });
      root.scrollIntoView();
    } else if (wish.whom) {
      root.scrollIntoView();
    } else if (wish.post && !document.getElementById(wish.post)) {
      await use(wish.post);
    }
  }

  return { start, KEYS: toolkitFilled.KEYS };
})();
