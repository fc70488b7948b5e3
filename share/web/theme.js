// Day, dusk and night: which theme the page wears, and its colours for whatever draws without style sheets.

import { emit } from "./hub.js";
import { say, words } from "./words.js";

const THEMES = ["day", "dusk", "night"];

// The colour behind a custom property of the style sheet, as text that a canvas and the map's style understand.
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export function currentTheme() {
  const theme = document.documentElement.dataset.theme;
  return THEMES.includes(theme) ? theme : "night";
}

export function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem("foreland.theme", theme);
  } catch {
    // The choice then holds for this page only.
  }
  emit("theme", theme);
}

export function nextTheme() {
  const theme = THEMES[(THEMES.indexOf(currentTheme()) + 1) % THEMES.length];
  setTheme(theme);
  say(words(`picture.theme.${theme}`));
}

export function startTheme() {
  document.getElementById("theme-button")?.addEventListener("click", nextTheme);
  // Another tab's choice is this tab's too: both hang on the same wall.
  addEventListener("storage", (event) => {
    if (event.key === "foreland.theme" && THEMES.includes(event.newValue)) {
      document.documentElement.dataset.theme = event.newValue;
      emit("theme", event.newValue);
    }
  });
}
