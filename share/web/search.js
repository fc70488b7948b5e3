// Finds a vessel by name, MMSI, IMO number or call sign, or a place by its position, as one types.

import { get } from "./api.js";
import { map } from "./chart.js";
import { deskNow } from "./desk-time.js";
import { ageText } from "./moments.js";
import { positionText } from "./nautical.js";
import { select } from "./state.js";
import { counted, say, words } from "./words.js";

const PAUSE_MILLISECONDS = 120;
const input = document.getElementById("search-input");
const list = document.getElementById("search-results");

let results = [];
let current = -1;
let timer = null;
let request = null;
// The text that the results are for, and whether Enter was pressed before they came.
let answered = "";
let isEager = false;

// "51 07.2N 1 20E", "51.12, 1.33" and the like; the server says what it understood.
const looksLikePosition = (text) => /\d[^a-z]*[NSEW°,']/i.test(text) && /\d.*[\s,].*\d/.test(text);

async function find(text) {
  request?.abort();
  if (text.length < 2) {
    show([], false);
    return;
  }
  request = new AbortController();
  try {
    const [found, places] = await Promise.all([
      get("/api/search", { q: text }, request.signal),
      looksLikePosition(text) ? get("/api/position", { q: text }, request.signal).catch(() => null) : null,
    ]);
    const positions = (places?.readings ?? []).map((reading) => ({ ...reading, isPlace: true }));
    answered = text;
    show([...positions, ...found.results], found.more);
    if (isEager) open(0);
  } catch (error) {
    if (error.name === "AbortError") return;
    show([], false);
    say(words("picture.search.failed"));
  }
}

function show(found, isMore) {
  results = found;
  current = -1;
  list.replaceChildren(...found.map(option));
  list.hidden = input.value.trim().length < 2;
  if (found.length === 0 && !list.hidden) list.append(note(words("picture.search.none")));
  if (isMore) list.append(note(words("picture.search.more")));
  input.setAttribute("aria-expanded", String(!list.hidden));
  mark();
  const status = document.getElementById("search-note");
  status.textContent = list.hidden ? "" : counted("picture.search.count", found.length);
}

function note(text) {
  const item = document.createElement("li");
  item.className = "muted";
  item.setAttribute("role", "presentation");
  item.textContent = text;
  return item;
}

function option(result, index) {
  const item = document.createElement("li");
  item.id = `search-result-${index}`;
  item.setAttribute("role", "option");
  const name = document.createElement("span");
  name.className = "search-name";
  const rest = document.createElement("span");
  rest.className = "muted";
  if (result.isPlace) {
    name.textContent = positionText(result);
    rest.textContent = [result.understood, ...(result.doubts ?? [])].filter(Boolean).join(" · ");
  } else {
    name.textContent = result.name ?? words("picture.vessel.unnamed", { id: result.id });
    const age = ageText(deskNow() - Date.parse(result.lastHeard));
    const heard = result.live ? null : words("picture.search.last", { age });
    rest.textContent = [result.mmsi, result.callSign, words(`picture.class.${result.class ?? "unknown"}`), heard]
      .filter(Boolean).join(" · ");
  }
  item.append(name, rest);
  // Before the input loses its focus and the list with it.
  item.addEventListener("mousedown", (event) => {
    event.preventDefault();
    open(index);
  });
  return item;
}

function mark() {
  list.querySelectorAll('[role="option"]').forEach((item, index) => {
    item.setAttribute("aria-selected", String(index === current));
    if (index === current) item.scrollIntoView({ block: "nearest" });
  });
  if (current >= 0) input.setAttribute("aria-activedescendant", `search-result-${current}`);
  else input.removeAttribute("aria-activedescendant");
}

function open(index) {
  const result = results[index];
  if (!result) return;
  isEager = false;
  close();
  input.value = "";
  input.blur();
  if (Number.isFinite(result.lat) && Number.isFinite(result.lon)) {
    map.easeTo({ center: [result.lon, result.lat], zoom: Math.max(map.getZoom(), 10), duration: 300 });
  }
  if (result.isPlace) {
    say(positionText(result));
    return;
  }
  select(result.id);
  document.getElementById("vessel-heading").focus();
}

function close() {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
}

export function focusSearch() {
  input.focus();
  input.select();
}

export function startSearch() {
  input.addEventListener("input", () => {
    clearTimeout(timer);
    isEager = false;
    timer = setTimeout(() => find(input.value.trim()), PAUSE_MILLISECONDS);
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && results.length > 0) {
      event.preventDefault();
      current = current < 0 && step < 0 ? results.length - 1 : (current + step + results.length) % results.length;
      mark();
    } else if (event.key === "Enter") {
      event.preventDefault();
      // Without a choice the first is meant, of what is being looked for now.
      isEager = answered !== input.value.trim();
      if (!isEager) open(Math.max(current, 0));
    } else if (event.key === "Escape") {
      if (!list.hidden) close();
      else input.blur();
    }
  });
  input.addEventListener("focus", () => {
    if (input.value.trim().length >= 2 && results.length > 0) show(results, false);
  });
  input.addEventListener("blur", close);
}
