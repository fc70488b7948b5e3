// The open vessel: everything known about it, each value leading to the entries it came from.

import { get, post } from "./api.js";
import { map } from "./chart.js";
import { deskDate } from "./desk-time.js";
import { vessel } from "./fleet.js";
import { on } from "./hub.js";
import { ageText, localText, utcText } from "./moments.js";
import { bearingText, positionText } from "./nautical.js";
import { at, select, selected } from "./state.js";
import { figure, language, say, words } from "./words.js";

const REFRESH_MILLISECONDS = 10_000;
// More entries than these are for the record's own page.
const MAXIMUM_ENTRIES_LINKED = 12;
const part = (id) => document.getElementById(id);

let track = null;
let request = null;

const unit = (value, digits, name) =>
  value == null ? null : words(`picture.unit.${name}`, { value: figure(value, digits) });
const share = (probability) => (probability == null ? null
  : new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(probability));
const moment = (text) => {
  const date = text == null ? null : new Date(text);
  return date && Number.isFinite(date.getTime()) ? date : null;
};

function flagName(code) {
  if (!code) return null;
  try {
    return `${new Intl.DisplayNames([language], { type: "region" }).of(code)} (${code})`;
  } catch {
    return code;
  }
}

// Name of the value, its text, and null for what is not known: those are left out.
function rows(craft) {
  const heard = moment(craft.lastHeard);
  const size = craft.length && craft.beam
    ? words("picture.unit.size", { length: figure(craft.length), beam: figure(craft.beam) })
    : unit(craft.length, 0, "metres");
  return [
    ["position", craft.positionText ?? positionText(craft)],
    ["speed", unit(craft.sog, 1, "knots")],
    ["course", craft.cog == null ? null : bearingText(craft.cog)],
    ["heading", craft.heading == null ? null : bearingText(craft.heading)],
    ["heard", heard && `${utcText(heard)} (${ageText((at() ? new Date(at()) : deskDate()) - heard)})`],
    ["status", craft.navStatusText],
    ["class", words(`picture.class.${craft.class ?? "unknown"}`)],
    ["type", craft.shipTypeText],
    ["mmsi", craft.mmsi == null ? null : String(craft.mmsi).padStart(9, "0")],
    ["imo", craft.imo],
    ["callsign", craft.callSign],
    ["flag", flagName(craft.flag)],
    ["size", size],
    ["draught", unit(craft.draught, 1, "metres")],
    ["destination", craft.destination],
    ["eta", craft.eta],
    ["uncertainty", unit(craft.uncertaintyMetres, 0, "metres")],
    ["first", moment(craft.firstHeard) && utcText(moment(craft.firstHeard))],
    ["sources", craft.sources?.join(", ") || null],
    ["existence", share(craft.sensed?.existence)],
    ["transponder", craft.mmsi == null ? share(craft.sensed?.carriesTransponder) : null],
    ["small", share(craft.smallCraft?.probability)],
    ["identity", share(craft.sensed?.identityProbability)],
    ["observations", craft.observations == null ? null : figure(craft.observations)],
  ].filter(([, value]) => value != null && value !== "");
}

function show() {
  const isOpen = track !== null;
  part("vessel-hint").hidden = isOpen;
  part("vessel-details").hidden = !isOpen;
  part("vessel-centre").hidden = part("vessel-close").hidden = !isOpen;
  part("vessel-notes").replaceChildren();
  if (!isOpen) {
    part("vessel-heading").textContent = words("picture.vessel.none");
    showReasons(null);
    return;
  }
  part("vessel-heading").textContent = track.name ?? words("picture.vessel.unnamed", { id: track.id });
  for (const flag of track.flags ?? []) addNote(words(`picture.flag.${flag}`), flag !== "exercise");
  if (track.class === "distress") addNote(words("picture.vessel.distress"), true);
  const entries = (track.entries ?? []).slice(-MAXIMUM_ENTRIES_LINKED);
  const list = rows(track).flatMap(([name, value]) => {
    const content = entries.length > 0 ? [sourced(String(value), entries.at(-1))] : [String(value)];
    return pair(name, content, name === "heard" ? localText(new Date(track.lastHeard)) : "");
  });
  const links = entries.flatMap((sequence) => [sourced(String(sequence), sequence), " "]);
  if (links.length > 0) list.push(...pair("entries", links));
  part("vessel-details").replaceChildren(...list);
  showReasons(track.sensed);
}

