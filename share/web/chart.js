// The map itself: made once, re-coloured with the theme, never turned or tilted, and it tells the page what is in view.

import { get } from "./api.js";
import { chartStyle } from "./chart-style.js";
import { emit, on } from "./hub.js";
import { words } from "./words.js";
import { VesselLayer } from "./vessel-layer.js";

const HOME = { center: [1.45, 51.0], zoom: 8.6 };
const IN_VIEW_MARGIN = 0.15;

export const vesselLayer = new VesselLayer();
export let map = null;
let coasts = [];

// Where the page's address says the chart stood: view=zoom,latitude,longitude.
function viewFromAddress() {
  const parts = (new URLSearchParams(location.search).get("view") ?? "").split(",").map(Number);
  if (parts.length !== 3 || !parts.every(Number.isFinite) || Math.abs(parts[1]) > 85) return HOME;
  return { center: [parts[2], parts[1]], zoom: Math.min(16, Math.max(1, parts[0])) };
}

export function goHome() {
  map.easeTo({ ...HOME, duration: 300 });
}

// The sea in view with a margin, as [south, west, north, east] in degrees; the whole circle when the view spans it.
export function viewBox() {
  const bounds = map.getBounds();
  const height = bounds.getNorth() - bounds.getSouth();
  const width = bounds.getEast() - bounds.getWest();
  const round = (value) => Math.round(value * 1e4) / 1e4;
  const south = Math.max(-85, bounds.getSouth() - height * IN_VIEW_MARGIN);
  const north = Math.min(85, bounds.getNorth() + height * IN_VIEW_MARGIN);
  if (width * (1 + 2 * IN_VIEW_MARGIN) >= 360) return [round(south), -180, round(north), 180];
  const wrap = (longitude) => round(((((longitude + 180) % 360) + 360) % 360) - 180);
  const margin = width * IN_VIEW_MARGIN;
  return [round(south), wrap(bounds.getWest() - margin), round(north), wrap(bounds.getEast() + margin)];
}

// A test of whether a vessel stands on the chart as it is now, on either side of the antimeridian.
export function inView() {
  const bounds = map.getBounds();
  const [south, west, north, east] = [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()];
  return ({ lat, lon }) => lat >= south && lat <= north && nearLongitude(lon, west) <= east;
}

// The same longitude, at or east of `west`: the map counts on past 180 degrees.
export function nearLongitude(lon, west) {
  return lon + 360 * Math.ceil((west - lon) / 360 - 1e-9);
}

// Puts GeoJSON features into one of the page's own sources.
export function draw(source, features) {
  map.getSource(source)?.setData({ type: "FeatureCollection", features });
}

async function loadCoasts() {
  try {
    const manifest = await get("/static/chart/prepared/basemap.json");
    coasts = manifest.layers;
    document.getElementById("chart-attribution").textContent = words("picture.chart.attribution");
  } catch {
    const banner = document.getElementById("banner-chart");
    banner.textContent = words("picture.banner.coastline");
    banner.hidden = false;
  }
}

// Resolves when the style stands and layers may be added. Throws when the browser has no WebGL 2.
export async function startChart() {
  await loadCoasts();
  map = new window.maplibregl.Map({
    container: "map", style: chartStyle(coasts), ...viewFromAddress(), minZoom: 1, maxZoom: 16, maxPitch: 0,
    attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, fadeDuration: 0,
    renderWorldCopies: true, locale: { "Map.Title": words("picture.chart.canvas") },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.on("error", (event) => console.warn("chart:", event.error?.message ?? "unknown"));
  await new Promise((resolve) => map.once("style.load", resolve));
  map.addLayer(vesselLayer);
  on("fleet", () => vesselLayer.refresh());
  on("theme", recolour);
  map.on("moveend", () => emit("view", null));
  // Symbols must follow the chart while it moves far from where their places were last reckoned.
  map.on("moveend", () => vesselLayer.refresh());
}

// Takes the colours of a fresh style without losing what is drawn.
function recolour() {
  for (const layer of chartStyle(coasts).layers) {
    for (const [property, value] of Object.entries(layer.paint ?? {})) {
      if (map.getLayer(layer.id)) map.setPaintProperty(layer.id, property, value);
    }
  }
  vesselLayer.recolour();
  emit("recoloured", null);
}
