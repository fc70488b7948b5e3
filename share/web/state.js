// What the page is looking at: which vessel, and whether the picture is live or as known at a moment. Both stand in the
// page's address, so that a link opens the same view.

import { emit } from "./hub.js";

const address = new URLSearchParams(location.search);
let chosen = address.get("vessel");
let moment = validMoment(address.get("at"));

function validMoment(text) {
  const time = text ? Date.parse(text) : NaN;
  return Number.isFinite(time) ? new Date(time).toISOString() : null;
}

export const selected = () => chosen;
export const at = () => moment;

export function select(id) {
  chosen = id;
  writeAddress({ vessel: id });
  emit("select", id);
}

// Null for live, otherwise an ISO time.
export function setMoment(iso) {
  moment = iso;
  writeAddress({ at: iso });
  emit("time", iso);
}

// Changes parts of the page's address without leaving the page.
export function writeAddress(parts) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(parts)) {
    if (value == null) query.delete(name);
    else query.set(name, value);
  }
  history.replaceState(null, "", query.size > 0 ? `?${query}` : location.pathname);
}