// Why there is this one track: which sensors show it, and the latest observations that made it.
function showReasons(sensed) {
  part("vessel-why").hidden = !sensed && !track?.smallCraft;
  part("join-form").hidden = track?.mmsi != null || !sensed;
  const terms = track?.smallCraft?.terms ?? [];
  part("why-small").replaceChildren(...terms.map(({ name, observed, unit, logOdds }) => {
    const item = document.createElement("li");
    const value = observed == null ? "" : ` (${figure(observed, 1)} ${words(`rules.unit.${unit}`)})`;
    item.textContent = words("picture.small.term", {
      name: words(`picture.small.${name}`) + value, odds: `${logOdds < 0 ? "−" : "+"}${figure(Math.abs(logOdds), 2)}`,
    });
    return item;
  }));
  part("why-sensors").replaceChildren();
  part("why-observations").replaceChildren();
  if (!sensed) return;
  const sensors = sensed.sensors.map((sensor) => words("picture.why.sensor", {
    name: sensor.name, kind: words(`picture.sensor.${sensor.kind}`), count: figure(sensor.plots),
    time: utcText(new Date(sensor.last)),
  }));
  const observations = sensed.observations.map((one) => words("picture.why.observation", {
    sensor: one.sensor, time: utcText(new Date(one.at)), reference: one.reference ?? "–",
    distance: figure(Math.sqrt(one.squaredDistance), 1),
  }));
  const items = (texts) => texts.map((text) => {
    const item = document.createElement("li");
    item.textContent = text;
    return item;
  });
  part("why-sensors").replaceChildren(...items(sensors));
  part("why-observations").replaceChildren(...items(observations.reverse()));
}

function pair(name, content, title = "") {
  const term = document.createElement("dt");
  term.textContent = words(`picture.vessel.${name}`);
  const description = document.createElement("dd");
  description.append(...content);
  if (title) description.title = title;
  return [term, description];
}

// A value that opens the entry of the ledger it came from: the latest, where there are several.
function sourced(text, sequence) {
  const link = document.createElement("a");
  link.href = `/record/${encodeURIComponent(sequence)}`;
  link.title = words("picture.vessel.entry", { sequence });
  link.textContent = text;
  return link;
}

function addNote(text, isDanger) {
  const note = document.createElement("p");
  note.className = isDanger ? "vessel-note is-danger" : "vessel-note";
  note.textContent = text;
  part("vessel-notes").append(note);
}

// Why a craft cannot be shown: what is not known at a past moment, and what is no longer held now.
function unheard(error) {
  if (error.status !== 404) return "picture.vessel.failed";
  return at() ? "picture.vessel.unknown" : "picture.vessel.lost";
}

async function load(id, isFirst) {
  request?.abort();
  request = new AbortController();
  try {
    const found = await get(`/api/tracks/${encodeURIComponent(id)}`, { at: at() }, request.signal);
    if (selected() !== id) return;
    track = found;
    show();
    if (isFirst) say(part("vessel-heading").textContent);
  } catch (error) {
    if (error.name === "AbortError" || selected() !== id) return;
    if (isFirst) track = null;
    show();
    part("vessel-hint").hidden = false;
    part("vessel-hint").textContent = words(unheard(error));
  }
}

// Between two answers of the server the stream keeps position, speed and course up to date.
function refreshFromFleet() {
  const craft = track && !at() ? vessel(track.id) : null;
  if (!craft) return;
  Object.assign(track, {
    lat: craft.lat, lon: craft.lon, sog: craft.speed, cog: craft.course, heading: craft.heading,
    positionText: positionText(craft), lastHeard: new Date(craft.heard).toISOString(),
  });
  show();
}

export function centreSelected() {
  const craft = track && (vessel(track.id) ?? track);
  if (craft && Number.isFinite(craft.lat)) map.easeTo({ center: [craft.lon, craft.lat], duration: 300 });
}

// Says by hand which transponder a craft that sensors show carries, or does not.
async function join(event) {
  event.preventDefault();
  const mmsi = Number(part("join-mmsi").value);
  if (!track || !Number.isInteger(mmsi) || mmsi <= 0) return part("join-mmsi").focus();
  try {
    await post(`/api/tracks/${encodeURIComponent(track.id)}/identity`, { mmsi, word: event.submitter?.value ?? "together" });
    return say(words("picture.join.done"));
  } catch (error) {
    if (error.status === 404) return say(words("picture.join.lost"));
    return say(words("picture.join.failed", { reason: error.message }));
  }
}

export function startVesselPanel() {
  part("join-form").addEventListener("submit", join);
  part("vessel-centre").addEventListener("click", centreSelected);
  part("vessel-close").addEventListener("click", () => select(null));
  on("select", (id) => {
    track = null;
    part("vessel-hint").textContent = words("picture.vessel.hint");
    show();
    if (id !== null) load(id, true);
  });
  on("time", () => selected() && load(selected(), true));
  // The list is never rebuilt under a reader's finger.
  const isBeingRead = () => part("vessel-details").contains(document.activeElement);
  on("fleet", () => {
    if (!isBeingRead()) refreshFromFleet();
  });
  setInterval(() => {
    if (selected() && !at() && !document.hidden && !isBeingRead()) load(selected(), false);
  }, REFRESH_MILLISECONDS);
}
