// Where the open boats may have drifted, as a layer of the picture that the watch switches on, for now or an hour ahead.

import { get } from "./api.js";
import { draw } from "./chart.js";
import { on } from "./hub.js";
import { at } from "./state.js";
import { figure, say, words } from "./words.js";

const REFRESH_MILLISECONDS = 30_000;
const part = (id) => document.getElementById(id);
let isShown = false;
let boats = [];

function show() {
  const isThere = isShown && at() === null;
  draw("drift", isThere ? boats.flatMap(({ id, drift }) => drift.features.map((feature) => (
    { ...feature, properties: { ...feature.properties, boat: id } }))) : []);
  part("tool-drift").setAttribute("aria-pressed", String(isShown));
  part("drift-hours").hidden = !isShown;
  part("drift-ahead").textContent = words("picture.drift.ahead", { hours: part("drift-hour").value });
}

async function load() {
  if (!isShown || document.hidden || at() !== null) return show();
  try {
    boats = (await get("/api/drift", { hour: part("drift-hour").value })).boats;
  } catch {
    boats = [];
  }
  return show();
}

export async function toggleDrift() {
  isShown = !isShown;
  await load();
  say(isShown ? words("picture.drift.shown", { count: figure(boats.length) }) : words("picture.drift.hidden"));
}

export function startDrift() {
  part("tool-drift").addEventListener("click", toggleDrift);
  part("drift-hour").addEventListener("input", load);
  on("time", load);
  on("recoloured", show);
  setInterval(load, REFRESH_MILLISECONDS);
}
