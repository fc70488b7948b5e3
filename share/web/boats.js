// The boats that nobody has closed and the reports about them: where each was last seen or said to be, the bearings that
// direction finders took, and the same in words for the table.

import { get } from "./api.js";
import { draw, map, nearLongitude } from "./chart.js";
import { deskNow } from "./desk-time.js";
import { lineFeature, pointFeature } from "./geojson.js";
import { on } from "./hub.js";
import { label } from "./labels.js";
import { loader } from "./loader.js";
import { ageText } from "./moments.js";
import { bearingText, destination, METRES_PER_NAUTICAL_MILE, positionText } from "./nautical.js";
import { at } from "./state.js";
import { colour } from "./theme.js";
import { figure, say, words } from "./words.js";

// Symbols pale and ages grow while nothing happens.
const REDRAW_MILLISECONDS = 10_000;
// MapLibre may keep the older of two drawings that follow each other while it lays out its tiles: what is new is drawn twice.
const AGAIN_MILLISECONDS = 1_500;
// How far a bearing is drawn: across the strait and no farther than it means anything.
const BEARING_MILES = 25;
const CIRCLE_CORNERS = 48;
const REACH_PIXELS = 20;
// How far the middle of a pin stands above its place.
const PIN_PIXELS = 14;
const IMAGE = 56;
const RATIO = 2;
// A pin pales with its age, in hours, and never goes: what was said an hour ago may be all there is.
const PALING = [[1, 1], [3, 0.75], [Infinity, 0.5]];

const part = (id) => document.getElementById(id);
let features = [];
let isShown = true;
let isRefused = false;
let again = null;

const boats = () => features.filter(({ properties }) => properties.layer === "boat");
const reports = () => features.filter(({ properties }) => properties.layer === "report");
const now = () => (at() ? Date.parse(at()) : deskNow());
const age = (moment) => (moment ? words("picture.boats.ago", { age: ageText(now() - Date.parse(moment)) }) : "–");

function people(least, most) {
  if (least == null) return words("rescue.people.unknown");
  return least === most ? figure(least) : `${figure(least)}–${figure(most)}`;
}

const place = ({ geometry }) => (geometry ? { lon: geometry.coordinates[0], lat: geometry.coordinates[1] } : null);
const address = ({ id, properties }) => (
  `/${properties.layer === "boat" ? "incidents" : "contacts"}/${encodeURIComponent(id)}${at() ? `?at=${encodeURIComponent(at())}` : ""}`);

// One line for whoever points at it or listens.
function sentence(feature) {
  const { properties } = feature;
  const key = properties.layer === "boat" ? "picture.boats.boat" : "picture.boats.report";
  return words(key, {
    id: feature.id, phase: words(`rescue.phase.${properties.phase}`), channel: words(`rescue.channel.${properties.channel}`),
    people: properties.layer === "boat" ? people(properties.unaccountedLeast, properties.unaccountedMost)
      : people(properties.reportedLeast, properties.reportedMost),
    boat: properties.boat ?? words("rescue.notTied"), age: age(properties.seenAt ?? properties.received),
  });
}

const image = ({ properties }) => {
  if (properties.layer === "boat") return properties.phase === "distress" ? "boat-danger" : "boat";
  if (!properties.boat) return "pin-danger";
  return properties.isFromAboard ? "pin" : "pin-hollow";
};

function paleness({ properties }) {
  const hours = (now() - Date.parse(properties.seenAt ?? properties.received)) / 3_600_000;
  return PALING.find(([limit]) => hours < limit)?.[1] ?? 1;
}

const symbol = (feature) => pointFeature(feature.geometry.coordinates, {
  id: feature.id, image: image(feature), opacity: paleness(feature), label: nameOf(feature),
});

// The words beside a boat, as an image that is painted before the chart asks for it; a pin stands for itself.
const nameOf = ({ id, properties }) => (properties.layer === "boat"
  ? label(`${id} · ${people(properties.unaccountedLeast, properties.unaccountedMost)}`, "craft") : null);

