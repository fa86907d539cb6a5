/* Lays a campaign's frame over somebody's picture. The picture never leaves the device: it is read
   by the browser, drawn on a canvas and given back as a file. */
(() => {
  "use strict";
  const SIDE = 1080;
  const chosen = new WeakMap();

  const parts = maker => ({
    canvas: maker.querySelector("canvas"),
    frame: maker.querySelector("img"),
    save: maker.querySelector("[data-tk-save]"),
    live: maker.querySelector("[data-tk-live]"),
    range: name => maker.querySelector(`[data-tk-${name}]`),
    value: name => Number(maker.querySelector(`[data-tk-${name}]`).value),
  });

  const draw = maker => {
    const { canvas, frame, save, range, value } = parts(maker);
    const picture = chosen.get(maker);
    if (!picture) return;
    const scale = SIDE / Math.min(picture.width, picture.height) * value("zoom");
    const wide = picture.width * scale;
    const high = picture.height * scale;
    // What fills the frame exactly cannot be moved that way.
    for (const [name, side] of [["across", wide], ["down", high]]) range(name).disabled = side - SIDE < 1;
    const pen = canvas.getContext("2d");
    pen.clearRect(0, 0, SIDE, SIDE);
    // The picture goes where the handle goes: to the right with it, and up as well.
    const left = (SIDE - wide) * (1 - value("across"));
    pen.drawImage(picture, left, (SIDE - high) * value("down"), wide, high);
    pen.drawImage(frame, 0, 0, SIDE, SIDE);
    maker.dataset.tkState = "done";
    canvas.toBlob(blob => {
      if (save.href) URL.revokeObjectURL(save.href);
      save.href = URL.createObjectURL(blob);
      save.download = save.dataset.tkName;
      save.hidden = false;
    }, "image/png");
  };

  document.addEventListener("change", async event => {
    const field = event.target.closest("[data-tk-photo]");
    if (!field || !field.files.length) return;
    const maker = field.closest("[data-tk-maker]");
    const { frame, live } = parts(maker);
    try {
      chosen.set(maker, await createImageBitmap(field.files[0], { imageOrientation: "from-image" }));
      await frame.decode();
    } catch {
      live.textContent = live.dataset.tkBroken;
      return;
    }
    parts(maker).range("zoom").disabled = false;
    live.textContent = live.dataset.tkReady;
    setTimeout(() => { live.textContent = ""; }, 4000);
    draw(maker);
  });

  document.addEventListener("input", event => {
    const maker = event.target.matches("input[type=range]") && event.target.closest("[data-tk-maker]");
    if (maker) draw(maker);
  });
})();
