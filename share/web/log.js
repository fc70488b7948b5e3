// The watch log: the latest entries, new ones as they are written anywhere, and the place to write one.

import { get, post } from "./api.js";
import { deskDate } from "./desk-time.js";
import { vessel } from "./fleet.js";
import { on } from "./hub.js";
import { loader } from "./loader.js";
import { utcDay, utcMinute } from "./moments.js";
import { at, select, selected } from "./state.js";
import { say, words } from "./words.js";

const SHOWN = 30;
const part = (id) => document.getElementById(id);
const entries = new Map();

// One key a text: sent again after a lost answer, it is still one entry.
let key = crypto.randomUUID?.() ?? fallbackKey();

// Plain http on another machine than this one has no randomUUID, though it has random bytes.
function fallbackKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export function focusLog() {
  part("log-text").focus();
}

const load = loader({
  ask: (moment) => get("/api/log", { limit: SHOWN, at: moment }),
  // What was heard while the desk was asked stays.
  take: (answer) => {
    for (const entry of answer.entries) entries.set(entry.sequence, entry);
    show();
  },
  fail: () => part("log-list").replaceChildren(message(words("picture.log.failed"))),
});

function add(entry, isNew) {
  if (!Number.isFinite(entry?.sequence) || entries.has(entry.sequence) || at() !== null) return;
  entries.set(entry.sequence, { ...entry, isNew });
  show();
}

function show() {
  const latest = [...entries.values()].sort((left, right) => right.sequence - left.sequence).slice(0, SHOWN);
  part("log-list").replaceChildren(...latest.map(item));
  if (latest.length === 0) part("log-list").append(message(words("picture.log.empty")));
  part("log-all").href = at() ? `/log?at=${encodeURIComponent(at())}` : "/log";
}

function message(text) {
  const line = document.createElement("li");
  line.className = "muted";
  line.textContent = text;
  return line;
}

function item(entry) {
  const line = document.createElement("li");
  if (entry.isNew) line.className = "is-new";
  const head = document.createElement("div");
  head.className = "log-head";
  const when = document.createElement("time");
  const about = new Date(entry.about);
  when.dateTime = entry.about;
  when.textContent = utcDay(about) === utcDay(deskDate()) ? utcMinute(about) : `${utcDay(about)} ${utcMinute(about)}`;
  head.append(when, span([entry.author, entry.agency].filter(Boolean).join(", ")));
  if (entry.exercise) head.append(span(words("picture.exercise"), "mark"));
  if (entry.correctionOf != null) head.append(span(words("picture.log.correction", { sequence: entry.correctionOf })));
  if (entry.subject) head.append(subjectButton(entry.subject));
  const text = document.createElement("div");
  text.className = "log-text";
  text.textContent = entry.text;
  line.append(head, text);
  return line;
}

function span(text, className = "") {
  const element = document.createElement("span");
  element.className = className;
  element.textContent = text;
  return element;
}

// A vessel may say its name after it was written about.
function nameSubjects() {
  for (const button of part("log-list").querySelectorAll("button[data-subject]")) {
    const name = vessel(button.dataset.subject)?.name;
    if (name && button.textContent !== name) button.textContent = name;
  }
}

function subjectButton(id) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.subject = id;
  button.className = "quiet";
  button.textContent = vessel(id)?.name ?? id;
  button.addEventListener("click", () => select(id));
  return button;
}

async function save(event) {
  event.preventDefault();
  const text = part("log-text").value.trim();
  part("log-error").hidden = true;
  if (text === "") return;
  const body = { text, key };
  if (part("log-distress").checked) body.distress = true;
  if (selected() && part("log-attach").checked) body.subject = selected();
  part("log-save").disabled = true;
  try {
    const entry = await post("/api/log", body);
    key = crypto.randomUUID?.() ?? fallbackKey();
    part("log-text").value = "";
    part("log-distress").checked = false;
    add(entry, true);
    say(words("picture.log.saved"));
  } catch (error) {
    // The text stays where it is: nothing a watch officer wrote is lost to a broken line.
    part("log-error").textContent = words("picture.log.unsaved", { reason: error.message });
    part("log-error").hidden = false;
  } finally {
    part("log-save").disabled = false;
  }
}

function showSubject() {
  const id = selected();
  part("log-about").hidden = id === null;
  const text = id ? words("picture.log.attach", { name: vessel(id)?.name ?? id }) : "";
  if (part("log-attach-text").textContent !== text) part("log-attach-text").textContent = text;
}

export function startLog() {
  part("log-form").addEventListener("submit", save);
  part("log-text").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      part("log-form").requestSubmit();
    }
  });
  on("log", (entry) => add(entry, true));
  on("select", showSubject);
  // A name may come after the vessel was opened.
  on("fleet", () => {
    showSubject();
    nameSubjects();
  });
  on("time", () => {
    entries.clear();
    load.now();
  });
  showSubject();
  load.start();
}
