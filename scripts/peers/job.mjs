// Read the job, draw every text, print what the second half of them took: processor time in ms.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

export async function work(maker) {
  const job = JSON.parse(readFileSync(process.argv[2], "utf8"));
  const draw = await maker(job);
  const name = basename(process.argv[1], ".mjs");
  mkdirSync(job.out, { recursive: true });
  const ms = [], kb = [];
  for (const [number, text] of job.texts.entries()) {
    const before = process.cpuUsage();
    const card = await draw(text);
    writeFileSync(join(job.out, `${name}-${number}.png`), card);
    const took = process.cpuUsage(before);
    ms.push((took.user + took.system) / 1000);
    kb.push(card.length / 1000);
  }
  const half = ms.length / 2;
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ ms: ms.slice(half), kb: kb.slice(half), first: ms[0], peak }));
}

// These makers do not fit a text to its box: a size is guessed from the number of characters.
export function guessed(job, text) {
  const [, , width, height] = job.box;
  return Math.min(96, Math.floor(Math.sqrt((width * height) / (text.length * 0.6 * 1.2)) * 0.93));
}

export function ground(job) {
  return job.start === job.end
    ? { backgroundColor: job.start }
    : { backgroundImage: `linear-gradient(135deg, ${job.start}, ${job.end})` };
}
