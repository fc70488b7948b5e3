// How drifts and searches look on a chart: areas that grow fainter with the share that they hold, the line of the datums, the
// tracks of a search with its area.

import { colour } from "./theme.js";

const EMPTY = { type: "FeatureCollection", features: [] };
const share = ["get", "share"];

export function driftSources() {
  return { drift: { type: "geojson", data: EMPTY, tolerance: 0 } };
}

export function driftLayers() {
  return [
    { id: "drift-areas", type: "fill", source: "drift", filter: ["all", ["==", ["get", "kind"], "area"], ["<", share, 0.95]],
      paint: { "fill-color": colour("craft-small"), "fill-opacity": ["case", ["<", share, 0.6], 0.32, 0.16], "fill-antialias": false } },
    { id: "drift-edges", type: "line", source: "drift", filter: ["==", ["get", "kind"], "area"],
      paint: { "line-color": colour("craft-small"), "line-width": ["case", [">=", share, 0.95], 1.6, 0.6],
        "line-opacity": ["case", [">=", share, 0.95], 0.9, 0.5] } },
    { id: "drift-way", type: "line", source: "drift", filter: ["==", ["get", "kind"], "way"],
      paint: { "line-color": colour("trail"), "line-width": 1.2, "line-dasharray": [2, 2] } },
    { id: "drift-datum", type: "circle", source: "drift", filter: ["==", ["get", "kind"], "datum"],
      paint: { "circle-radius": 4, "circle-color": colour("trail"), "circle-stroke-color": colour("halo"), "circle-stroke-width": 1.5 } },
  ];
}

export function searchSources() {
  return { search: { type: "geojson", data: EMPTY, tolerance: 0 } };
}

export function searchLayers() {
  return [
    { id: "search-areas", type: "line", source: "search", filter: ["==", ["get", "kind"], "footprint"],
      paint: { "line-color": colour("ring"), "line-width": 1.4, "line-dasharray": [4, 2] } },
    { id: "search-made", type: "fill", source: "search", filter: ["==", ["get", "kind"], "made"],
      paint: { "fill-color": colour("ring"), "fill-opacity": 0.12 } },
    { id: "search-made-edges", type: "line", source: "search", filter: ["==", ["get", "kind"], "made"],
      paint: { "line-color": colour("ring"), "line-width": 1 } },
    { id: "search-legs", type: "line", source: "search", filter: ["==", ["get", "kind"], "leg"],
      paint: { "line-color": colour("craft-service"), "line-width": ["case", ["get", "searched"], 1.8, 0.9] } },
    { id: "search-start", type: "circle", source: "search", filter: ["==", ["get", "kind"], "start"],
      paint: { "circle-radius": 5, "circle-color": colour("craft-service"), "circle-stroke-color": colour("halo"), "circle-stroke-width": 1.5 } },
  ];
}
