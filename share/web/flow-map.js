// The map of routes: a line for each, as wide as the published total that moved along it, on the desk's own chart. The table
// beside it says the same, so a page without this script or without WebGL lacks the map alone.

import { get } from "./api.js";
import { chartStyle } from "./chart-style.js";
import { colour } from "./theme.js";

const WIDEST_PIXELS = 16;
const NARROWEST_PIXELS = 2;
const place = document.getElementById("flow-map");

async function coastLayers() {
  try {
    return (await get("/static/chart/prepared/basemap.json")).layers;
  } catch {
    return [];
  }
}

// The lines of the routes that have a flow; a hidden or unknown count is narrow and dashed, whatever it was.
function lines(routes, flows) {
  const most = Math.max(1, ...flows.map((flow) => flow.count ?? 0));
  return routes.features.flatMap((feature) => {
    const flow = flows.find((one) => one.route === feature.properties.route);
    if (!flow) return [];
    const width = flow.count === null ? NARROWEST_PIXELS
      : NARROWEST_PIXELS + (WIDEST_PIXELS - NARROWEST_PIXELS) * Math.sqrt(flow.count / most);
    return [{ ...feature, properties: { width, isKnown: flow.count !== null } }];
  });
}

function layers() {
  const line = (id, filter, paint) => ({ id, type: "line", source: "flows", filter, layout: { "line-cap": "round", "line-join": "round" },
    paint: { "line-color": colour("craft-passenger"), "line-width": ["get", "width"], "line-opacity": 0.85, ...paint } });
  return [
    line("flows-known", ["==", ["get", "isKnown"], true], {}),
    line("flows-hidden", ["==", ["get", "isKnown"], false], { "line-dasharray": [2, 2] }),
  ];
}

// A label is an element over the map, so that it is text, and one that can be selected.
function label(map, feature, flow) {
  const element = document.createElement("span");
  element.className = "flow-label";
  element.textContent = `${flow.name}: ${flow.shown}`;
  const end = feature.geometry.coordinates[Math.floor(feature.geometry.coordinates.length / 2)];
  new window.maplibregl.Marker({ element, anchor: "left", offset: [10, 0] }).setLngLat(end).addTo(map);
}

function bounds(features) {
  const all = features.flatMap((feature) => feature.geometry.coordinates);
  const [longitudes, latitudes] = [all.map((one) => one[0]), all.map((one) => one[1])];
  return [[Math.min(...longitudes), Math.min(...latitudes)], [Math.max(...longitudes), Math.max(...latitudes)]];
}

// The desk's chart without the arrows of its lanes, which are pictures that this page does not paint.
function baseStyle(coasts) {
  const style = chartStyle(coasts);
  return { ...style, layers: style.layers.filter((layer) => layer.id !== "lane-arrows") };
}

async function start() {
  const [{ flows }, routes, coasts] = await Promise.all([get(place.dataset.flows), get("/static/chart/routes.geojson"), coastLayers()]);
  const drawn = routes.features.filter((feature) => flows.some((flow) => flow.route === feature.properties.route));
  if (drawn.length === 0) return;
  place.hidden = false;
  const map = new window.maplibregl.Map({
    container: place, style: baseStyle(coasts), bounds: bounds(drawn), fitBoundsOptions: { padding: 90, maxZoom: 7 }, maxPitch: 0,
    attributionControl: false, dragRotate: false, pitchWithRotate: false, fadeDuration: 0,
  });
  map.on("error", (event) => console.warn("map:", event.error?.message ?? "unknown"));
  await new Promise((resolve) => map.once("style.load", resolve));
  map.addSource("flows", { type: "geojson", data: { type: "FeatureCollection", features: lines(routes, flows) } });
  for (const layer of layers()) map.addLayer(layer);
  for (const feature of drawn) label(map, feature, flows.find((flow) => flow.route === feature.properties.route));
  place.dataset.drawn = "true";
  new MutationObserver(() => {
    for (const layer of [...baseStyle(coasts).layers, ...layers()]) {
      for (const [property, value] of Object.entries(layer.paint ?? {})) if (map.getLayer(layer.id)) map.setPaintProperty(layer.id, property, value);
    }
  }).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
}

try {
  await start();
} catch (error) {
  place.hidden = true;
  console.warn("map:", error.message);
}
