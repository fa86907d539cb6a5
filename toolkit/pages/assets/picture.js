// The picture that goes with a draft: seen, saved, copied, and at hand before it is shared.
globalThis.toolkitPicture = (root, draft) => {
  "use strict";
  const { element } = toolkitFilled;
  const $ = (name) => root.querySelector(`[data-tk-${name}]`);
  const button = (name) => root.querySelector(`[data-tk-do=${name}]`);
  const { now } = draft;
  let file = null;

  // Its path in the format that suits the network best.
  function path() {
    const formats = (draft.row()?.cards ?? []).map((size) => now.bank.formats[size]).filter(Boolean);
    const wanted = [...formats, "link", "wide", ...Object.keys(now.post.cards)];
    return now.post.cards[wanted.find((format) => now.post.cards[format])];
  }

  function show() {
    const found = now.part ? null : path(); // it goes with the first part
    const slot = $("picture");
    for (const which of [$("save"), button("alt"), button("picture")]) which.hidden = !found;
    button("picture").hidden ||= !(globalThis.ClipboardItem && navigator.clipboard?.write);
    button("share").hidden = !navigator.share;
    file = null;
    if (!found) return slot.replaceChildren();
    const [, width, height] = /-(\d+)x(\d+)\./.exec(found);
    const src = draft.at(found);
    const saved = `${now.bank.campaign}-${found.split("/").pop().replace(/\.[0-9a-f]{8}(?=\.\w+$)/, "")}`;
    if (slot.querySelector("img")?.src !== src) {
      const image = element("img", "tk-card", "");
      Object.assign(image, { width, height, alt: now.post.alt, decoding: "async", src });
      slot.replaceChildren(image);
    }
    for (const link of [$("save"), $("both")]) Object.assign(link, { href: src, download: saved });
    fetchFile(src, saved);
  }

  // A share sheet opens only at once after a tap, so the picture must be here before it.
  async function fetchFile(src, saved) {
    if (!navigator.share || !navigator.canShare) return;
    try {
      const blob = await (await fetch(src)).blob();
      const made = new File([blob], saved, { type: blob.type });
      if ($("save").href === src && navigator.canShare({ files: [made] })) file = made;
    } catch {
      file = null;
    }
  }

  function copy() {
    // Safari wants the item at once and the picture as a promise.
    const blob = fetch($("save").href).then((response) => response.blob());
    return navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
  }

  return { show, copy, file: () => file };
};
