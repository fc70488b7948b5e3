// Says beneath the field how a position is understood while it is typed; saving never waits for it.

import { get } from "./api.js";
import { loadWords, words } from "./words.js";

const PAUSE_MILLISECONDS = 250;
const field = document.getElementById("r-position");
const taken = document.getElementById("r-positionAt");
const reading = document.getElementById("r-reading");
let timer = null;

function sentence(answer) {
  const best = answer.readings[0];
  const asked = answer.questions.map((code) => words(`rescue.ask.${code}`));
  if (!best) return [words("rescue.reading.none"), ...asked].join(" · ");
  return [best.understood, ...best.doubts.map((code) => words(`rescue.doubt.${code}`)), ...asked].join(" · ");
}

async function read() {
  const text = field.value.trim();
  if (text === "") {
    reading.textContent = "";
    return;
  }
  try {
    const answer = await get("/api/position", { q: text, taken: taken.value.trim() || null });
    if (field.value.trim() === text) reading.textContent = sentence(answer);
  } catch (error) {
    reading.textContent = error.message;
  }
}

await loadWords();
for (const part of [field, taken]) {
  part.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(read, PAUSE_MILLISECONDS);
  });
}
