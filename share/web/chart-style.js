// The chart's style, made from the page's colours: sea, coast in three details, and the strait's lanes and limits.

import { driftLayers, driftSources } from "./drift-layers.js";
import { colour } from "./theme.js";

const EMPTY = { type: "FeatureCollection", features: [] };
const kind = (name) => ["==", ["get", "kind"], name];
const fromZoom = (zoom, least, most) => ["interpolate", ["linear"], ["zoom"], zoom, least, zoom + 4, most];

// One coast layer: its sea hides the coarser coast below it. `between` is drawn on its sea and under its land.
function coastLayers(layer, between) {
  const source = layer.name;
  const minzoom = layer.leastZoom;
  const fill = (id, filter, paint) => ({
    id: `${source}-${id}`, type: "fill", source, minzoom, filter,
    paint: { "fill-color": colour(paint), "fill-antialias": false },
  });
  return [
    fill("sea", kind("sea"), "sea"),
    ...between,
    fill("land", kind("land"), "land"),
    fill("lake", kind("lake"), "sea"),
    fill("island", kind("island"), "land"),
    { id: `${source}-shore`, type: "line", source, minzoom, filter: kind("shore"),
      paint: { "line-color": colour("shore"), "line-width": fromZoom(5, 0.5, 1.1) } },
  ];
}

// Areas may run ashore in the data: the land hides that.
function straitAreas() {
  const fill = (id, name, property) => ({ id, type: "fill", source: "strait", minzoom: 7, filter: kind(name),
    paint: { "fill-color": colour(property), "fill-opacity": 0.8 } });
  return [
    fill("inshore", "inshore-traffic-zone", "inshore"),
    fill("lanes", "traffic-lane", "lane"),
    fill("zones", "separation-zone", "zone"),
    { id: "area-edges", type: "line", source: "strait", minzoom: 7,
      filter: ["in", ["get", "kind"], ["literal", ["traffic-lane", "separation-zone", "inshore-traffic-zone"]]],
      paint: { "line-color": colour("rule"), "line-width": 0.7, "line-opacity": 0.55 } },
  ];
}

// What the sensors see is sea: the land hides the rest of its cells.
function coverageLayers() {
  const area = (id, name, property, opacity) => ({
    id, type: "fill", source: "coverage", filter: kind(name),
    paint: { "fill-color": colour(property), "fill-opacity": opacity, "fill-antialias": false },
  });
  return [
    area("coverage-seen", "seen", "trail", ["*", 0.3, ["get", "least"]]),
    area("coverage-unwatched", "unwatched", "muted", 0.35),
  ];
}

function straitLayers() {
  const source = "strait";
  const line = (id, name, property, width, dashes) => ({
    id, type: "line", source, minzoom: 6, filter: kind(name), layout: { "line-join": "round" },
    paint: { "line-color": colour(property), "line-width": width, "line-dasharray": dashes },
  });
  return [
    line("anchorage-edges", "anchorage", "rule", 0.8, [2, 2]),
    line("limits", "territorial-limit", "limit", 1, [8, 3, 2, 3]),
    line("reporting", "reporting-line", "limit", 0.8, [2, 3]),
    line("rescue-line", "rescue-boundary", "rule", 1.8, [10, 4]),
    { id: "lane-arrows", type: "symbol", source, minzoom: 7.5, filter: kind("lane-direction"),
      layout: { "icon-image": "lane-arrow", "icon-rotate": ["get", "bearing"], "icon-rotation-alignment": "map",
        "icon-allow-overlap": true, "icon-ignore-placement": true } },
  ];
}

// What the page itself draws over the chart: graticule under the coast, the rest over it.
function ownLayers() {
  const line = (id, paint) => ({ id, type: "line", source: id, layout: { "line-cap": "round" }, paint });
  return [
    { id: "places-guarded", type: "fill", source: "places", minzoom: 7, filter: ["==", ["get", "use"], "guarded"],
      paint: { "fill-color": colour("ring"), "fill-opacity": 0.07 } },
    { id: "places", type: "line", source: "places", minzoom: 7,
      paint: { "line-color": ["case", ["==", ["get", "use"], "guarded"], colour("ring"), colour("rule")],
        "line-width": ["case", ["==", ["get", "use"], "guarded"], 1.4, 0.9], "line-dasharray": [3, 2] } },
    line("ellipses", { "line-color": colour("trail"), "line-width": 1, "line-opacity": 0.8 }),
    line("trail", { "line-color": colour("trail"), "line-width": 1.6, "line-opacity": 0.75 }),
    { id: "trail-points", type: "circle", source: "trail", minzoom: 9, filter: ["==", ["geometry-type"], "Point"],
      paint: { "circle-radius": 2, "circle-color": colour("trail") } },
    line("boat-rings", { "line-color": colour("trail"), "line-width": 1, "line-dasharray": [2, 2] }),
    line("bearings", { "line-color": colour("ring"), "line-width": 1.4, "line-opacity": 0.8, "line-dasharray": [6, 3] }),
    line("measure", { "line-color": colour("ring"), "line-width": 1.5, "line-dasharray": [3, 2] }),
    { id: "measure-ends", type: "circle", source: "measure", filter: ["==", ["geometry-type"], "Point"],
      paint: { "circle-radius": 4, "circle-color": "rgba(0,0,0,0)", "circle-stroke-color": colour("ring"),
        "circle-stroke-width": 1.5 } },
  ];
}

export const OWN_SOURCES = ["graticule", "trail", "measure", "selection", "alarm", "labels", "ellipses", "coverage", "places",
  "boats", "reports", "boat-rings", "bearings"];

const seaAreas = () => [...straitAreas(), ...coverageLayers()];

// `coasts` are the layers of basemap.json, none when the coastline was never prepared.
export function chartStyle(coasts) {
  const own = OWN_SOURCES.map((name) => [name, { type: "geojson", data: EMPTY, tolerance: 0 }]);
  const coastSources = coasts.map((layer) => [
    layer.name,
    { type: "geojson", data: `/static/chart/prepared/${layer.file}`, tolerance: 0.3, maxzoom: 13, buffer: 32 },
  ]);
  return {
    version: 8,
    // A change of theme is one change, not a slow one: half a night looks like a fault.
    transition: { duration: 0, delay: 0 },
    sources: {
      ...Object.fromEntries([...coastSources, ...own]),
      strait: { type: "geojson", data: "/static/chart/strait.geojson", tolerance: 0 },
      ...driftSources(),
    },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": colour("sea") } },
      ...coasts.flatMap((layer, index) => coastLayers(layer, index === coasts.length - 1 ? seaAreas() : [])),
      ...(coasts.length === 0 ? seaAreas() : []),
      { id: "graticule", type: "line", source: "graticule",
        paint: { "line-color": colour("grid"), "line-width": 0.8 } },
      ...straitLayers(),
      ...driftLayers(),
      ...ownLayers(),
    ],
  };
}
