// Cuts a text that is too long for a network into parts, between sentences and nowhere else.
globalThis.toolkitThread = (() => {
  "use strict";
  const ENDS = /[^.!?…。！？؟\n]+[.!?…。！？؟\n]*["'”’»)\]]*\s*|[.!?…。！？؟\n]+\s*/gu;

  function sentences(text) {
    if (!globalThis.Intl?.Segmenter) return text.match(ENDS) ?? [];
    const cut = new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(text);
    return Array.from(cut, (found) => found.segment);
  }

  // Null where a sentence alone is too long: nobody's sentence is cut.
  function divided(text, fits) {
    const parts = [];
    let part = "";
    for (const sentence of sentences(text)) {
      if (!sentence.trim()) continue;
      if (!fits(sentence.trim())) return null;
      if (!part || fits((part + sentence).trim())) {
        part += sentence;
      } else {
        parts.push(part.trim());
        part = sentence;
      }
    }
    return [...parts, part.trim()].filter(Boolean);
  }

  return { divided };
})();
