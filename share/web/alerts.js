// The alerts that nobody has resolved: each with who has it, and the keys to acknowledge, hand over and resolve it. Those of
// people in danger are also sounded and stand across the screen.

import { get, post } from "./api.js";
import { map } from "./chart.js";
import { on } from "./hub.js";
import { loader } from "./loader.js";
import { utcMinute } from "./moments.js";
import { at, select } from "./state.js";
import { alertAloud, figure, language, say, words } from "./words.js";

const SHOWN = 40;
const ORDER = ["distress", "urgent", "notice", "test"];
const part = (id) => document.getElementById(id);
const alerts = new Map();

const rank = (alert) => ORDER.indexOf(alert.severity);
const open = () => [...alerts.values()].filter((alert) => alert.stage !== "resolved")
  .sort((left, right) => rank(left) - rank(right) || Date.parse(right.began) - Date.parse(left.began));

// Calls for help that nobody has taken: what the alarm sounds for.
export const untaken = () => open().filter((alert) => alert.severity === "distress" && alert.stage === "raised");

const title = (alert) => words(`alert.${alert.kind}`);

const sentence = (alert) => [alert.tracks.join(", "), alert.words].filter(Boolean).join(": ");

// The numbers that speak for it, with their units.
const evidenceText = (alert) => alert.evidence.map(({ name, value, unit }) => words("alert.evidence.pair", {
  name: words(`alert.evidence.${name}`), value: measure(value, unit),
})).join("; ");

function measure(value, unit) {
  if (unit === "metres" && value >= 1852) return `${figure(value / 1852, 1)} ${words("rules.unit.miles")}`;
  if (unit === "seconds" && value >= 120) return `${figure(value / 60)} min`;
  if (unit === "share") return `${figure(value * 100)} %`;
  if (unit === "mmsi") return String(value).padStart(9, "0");
  if (unit === "count") return figure(value);
  return `${figure(value, unit === "knots" ? 1 : 0)} ${words(`rules.unit.${unit}`)}`;
}

const load = loader({
  ask: async (moment) => {
    const newest = Math.max(0, ...[...alerts.values()].map((alert) => alert.sequence));
    return { newest, ...await get("/api/alerts", { at: moment, limit: 200 }) };
  },
  // Only the open ones come: another is resolved, unless it was heard while the desk was asked.
  take: (answer) => {
    for (const alert of alerts.values()) if (alert.sequence <= answer.newest) alerts.delete(alert.id);
    answer.alerts.forEach(hold);
    show();
  },
  fail: (error) => {
    part("alerts-note").textContent = words("picture.alerts.failed", { reason: error.message });
    part("alerts-note").hidden = false;
  },
});

// Takes an alert in; false when something newer is known of it.
function hold(alert) {
  if ((alerts.get(alert.id)?.sequence ?? 0) > alert.sequence) return false;
  alerts.set(alert.id, alert);
  return true;
}

function heard(alert) {
  if (typeof alert?.id !== "string" || at() !== null) return;
  const isNew = !alerts.has(alert.id);
  if (!hold(alert)) return;
  if (isNew && alert.severity !== "test") alertAloud(`${words(`alert.severity.${alert.severity}`)}: ${title(alert)}`);
  show();
}

function show() {
  const shown = open();
  const note = part("alerts-note");
  note.hidden = shown.length > 0;
  if (shown.length === 0) note.textContent = words("picture.alerts.none");
  part("alerts-count").textContent = figure(shown.length);
  // The list is never rebuilt under a hand that holds one of its buttons.
  if (part("alerts-list").contains(document.activeElement) && document.activeElement.tagName === "INPUT") return;
  const focused = document.activeElement?.dataset?.alert;
  part("alerts-list").replaceChildren(...shown.slice(0, SHOWN).map(item));
  if (focused) part("alerts-list").querySelector(`[data-alert="${CSS.escape(focused)}"]`)?.focus();
}

