// The places of the watch: harbours, guarded areas and the like, as outlines that can be hidden.

import { get } from "./api.js";
import { draw } from "./chart.js";
import { on } from "./hub.js";
import { figure, say, words } from "./words.js";

const REFRESH_MILLISECONDS = 60_000;
let isShown = true;
let places = [];

function show() {
  draw("places", isShown ? places.map(({ name, use, corners }) => ({
    type: "Feature", properties: { name, use },
    geometry: { type: "Polygon", coordinates: [[...corners, corners[0]]] },
  })) : []);
  document.getElementById("tool-places").setAttribute("aria-pressed", String(isShown));
}

async function load() {
  if (document.hidden) return;
  try {
    places = (await get("/api/places")).places;
  } catch {
    // What was known stays on the chart; whether the desk answers is said elsewhere.
  }
  show();
}

export function togglePlaces() {
  isShown = !isShown;
  show();
  say(isShown ? words("picture.places.shown", { count: figure(places.length) }) : words("picture.places.hidden"));
}

export function startPlaces() {
  document.getElementById("tool-places").addEventListener("click", togglePlaces);
  on("recoloured", show);
  on("refetch", load);
  setInterval(load, REFRESH_MILLISECONDS);
  load();
}