// How far off the place may be, where that is known.
function circle(feature) {
  const miles = feature.properties.accuracyMetres / METRES_PER_NAUTICAL_MILE;
  return lineFeature(Array.from({ length: CIRCLE_CORNERS + 1 }, (_, corner) => {
    const { lon, lat } = destination(place(feature), (360 * corner) / CIRCLE_CORNERS, miles);
    return [lon, lat];
  }));
}

function bearing({ properties }) {
  const from = { lat: properties.bearingLatitude, lon: properties.bearingLongitude };
  const to = destination(from, properties.bearing, BEARING_MILES);
  return lineFeature([[from.lon, from.lat], [to.lon, to.lat]]);
}

function show() {
  part("tool-boats").setAttribute("aria-pressed", String(isShown));
  part("boat-count").textContent = isRefused ? "" : words("picture.boats.count", {
    boats: figure(boats().length), reports: figure(reports().filter(({ properties }) => !properties.boat).length),
  });
  if (!map) return;
  const shown = isShown ? features : [];
  const placed = shown.filter(({ geometry }) => geometry !== null);
  draw("boats", placed.filter(({ properties }) => properties.layer === "boat").map(symbol));
  draw("reports", placed.filter(({ properties }) => properties.layer === "report").map(symbol));
  draw("boat-rings", placed.filter(({ properties }) => properties.accuracyMetres > 0).map(circle));
  draw("bearings", shown.filter(({ properties }) => Number.isFinite(properties.bearing)).map(bearing));
}

const load = loader({
  ask: (moment) => get("/api/boats", { at: moment }),
  take: (answer) => {
    features = answer.features;
    show();
    clearTimeout(again);
    again = setTimeout(show, AGAIN_MILLISECONDS);
  },
  // Whoever may not see incidents has no such layer; in every other case what was known stays on the chart.
  fail: (error) => {
    isRefused = error.status === 403;
    part("tool-boats").hidden = isRefused;
    show();
    if (!isRefused) part("boat-count").textContent = words("picture.boats.failed", { reason: error.message });
    return isRefused;
  },
});

// The boat or report under a point of the screen, or null; a boat lies on top of its reports.
export function boatNear(point) {
  const west = map.getBounds().getWest();
  const far = ({ geometry, properties }) => {
    const [longitude, latitude] = geometry.coordinates;
    const { x, y } = map.project([nearLongitude(longitude, west), latitude]);
    return Math.hypot(x - point.x, y - (properties.layer === "boat" ? 0 : PIN_PIXELS) - point.y);
  };
  const shown = isShown ? [...boats(), ...reports()].filter(({ geometry }) => geometry !== null) : [];
  const near = shown.map((feature) => ({ feature, pixels: far(feature) })).filter(({ pixels }) => pixels <= REACH_PIXELS);
  const first = near.filter(({ feature }) => feature.properties.layer === near[0].feature.properties.layer);
  const nearest = first.sort((left, right) => left.pixels - right.pixels)[0]?.feature;
  return nearest ? { text: sentence(nearest), address: address(nearest) } : null;
}

export function toggleBoats() {
  isShown = !isShown;
  show();
  say(words(isShown ? "picture.boats.shown" : "picture.boats.hidden"));
}

function row(feature, cells) {
  const line = document.createElement("tr");
  const head = document.createElement("th");
  head.scope = "row";
  const link = document.createElement("a");
  link.href = address(feature);
  link.textContent = feature.id;
  head.append(link);
  line.append(head, ...cells.map((text) => {
    const cell = document.createElement("td");
    cell.textContent = text;
    return cell;
  }));
  return line;
}

function where(feature) {
  const doubts = (feature.properties.doubts ?? "").split(" ").filter(Boolean).map((code) => words(`rescue.doubt.${code}`));
  const known = place(feature) ? [positionText(place(feature)), age(feature.properties.seenAt)] : [words("rescue.noPosition")];
  return [...known, ...doubts].join(", ");
}

