// The vessels on the chart. One fleet is live and follows the stream; another is the picture as known at a moment.

import { emit } from "./hub.js";
import { mercator } from "./nautical.js";

// More than one centre will ever see at once; past it the picture says that it is not whole.
const MAXIMUM_VESSELS = 60_000;

const live = new Map();
const past = new Map();
let shown = live;
let isScheduled = false;
let lastRedraw = -Infinity;
// Ten redraws in a second look no smoother than four, and cost a watch officer's laptop its battery.
const LEAST_MILLISECONDS_BETWEEN_REDRAWS = 250;

export const vessels = () => shown.values();
export const vessel = (id) => shown.get(id) ?? null;
export const vesselCount = () => shown.size;
export const liveDistress = () => [...live.values()].filter((craft) => craft.kind === "distress");

// A row is the array of the API: id, lat, lon, speed, course, heading, class, status, last heard, name, flags, length; and for
// a craft that sensors without identity show, the letters of its sources and the ellipse in which it is.
function craftFrom(row) {
  if (!Array.isArray(row) || row.length < 9) return null;
  const [id, lat, lon, speed, course, heading, kind, status, heard, name, flags, length, badges, ellipse] = row;
  if (typeof id !== "string" || !Number.isFinite(lat) || !Number.isFinite(lon)) return null;
  return {
    id, lat, lon, speed, course, heading, kind, status, heard,
    name: name ?? null, flags: Array.isArray(flags) ? flags : [], length: length ?? null, place: mercator(lon, lat),
    badges: badges ?? null, ellipse: Array.isArray(ellipse) ? ellipse : null,
  };
}

function put(fleet, rows) {
  for (const row of rows) {
    const craft = craftFrom(row);
    if (craft === null || (!fleet.has(craft.id) && fleet.size >= MAXIMUM_VESSELS)) continue;
    fleet.set(craft.id, craft);
  }
}

// From the stream: `isWhole` when the rows are all that is in view, otherwise they are what changed.
export function heard(rows, isWhole) {
  if (isWhole) live.clear();
  put(live, rows);
  if (shown === live) changed();
}

export function gone(ids) {
  for (const id of ids) live.delete(id);
  if (shown === live) changed();
}

export function showPast(rows) {
  past.clear();
  put(past, rows);
  shown = past;
  changed();
}

export function showLive() {
  past.clear();
  shown = live;
  changed();
}

// The first change after a pause is shown at once; those that follow wait until a redraw is due again.
function changed() {
  if (isScheduled) return;
  isScheduled = true;
  const since = performance.now() - lastRedraw;
  setTimeout(() => {
    isScheduled = false;
    lastRedraw = performance.now();
    emit("fleet", null);
  }, Math.max(0, LEAST_MILLISECONDS_BETWEEN_REDRAWS - since));
}
