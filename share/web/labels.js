// Words on the chart. No font files come along, so each text is drawn on a canvas once and kept as an image of the map.

import { draw, inView, map } from "./chart.js";
import { vessels, vesselCount } from "./fleet.js";
import { pointFeature } from "./geojson.js";
import { on } from "./hub.js";
import { symbolPixels } from "./vessel-layer.js";
import { colour } from "./theme.js";
import { language } from "./words.js";

const RATIO = 2;
const MAXIMUM_IMAGES = 1_500;
const MAXIMUM_VESSEL_LABELS = 300;
const LEAST_ZOOM_FOR_VESSEL_NAMES = 9.3;
const MAXIMUM_LETTERS = 40;

const STYLES = {
  place: { font: "italic 13px", property: "place" },
  town: { font: "600 13px", property: "place" },
  area: { font: "italic 14px", property: "rule" },
  mark: { font: "11px", property: "mark" },
  craft: { font: "12px", property: "text" },
};
const images = new Set();

// The id of the image for a text, drawing it when it is not there. Text from feeds reaches only the canvas.
export function label(text, style) {
  const id = `label:${style}:${text.slice(0, MAXIMUM_LETTERS)}`;
  if (!map.hasImage(id)) {
    if (images.size >= MAXIMUM_IMAGES) forgetAll();
    map.addImage(id, paint(text.slice(0, MAXIMUM_LETTERS), STYLES[style]), { pixelRatio: RATIO });
    images.add(id);
  }
  return id;
}

function paint(text, { font, property }) {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const family = getComputedStyle(document.body).fontFamily;
  const size = Number(font.match(/(\d+)px/)[1]) * RATIO;
  const scaled = `${font.replace(/\d+px/, `${size}px`)} ${family}`;
  context.font = scaled;
  canvas.width = Math.max(1, Math.ceil(context.measureText(text).width) + 4 * RATIO);
  canvas.height = Math.ceil(size * 1.35);
  context.font = scaled;
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3 * RATIO;
  context.strokeStyle = colour("halo");
  context.globalAlpha = 0.85;
  context.strokeText(text, 2 * RATIO, canvas.height / 2);
  context.globalAlpha = 1;
  context.fillStyle = colour(property);
  context.fillText(text, 2 * RATIO, canvas.height / 2);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function forgetAll() {
  for (const id of images) if (map.hasImage(id)) map.removeImage(id);
  images.clear();
}

// "label:town:Dover" asks for itself: the style of the strait's names is the data file's, so images come when missing.
function paintMissing({ id }) {
  const [, style, ...rest] = id.split(":");
  if (id.startsWith("label:") && STYLES[style]) label(rest.join(":"), style);
  if (id === "lane-arrow") map.addImage(id, paintArrow(), { pixelRatio: RATIO });
}

function paintArrow() {
  const canvas = document.createElement("canvas");
  canvas.width = 44;
  canvas.height = 96;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.strokeStyle = colour("rule");
  context.lineWidth = 3;
  context.lineJoin = "round";
  context.beginPath();
  context.moveTo(15, 92), context.lineTo(15, 34), context.lineTo(5, 34), context.lineTo(22, 6), context.lineTo(39, 34);
  context.lineTo(29, 34), context.lineTo(29, 92), context.closePath();
  context.stroke();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

// Names of the strait, from the data file's own property in the reader's language.
function addPlaceNames() {
  const name = ["coalesce", ["get", `name_${language}`], ["get", "name"]];
  const layer = (id, kinds, style, minzoom, offset = [0, 0], anchor = "center") => map.addLayer({
    id, type: "symbol", source: "strait", minzoom, filter: ["in", ["get", "kind"], ["literal", kinds]],
    layout: { "icon-image": ["concat", `label:${style}:`, name], "icon-anchor": anchor, "icon-offset": offset,
      "icon-padding": 4, "symbol-sort-key": ["coalesce", ["get", "rank"], 9] },
  }, "vessels");
  map.addLayer({ id: "mark-dots", type: "circle", source: "strait", minzoom: 8,
    filter: ["in", ["get", "kind"], ["literal", ["light-vessel", "buoy", "port"]]],
    paint: { "circle-radius": 2.5, "circle-color": colour("mark") } }, "vessels");
  layer("names-marks", ["light-vessel", "buoy"], "mark", 9.5, [5, 0], "left");
  layer("names-towns", ["port", "place"], "town", 7, [5, 0], "left");
  layer("names-areas", ["area-name"], "area", 7.2);
  layer("names-seas", ["sea-name", "land-name"], "place", 5);
}

// What stands beside a craft: its name, and the letters of what shows it when that is more than its transponder.
const nameOf = (craft) => (craft.badges ? `${craft.name ?? craft.id} ·${craft.badges}` : craft.name);

// Names of the vessels in view, nearest the middle first, once the chart is close enough to read them.
function refreshNames() {
  if (map.getZoom() < LEAST_ZOOM_FOR_VESSEL_NAMES || vesselCount() === 0) {
    draw("labels", []);
    return;
  }
  const isInView = inView();
  const centre = map.getCenter();
  const distance = (craft) => Math.abs(craft.lat - centre.lat) + Math.abs(craft.lon - centre.lng) / 2;
  const shown = [];
  for (const craft of vessels()) if (nameOf(craft) && isInView(craft)) shown.push(craft);
  shown.sort((left, right) => distance(left) - distance(right));
  draw("labels", shown.slice(0, MAXIMUM_VESSEL_LABELS).map((craft) => pointFeature(
    [craft.lon, craft.lat], { image: label(nameOf(craft), "craft"), rank: craft.kind === "distress" ? 0 : 1 })));
}

export function startLabels() {
  map.on("styleimagemissing", paintMissing);
  addPlaceNames();
  map.addLayer({ id: "labels", type: "symbol", source: "labels", layout: {
    "icon-image": ["get", "image"], "icon-anchor": "left", "icon-offset": [symbolPixels(11) / 2, 0], "icon-padding": 1,
    "symbol-sort-key": ["get", "rank"] } });
  on("fleet", refreshNames);
  map.on("moveend", refreshNames);
  on("recoloured", () => {
    map.setPaintProperty("mark-dots", "circle-color", colour("mark"));
    forgetAll();
    if (map.hasImage("lane-arrow")) map.removeImage("lane-arrow");
    // Images are asked for again only when their tiles are laid out again.
    map.getSource("strait").setData("/static/chart/strait.geojson");
    refreshNames();
  });
}
