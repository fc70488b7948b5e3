// Puts a chosen file into the field from which it is sent, so that an officer sees what it holds before it is taken.

import { loadWords, words } from "./words.js";

// What the desk takes in one form, when every byte of it has to be written as three.
const LARGEST_BYTES = 80 * 1024;
const file = document.getElementById("import-file");
const rows = document.getElementById("import-rows");
const note = document.getElementById("import-note");

async function take() {
  const chosen = file.files[0];
  if (!chosen) return;
  if (chosen.size > LARGEST_BYTES) {
    await loadWords();
    note.textContent = words("rescue.import.large");
    return;
  }
  rows.value = await chosen.text();
  note.textContent = chosen.name;
  rows.focus();
}

file.addEventListener("change", take);
// A file may have been chosen before this script came.
take();
