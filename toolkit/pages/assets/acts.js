// What somebody does with a draft. Each returns the sentence that says what happened and what comes
// next, and tells the page that it was done.
globalThis.toolkitActs = (root, draft, shown, picture) => {
  "use strict";
  const { now } = draft;
  const { line } = shown;
  const edit = () => root.querySelector("[data-tk-edit]");

  const did = (how) => root.dispatchEvent(new CustomEvent("tk-did", {
    bubbles: true,
    detail: { kind: "share", what: now.post.id, how },
  }));

  function byHand() {
    shown.edit(true);
    edit().focus();
    edit().select();
    return line("does_by_hand");
  }

  // What follows a part of a thread: the next one is an answer to it.
  const then = () => (now.part + 1 < draft.texts().length ? ` ${line("does_then_part", { next: now.part + 2 })}` : "");
  const part = () => ({ n: now.part + 1 });

  async function copy(from) {
    if (!(await toolkit.copy(draft.text(), from))) return byHand();
    did(now.id || "copy");
    if (now.part) return line(now.id ? "does_part_copied_on" : "does_part_copied", part()) + then();
    return line(draft.letter() ? "does_copied_letter" : now.id ? "does_copied_on" : "does_copied") + then();
  }

  async function open(from) {
    const text = draft.text();
    const says = draft.row().says.replace("-", "_");
    did(now.id);
    if (now.part) {
      await toolkit.copy(text, from);
      return line("does_part_opened", part()) + then();
    }
    if (says !== "link_only" && draft.fits(text))
      return line(says === "asks_server" && draft.server() ? "does_opened_fills" : `does_opened_${says}`) + then();
    if (!(await toolkit.copy(text, from))) return line("does_opened_not_copied");
    return line(says === "link_only" ? "does_opened_link_only" : "does_opened_link_alone");
  }

  async function both(from) {
    if (!(await toolkit.copy(draft.text(), from))) return byHand();
    did(now.id);
    return line("does_both");
  }

  // Many apps keep only the picture of what is shared, so the words are copied as well. Copying
  // must not be waited for: the sheet would no longer be opened by the tap.
  async function share(from) {
    const text = draft.text();
    const data = { text };
    if (picture.file()) data.files = [picture.file()];
    else if (now.post.url && !text.includes(now.post.url)) data.url = now.post.url;
    const copied = navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false;
    try {
      await navigator.share(data);
      did(now.id || "sheet");
      return line((await copied) ? "does_shared" : "does_shared_only") + then();
    } catch (error) {
      if (error.name === "AbortError") return null;
      return (await copied) || (await toolkit.copy(text, from)) ? line("does_share_failed") : byHand();
    }
  }

  async function copyPicture() {
    try {
      await picture.copy();
      return line("does_picture");
    } catch {
      return line("does_picture_failed");
    }
  }

  const alt = async (from) => ((await toolkit.copy(now.post.alt, from)) ? line("does_alt") : null);

  return { copy, open, both, share, picture: copyPicture, alt };
};
