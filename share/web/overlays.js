// What is drawn around vessels: the ring of the open one, the rings of those in distress, and where a vessel was.

import { get } from "./api.js";
import { draw, map } from "./chart.js";
import { deskDate } from "./desk-time.js";
import { vessel, vessels } from "./fleet.js";
import { lineFeature, pointFeature } from "./geojson.js";
import { on } from "./hub.js";
import { at, selected } from "./state.js";
import { figure, words } from "./words.js";

const TRAIL_HOURS = 6;
const BLINK_MILLISECONDS = 600;
const still = matchMedia("(prefers-reduced-motion: reduce)");

let blinkTimer = null;

function refreshRings() {
  const craft = selected() ? vessel(selected()) : null;
  draw("selection", craft ? [point(craft)] : []);
  const distress = [...vessels()].filter((one) => one.kind === "distress" && !one.flags.includes("sart-test"));
  draw("alarm", distress.map(point));
  blink(distress.length > 0);
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
  on("fleet", () => {
    refreshRings();
    extendTrail();
  });
  on("select", (id) => {
    refreshRings();
    loadTrail(id);
  });
  on("time", () => loadTrail(selected()));
}
