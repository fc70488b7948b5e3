// The keyboard: which key does what, and the dialog that says so. Single letters can be switched off, for those whose
// voice or hand sends them unasked (WCAG 2.1.4).

import { acknowledge, showDistress, toggleSound } from "./alarm.js";
import { testAlarm } from "./alarm-test.js";
import { boatLegend, toggleBoats } from "./boats.js";
import { goHome, map } from "./chart.js";
import { toggleCoverage } from "./coverage.js";
import { focusLog } from "./log.js";
import { markMiddle, stopMeasure, toggleMeasure } from "./measure.js";
import { togglePlaces } from "./places.js";
import { focusSearch } from "./search.js";
import { select, selected } from "./state.js";
import { CLASS_NAMES, classColour, drawSymbol } from "./symbols.js";
import { colour, nextTheme } from "./theme.js";
import { focusTime, goLive, stepBack, stepForward } from "./time.js";
import { openTable } from "./vessel-table.js";
import { centreSelected } from "./vessel-panel.js";
import { nextVectors } from "./vectors.js";
import { words } from "./words.js";

const dialog = document.getElementById("help-dialog");
let areOn = true;

// In the order in which the help lists them.
const KEYS = [
  ["/", "search", focusSearch], ["t", "table", openTable], ["l", "log", focusLog], ["c", "centre", centreSelected],
  ["g", "goto", focusTime], ["[", "back", stepBack], ["]", "forward", stepForward], ["n", "live", goLive],
  ["m", "measure", toggleMeasure], [".", "mark", markMiddle], ["v", "vectors", nextVectors], ["o", "coverage", toggleCoverage], ["p", "places", togglePlaces],
  ["b", "boats", toggleBoats],
  ["h", "home", goHome],
  ["+", "in", () => map.zoomIn({ duration: 200 })], ["-", "out", () => map.zoomOut({ duration: 200 })],
  ["x", "distress", showDistress], ["a", "acknowledge", acknowledge], ["s", "sound", toggleSound], ["y", "test", testAlarm],
  ["d", "theme", nextTheme], ["?", "help", openHelp],
];
const PANS = { ArrowLeft: [-90, 0], ArrowRight: [90, 0], ArrowUp: [0, -90], ArrowDown: [0, 90] };
const EXTRA = [["↑ ↓ ← →", "pan"], ["Esc", "escape"], ["Ctrl Enter", "save"]];

const isWriting = (element) => element instanceof HTMLElement
  && (element.isContentEditable || ["TEXTAREA", "SELECT"].includes(element.tagName)
    || (element.tagName === "INPUT" && !["checkbox", "radio", "button", "submit"].includes(element.type)));

function pressed(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    escape(event);
    return;
  }
  if (isWriting(event.target) || document.querySelector("dialog[open]")) return;
  const pan = PANS[event.key];
  // In the chart itself MapLibre moves; elsewhere only where arrows have no meaning of their own.
  if (pan && (event.target === document.body || event.target.id === "vessel-heading")) {
    event.preventDefault();
    map.panBy(pan, { duration: 150 });
    return;
  }
  const action = areOn && KEYS.find(([key]) => key === event.key || (key === "+" && event.key === "="));
  if (!action) return;
  event.preventDefault();
  action[2]();
}

// Leaves the innermost thing: the field, then the measure, then the vessel, then the past.
function escape(event) {
  if (document.querySelector("dialog[open]")) return;
  if (isWriting(event.target)) {
    event.target.blur();
    return;
  }
  if (stopMeasure()) return;
  if (selected()) select(null);
  else goLive();
}

export function openHelp() {
  const row = (key, name) => {
    const line = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    const mark = document.createElement("kbd");
    mark.textContent = key;
    head.append(mark);
    const cell = document.createElement("td");
    cell.textContent = words(`picture.key.${name}`);
    line.append(head, cell);
    return line;
  };
  const lines = [...KEYS, ...EXTRA].map(([key, name]) => row(key, name));
  document.getElementById("help-keys").replaceChildren(...lines);
  const craft = CLASS_NAMES.filter((kind) => kind !== "unknown").map((kind) => [
    drawSymbol(kind, colour(classColour(kind)), colour("panel")), words(`picture.class.${kind}`),
  ]);
  const symbols = [...craft, ...boatLegend()].map(([symbol, text]) => {
    const line = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = text;
    line.append(symbol, name);
    return line;
  });
  document.getElementById("help-symbols").replaceChildren(...symbols);
  if (!dialog.open) dialog.showModal();
}

export function startKeys() {
  addEventListener("keydown", pressed);
  document.getElementById("help-button").addEventListener("click", openHelp);
  document.getElementById("tool-home").addEventListener("click", goHome);
  document.getElementById("tool-in").addEventListener("click", () => map.zoomIn({ duration: 200 }));
  document.getElementById("tool-out").addEventListener("click", () => map.zoomOut({ duration: 200 }));
  const box = document.getElementById("keys-on");
  areOn = localStorage.getItem("foreland.keys") !== "off";
  box.checked = areOn;
  box.addEventListener("change", () => {
    areOn = box.checked;
    localStorage.setItem("foreland.keys", areOn ? "on" : "off");
  });
}
