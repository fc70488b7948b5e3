// The chart on the pages of drift and of searches: the coast, the areas of one hour, the line of the datums, and the tracks of a
// search. The pages say the same in tables; without WebGL those remain.

import { get } from "./api.js";
import { chartStyle } from "./chart-style.js";
import { searchLayers, searchSources } from "./drift-layers.js";
import { on } from "./hub.js";
import { startTheme } from "./theme.js";
import { loadWords, words } from "./words.js";

const MARGIN_PIXELS = 40;
const place = document.getElementById("drift-map");
const slider = document.getElementById("drift-hour");
let map = null;
let drift = { features: [] };
let search = { features: [] };
let coasts = [];

function style() {
  const made = chartStyle(coasts);
  return {
    ...made, sources: { ...made.sources, ...searchSources() }, layers: [...made.layers, ...searchLayers()],
  };
}

// The areas of the chosen hour, all datums joined by a line, and the datum of the hour.
function show() {
  const hour = Number(slider?.value ?? 0);
  const datums = drift.features.filter(({ properties }) => properties.kind === "datum");
  const way = { type: "Feature", properties: { kind: "way" },
    geometry: { type: "LineString", coordinates: datums.map(({ geometry }) => geometry.coordinates) } };
  const features = drift.features.filter(({ properties }) => properties.hour === hour);
  map.getSource("drift").setData({ type: "FeatureCollection", features: datums.length > 1 ? [...features, way] : features });
  map.getSource("search").setData({ type: "FeatureCollection", features: search.features });
  const datum = datums.find(({ properties }) => properties.hour === hour);
  const text = document.getElementById("drift-hour-text");
  if (text && datum) {
    text.textContent = words("drift.hour.text", { hours: hour, time: `${datum.properties.time.slice(0, 16).replace("T", " ")}Z` });
  }
  place.dataset.hour = String(hour);
}

function corners(geometry) {
  const flat = (list) => (typeof list[0] === "number" ? [list] : list.flatMap(flat));
  return flat(geometry.coordinates);
}

// Shows all of the search where there is one, else the drift of the hour.
function frame() {
  const hour = Number(slider?.value ?? 0);
  const shown = search.features.length > 0 ? search.features
    : drift.features.filter(({ properties }) => properties.hour === hour || properties.kind === "datum");
  const places = shown.flatMap(({ geometry }) => corners(geometry));
  if (places.length === 0) return;
  const bounds = places.reduce((box, corner) => box.extend(corner), new window.maplibregl.LngLatBounds(places[0], places[0]));
  map.fitBounds(bounds, { padding: MARGIN_PIXELS, maxZoom: 13, duration: 0 });
}

async function fetched(address) {
  return address ? get(address) : { features: [] };
}

async function start() {
  await loadWords();
  startTheme();
  try {
    coasts = (await get("/static/chart/prepared/basemap.json")).layers;
  } catch {
    coasts = [];
  }
  try {
    [drift, search] = await Promise.all([fetched(place.dataset.drift), fetched(place.dataset.search)]);
    map = new window.maplibregl.Map({
      container: place, style: style(), center: [1.45, 51], zoom: 8, minZoom: 3, maxZoom: 15, maxPitch: 0,
      attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, fadeDuration: 0,
      locale: { "Map.Title": words("drift.chart") },
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    await new Promise((resolve) => map.once("style.load", resolve));
  } catch (error) {
    console.warn("chart:", error.message);
    place.textContent = words("drift.chart.failed");
    return;
  }
  show();
  frame();
  slider?.addEventListener("input", show);
  on("theme", () => {
    map.setStyle(style());
    map.once("style.load", show);
  });
  await new Promise((resolve) => map.once("idle", resolve));
  place.dataset.ready = "true";
}

if (place) start();
