// What is drawn around vessels: the ring of the open one, the rings of those in distress, and where a vessel was.

import { get } from "./api.js";
import { draw, inView, map } from "./chart.js";
import { deskDate } from "./desk-time.js";
import { vessel, vessels } from "./fleet.js";
import { lineFeature, pointFeature } from "./geojson.js";
import { on } from "./hub.js";
import { destination, METRES_PER_NAUTICAL_MILE } from "./nautical.js";
import { at, selected } from "./state.js";
import { figure, words } from "./words.js";

const TRAIL_HOURS = 6;
const BLINK_MILLISECONDS = 600;
// Nearer than this, where a craft may be is wider than its symbol.
const LEAST_ZOOM_FOR_ELLIPSES = 9;
const MAXIMUM_ELLIPSES = 400;
const ELLIPSE_CORNERS = 32;
const still = matchMedia("(prefers-reduced-motion: reduce)");

let blinkTimer = null;

function refreshRings() {
  const craft = selected() ? vessel(selected()) : null;
  draw("selection", craft ? [point(craft)] : []);
  const distress = [...vessels()].filter((one) => one.kind === "distress" && !one.flags.includes("sart-test"));
  draw("alarm", distress.map(point));
  blink(distress.length > 0);
}

// Where sensors without identity have a craft: the ellipse in which it is 95 times in 100.
function refreshEllipses() {
  const isInView = inView();
  const sensed = map.getZoom() < LEAST_ZOOM_FOR_ELLIPSES ? []
    : [...vessels()].filter((craft) => craft.ellipse && isInView(craft)).slice(0, MAXIMUM_ELLIPSES);
  draw("ellipses", sensed.map((craft) => lineFeature(ellipse(craft))));
}

function ellipse({ lat, lon, ellipse: [major, minor, orientation] }) {
  return Array.from({ length: ELLIPSE_CORNERS + 1 }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / ELLIPSE_CORNERS;
    const [along, across] = [major * Math.cos(angle), minor * Math.sin(angle)];
    const bearing = orientation + (Math.atan2(across, along) * 180) / Math.PI;
    const place = destination({ lat, lon }, bearing, Math.hypot(along, across) / METRES_PER_NAUTICAL_MILE);
    return [place.lon, place.lat];
  });
}

const point = (craft) => pointFeature([craft.lon, craft.lat]);

// Only distress blinks, and it keeps its ring for those who asked for stillness.
function blink(isOn) {
  if (isOn && blinkTimer === null && !still.matches) {
    let isLit = true;
    blinkTimer = setInterval(() => {
      isLit = !isLit;
      map.setPaintProperty("alarm", "circle-stroke-opacity", isLit ? 1 : 0.15);
    }, BLINK_MILLISECONDS);
  }
  if ((!isOn || still.matches) && blinkTimer !== null) {
    clearInterval(blinkTimer);
    blinkTimer = null;
    map.setPaintProperty("alarm", "circle-stroke-opacity", 1);
  }
}

let trailFor = null;
let trailPoints = [];

// Fetches where the open vessel was in the hours before now, or before the moment the picture is of.
async function loadTrail(id) {
  trailFor = id;
  trailPoints = [];
  drawTrail();
  const note = document.getElementById("vessel-trail");
  note.hidden = true;
  if (id === null) return;
  const to = at() ? new Date(at()) : deskDate();
  const from = new Date(to.getTime() - TRAIL_HOURS * 3_600_000);
  try {
    const path = await get(`/api/tracks/${encodeURIComponent(id)}/path`, {
      from: from.toISOString(), to: to.toISOString(), at: at(),
    });
    if (trailFor !== id) return;
    trailPoints = path.points.filter(([lon, lat]) => Number.isFinite(lon) && Number.isFinite(lat));
    note.textContent = words("picture.trail.note", {
      count: figure(trailPoints.length), hours: TRAIL_HOURS, rule: path.rule ?? "",
    });
  } catch {
    note.textContent = words("picture.trail.failed");
  }
  note.hidden = false;
  drawTrail();
}

// The live end of the trail grows with every report, without asking again.
function extendTrail() {
  const craft = trailFor ? vessel(trailFor) : null;
  const last = trailPoints.at(-1);
  if (!craft || at() || !last || craft.heard <= last[2]) return;
  trailPoints.push([craft.lon, craft.lat, craft.heard, craft.speed, craft.course]);
  drawTrail();
}

function drawTrail() {
  const coordinates = trailPoints.map(([lon, lat]) => [lon, lat]);
  const points = coordinates.map((place) => pointFeature(place));
  draw("trail", points.length > 1 ? [lineFeature(coordinates), ...points] : points);
}

export function startOverlays(colour) {
  const ring = (id, radius, property, width) => map.addLayer({ id, type: "circle", source: id, paint: {
    "circle-radius": radius, "circle-color": "rgba(0,0,0,0)", "circle-stroke-color": colour(property),
    "circle-stroke-width": width } });
  ring("selection", 17, "ring", 2);
  ring("alarm", 22, "danger", 4);
  on("recoloured", () => {
    map.setPaintProperty("selection", "circle-stroke-color", colour("ring"));
    map.setPaintProperty("alarm", "circle-stroke-color", colour("danger"));
  });
  map.on("moveend", refreshEllipses);
  on("fleet", () => {
    refreshRings();
    refreshEllipses();
    extendTrail();
  });
  on("select", (id) => {
    refreshRings();
    loadTrail(id);
  });
  on("time", () => loadTrail(selected()));
}