function item(alert) {
  const line = document.createElement("li");
  line.className = `alert is-${alert.severity}`;
  const head = document.createElement("button");
  head.type = "button";
  head.className = "alert-head";
  head.dataset.alert = alert.id;
  head.textContent = `${words(`alert.severity.${alert.severity}`)} · ${title(alert)} · ${utcMinute(new Date(alert.began))}`;
  head.addEventListener("click", () => go(alert));
  line.append(head);
  const text = sentence(alert);
  if (text) line.append(paragraph(text));
  const evidence = evidenceText(alert);
  if (evidence) line.append(paragraph(evidence));
  if (alert.rule) line.append(paragraph(alert.rule[language], "muted"));
  if (alert.ended) line.append(paragraph(words("alerts.ended", { time: utcMinute(new Date(alert.ended)) }), "muted"));
  if (alert.exercise) line.append(paragraph(words("picture.exercise"), "mark"));
  if (alert.stage !== "raised") {
    line.append(paragraph(words(`alert.stage.${alert.stage}`, {
      by: alert.by ?? "", agency: alert.agency ?? "", to: alert.handedTo ?? "", note: alert.note ?? "",
    }), "muted"));
  }
  if (at() === null) line.append(actions(alert));
  return line;
}

function paragraph(text, className = "") {
  const element = document.createElement("p");
  element.className = className;
  element.textContent = text;
  return element;
}

function actions(alert) {
  const row = document.createElement("div");
  row.className = "alert-actions";
  const button = (name, act) => {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = words(`alerts.${name}.do`);
    element.addEventListener("click", act);
    return element;
  };
  if (alert.stage === "raised") row.append(button("acknowledged", () => send(alert, "acknowledge", {})));
  row.append(button("handedOver", () => ask(row, alert, "to", "hand-over")));
  row.append(button("resolved", () => ask(row, alert, "note", "resolve")));
  if (alert.severity !== "test") row.append(button("reported", () => report(alert)));
  return row;
}

// Puts a field in place of the buttons: to whom, or why.
function ask(row, alert, name, path) {
  const label = document.createElement("label");
  label.textContent = words(`alerts.${name}`);
  const field = document.createElement("input");
  field.maxLength = 200;
  label.append(field);
  const finish = () => {
    const value = field.value.trim();
    if (value === "") return field.focus();
    field.blur();
    return send(alert, path, { [name]: value });
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") finish();
    if (event.key === "Escape") {
      event.preventDefault();
      field.blur();
      show();
    }
  });
  row.replaceChildren(label);
  field.focus();
}

async function send(alert, path, body) {
  try {
    heard(await post(`/api/alerts/${encodeURIComponent(alert.id)}/${path}`, body));
    say(words("picture.alerts.done"));
  } catch (error) {
    say(words("picture.alerts.failed", { reason: error.message }));
    part("alerts-note").textContent = words("picture.alerts.failed", { reason: error.message });
    part("alerts-note").hidden = false;
  }
  show();
}

// Makes the contact report of an alert, or finds the one that was made, and opens it.
async function report(alert) {
  try {
    const answer = await post(`/api/alerts/${encodeURIComponent(alert.id)}/report`, {});
    location.assign(`/contacts/${encodeURIComponent(answer.contact)}`);
  } catch (error) {
    say(words("picture.alerts.failed", { reason: error.message }));
  }
}

export function acknowledgeUntaken() {
  for (const alert of untaken()) send(alert, "acknowledge", {});
}

export function go(alert) {
  if (Number.isFinite(alert.lat) && Number.isFinite(alert.lon)) {
    map?.easeTo({ center: [alert.lon, alert.lat], zoom: Math.max(map.getZoom(), 10), duration: 300 });
  }
  if (alert.tracks[0]) select(alert.tracks[0]);
}

export function startAlerts() {
  on("alert", heard);
  on("time", () => {
    alerts.clear();
    load.now();
  });
  load.start();
}
