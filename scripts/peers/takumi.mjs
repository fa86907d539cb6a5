// takumi (Rust, by npm): the fastest maker of cards that we know.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { ground, guessed, work } from "./job.mjs";

const { Renderer } = createRequire(`${process.env.PEERS}/package.json`)("@takumi-rs/core");

const placed = (left, top) => ({ position: "absolute", left, top });

await work(async (job) => {
  const renderer = new Renderer();
  await renderer.registerFont({ data: readFileSync(job.bold), name: "Noto", weight: 700 });
  await renderer.registerFont({ data: readFileSync(job.regular), name: "Noto", weight: 400 });
  const images = [{ src: "logo", data: readFileSync(job.logo) }];
  const said = (text, fontWeight, fontSize, box) => ({
    type: "text",
    text,
    style: { fontFamily: "Noto", fontWeight, fontSize, color: job.ink, lineHeight: 1.2, ...box },
  });
  return (text) => {
    const [left, top, width, height] = job.box;
    const children = [
      said(job.title, 700, 32, placed(64, 64)),
      said(text, 700, guessed(job, text), { ...placed(left, top), width, height }),
      said(job.tags, 400, 30, placed(64, 550)),
      { type: "image", src: "logo", width: 96, height: 48, style: placed(1040, 56) },
    ];
    const style = { width: job.width, height: job.height, ...ground(job) };
    const card = { type: "container", style, children };
    return renderer.render(card, { width: job.width, height: job.height, format: "png", images });
  };
});
