// The page's words in the reader's language, and the two ways of saying them aloud.

let dictionary = {};

export const language = document.documentElement.lang === "fr" ? "fr" : "en";

// Fetches the words once. A page without words still works: keys stand in their place.
export async function loadWords() {
  try {
    const answer = await fetch(`/strings/${language}.json`);
    if (answer.ok) dictionary = await answer.json();
  } catch {
    dictionary = {};
  }
}

// The words behind a key, with {name} replaced by the value of that name.
export function words(key, values = {}) {
  const text = dictionary[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

// Like words, with the form for one or for many: "key.one" and "key.many", chosen by `count`.
export function counted(key, count, values = {}) {
  const few = new Intl.PluralRules(language).select(count) === "one";
  return words(`${key}.${few ? "one" : "many"}`, { count: figure(count), ...values });
}

export function figure(number, digits = 0) {
  const style = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(language, style).format(number);
}

// Read out when the listener pauses.
export function say(text) {
  const place = document.getElementById("notes");
  if (place) place.textContent = text;
}

// Read out at once: only for what cannot wait.
export function alertAloud(text) {
  const place = document.getElementById("alerts");
  if (place && place.textContent !== text) place.textContent = text;
}
