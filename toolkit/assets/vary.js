// Chooses a wording for a person as the build does; `toolkit/compose/vary.py` says how and why.
"use strict";

globalThis.toolkitVary = (() => {
  const bytes = new TextEncoder();

  const hashed = (salt) => {
    let value = 2166136261;
    for (const byte of bytes.encode(salt)) value = Math.imul(value ^ byte, 16777619);
    return value >>> 0;
  };

  const mix = (number) => {
    let x = number >>> 0;
    x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    return (x ^ (x >>> 16)) >>> 0;
  };

  // A product of 32 bits and a few options is exact in a double.
  const pick = (seed, salt, number, options) =>
    seed === 0
      ? 0
      : Math.floor(
          (mix(mix(seed ^ hashed(salt)) + Math.imul(number + 1, 0x9e3779b9)) * options) / 2 ** 32,
        );

  const spoken = (pieces, choose) =>
    pieces
      .map((piece) =>
        typeof piece === "string"
          ? piece
          : spoken(piece.of[choose(piece.n, piece.of.length)], choose),
      )
      .join("");

  // `data` is what a page carries for a text: { salt, versions: [[piece, …], …] }.
  const said = (data, seed) => {
    const version = data.versions[pick(seed, data.salt, 0, data.versions.length)];
    return spoken(version, (number, options) => pick(seed, data.salt, number + 1, options));
  };

  // Crypto is there even on plain http; 0 is kept for people we know nothing of.
  const newSeed = () => crypto.getRandomValues(new Uint32Array(1))[0] || 1;

  return { pick, said, newSeed };
})();
