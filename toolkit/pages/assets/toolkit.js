/* Copies what a button carries, and says what happened. Listens on the document, so that it goes
   on working when the theme swaps pages without loading them. */
globalThis.toolkit ??= (() => {
  "use strict";
  const REST = 4000;
  document.documentElement.classList.add("tk-js");

  const throughClipboard = async text => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  };

  const box = text => {
    const area = document.createElement("textarea");
    area.readOnly = true;
    area.value = text;
    return area;
  };

  // Plain http has no clipboard object. The copy event sets the text itself, because a text box
  // would change line ends.
  const throughSelection = (text, button) => {
    const area = box(text);
    const give = event => {
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    };
    area.className = "tk-unseen";
    button.after(area);
    area.select();
    document.addEventListener("copy", give, { once: true, capture: true });
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch {
      done = false;
    }
    document.removeEventListener("copy", give, { capture: true });
    area.remove();
    button.focus({ preventScroll: true });
    return done;
  };

  const byHand = (text, button) => {
    const id = button.getAttribute("aria-controls");
    const old = id && document.getElementById(id);
    const area = old || box(text);
    if (!old) {
      area.id = `tk-by-hand-${document.querySelectorAll(".tk-by-hand").length}`;
      area.className = "tk-by-hand";
      area.rows = Math.min(12, text.split("\n").length + 3);
      area.setAttribute("aria-label", button.textContent);
      button.setAttribute("aria-controls", area.id);
      button.parentNode.append(area);
    }
    area.focus();
    area.select();
    // Away from the edge, where the line is shown that says what to do.
    area.scrollIntoView({ block: "center" });
  };

  const say = line => {
    const live = document.querySelector("[data-tk-live]");
    live.textContent = "";
    requestAnimationFrame(() => { live.textContent = line; });
    clearTimeout(say.timer);
    say.timer = setTimeout(() => { if (live.textContent === line) live.textContent = ""; }, 2 * REST);
  };

  const copy = async (text, button) => await throughClipboard(text) || throughSelection(text, button);
  document.addEventListener("click", async event => {
    const button = event.target.closest("[data-tk-copy]");
    if (!button) return;
    const text = button.dataset.tkCopy;
    if (await copy(text, button)) {
      button.dataset.tkState = "done";
      say(button.dataset.tkDid);
      button.dispatchEvent(new CustomEvent("tk-copied", { bubbles: true }));
      setTimeout(() => { delete button.dataset.tkState; }, REST);
    } else {
      byHand(text, button);
      say(document.querySelector("[data-tk-live]").dataset.tkByHand);
    }
  });

  // A program that only some need, brought once; what failed is tried again when it is asked for again.
  const loading = new Map();
  const load = source => {
    if (!loading.has(source)) loading.set(source, new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = source;
      script.onload = done;
      script.onerror = () => { loading.delete(source); script.remove(); failed(new Error(source)); };
      document.head.append(script);
    }));
    return loading.get(source);
  };

  return { copy, say, load };
})();