// The layer in words, as two tables.
export function fillBoatTables() {
  part("boat-rows").replaceChildren(...boats().map((boat) => row(boat, [
    words(`rescue.phase.${boat.properties.phase}`),
    people(boat.properties.reportedLeast, boat.properties.reportedMost),
    people(boat.properties.unaccountedLeast, boat.properties.unaccountedMost),
    age(boat.properties.lastContact), where(boat),
  ])));
  part("report-rows").replaceChildren(...reports().map((report) => row(report, [
    report.properties.boat ?? words("rescue.notTied"), words(`rescue.channel.${report.properties.channel}`),
    people(report.properties.reportedLeast, report.properties.reportedMost),
    age(report.properties.received),
    Number.isFinite(report.properties.bearing)
      ? [where(report), bearingText(report.properties.bearing)].join(", ") : where(report),
  ])));
  part("boat-tables").hidden = features.length === 0;
}

// Shapes in a square from -1 to 1: a boat from above with its people, and a pin that stands on its place.
const SHAPES = {
  boat(context, fill, edge) {
    context.beginPath();
    context.moveTo(-0.5, 0.85);
    context.lineTo(-0.5, -0.2);
    context.quadraticCurveTo(-0.45, -0.9, 0, -0.9);
    context.quadraticCurveTo(0.45, -0.9, 0.5, -0.2);
    context.lineTo(0.5, 0.85);
    context.closePath();
    outline(context, fill, edge);
    context.fillStyle = edge;
    for (const [x, y] of [[0, -0.42], [-0.2, 0.05], [0.2, 0.05], [-0.2, 0.5], [0.2, 0.5]]) {
      context.beginPath();
      context.arc(x, y, 0.13, 0, 7);
      context.fill();
    }
  },
  pin(context, fill, edge, isHollow) {
    context.beginPath();
    context.moveTo(0, 0.95);
    context.lineTo(-0.42, -0.1);
    context.arc(0, -0.35, 0.48, Math.PI * 0.85, Math.PI * 0.15);
    context.closePath();
    outline(context, isHollow ? edge : fill, isHollow ? fill : edge);
  },
};

function outline(context, fill, edge) {
  context.lineJoin = "round";
  context.lineWidth = 0.22;
  context.strokeStyle = edge;
  context.stroke();
  context.fillStyle = fill;
  context.fill();
}

const IMAGES = {
  boat: ["boat", "ring", false], "boat-danger": ["boat", "danger", false],
  pin: ["pin", "ring", false], "pin-hollow": ["pin", "ring", true], "pin-danger": ["pin", "danger", false],
};

function paint(name) {
  const [shape, property, isHollow] = IMAGES[name];
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = IMAGE;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.setTransform(IMAGE * 0.44, 0, 0, IMAGE * 0.44, IMAGE / 2, IMAGE / 2);
  SHAPES[shape](context, colour(property), colour("halo"), isHollow);
  return canvas;
}

// What the help shows of the symbols: a picture and its words.
export const boatLegend = () => Object.keys(IMAGES).map((name) => {
  const canvas = paint(name);
  canvas.setAttribute("aria-hidden", "true");
  return [canvas, words(`picture.boats.legend.${name}`)];
});

function paintAll() {
  for (const name of Object.keys(IMAGES)) {
    const data = paint(name).getContext("2d").getImageData(0, 0, IMAGE, IMAGE);
    if (map.hasImage(name)) map.updateImage(name, data);
    else map.addImage(name, data, { pixelRatio: RATIO });
  }
}

function addLayers() {
  paintAll();
  const free = { "icon-allow-overlap": true, "icon-ignore-placement": true };
  map.addLayer({ id: "report-pins", type: "symbol", source: "reports",
    layout: { "icon-image": ["get", "image"], "icon-anchor": "bottom", ...free },
    paint: { "icon-opacity": ["get", "opacity"] } });
  map.addLayer({ id: "boat-symbols", type: "symbol", source: "boats",
    layout: { "icon-image": ["get", "image"], ...free } });
  map.addLayer({ id: "boat-names", type: "symbol", source: "boats",
    layout: { "icon-image": ["get", "label"], "icon-anchor": "left", "icon-offset": [16, 0], ...free } });
}

// Before the chart, which may fail: the count and the tables stand without it.
export function startBoats() {
  part("tool-boats").addEventListener("click", toggleBoats);
  on("boats", load.soon);
  on("time", load.now);
  setInterval(show, REDRAW_MILLISECONDS);
  load.start();
}

export function startBoatLayer() {
  addLayers();
  on("recoloured", () => {
    paintAll();
    show();
  });
  show();
}
