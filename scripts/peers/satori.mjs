// satori and resvg-js (npm): what most websites make their share cards with.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { ground, guessed, work } from "./job.mjs";

const require = createRequire(`${process.env.PEERS}/package.json`);
const { default: satori } = require("satori");
const { Resvg } = require("@resvg/resvg-js");

const placed = (left, top) => ({ position: "absolute", left, top, display: "flex" });

await work((job) => {
  const fonts = [
    { name: "Noto", data: readFileSync(job.bold), weight: 700 },
    { name: "Noto", data: readFileSync(job.regular), weight: 400 },
  ];
  const src = `data:image/png;base64,${readFileSync(job.logo).toString("base64")}`;
  const said = (children, fontWeight, fontSize, box) => ({
    type: "div",
    props: { children, style: { fontWeight, fontSize, color: job.ink, lineHeight: 1.2, ...box } },
  });
  return async (text) => {
    const [left, top, width, height] = job.box;
    const children = [
      said(job.title, 700, 32, placed(64, 64)),
      said(text, 700, guessed(job, text), { ...placed(left, top), width, height }),
      said(job.tags, 400, 30, placed(64, 550)),
      { type: "img", props: { src, width: 96, height: 48, style: placed(1040, 56) } },
    ];
    const style = { width: "100%", height: "100%", display: "flex", ...ground(job) };
    const card = { type: "div", props: { children, style: { fontFamily: "Noto", ...style } } };
    const svg = await satori(card, { width: job.width, height: job.height, fonts });
    return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
  };
});
