// Going back: the picture as it was known at a moment, and the way back to live.

import { get } from "./api.js";
import { viewBox } from "./chart.js";
import { deskDate, deskNow } from "./desk-time.js";
import { showLive, showPast } from "./fleet.js";
import { on } from "./hub.js";
import { ageText, localText, readMoment, utcDay, utcMinute, utcText } from "./moments.js";
import { at, setMoment } from "./state.js";
import { say, words } from "./words.js";

const STEP_MINUTES = 10;
const PAUSE_MILLISECONDS = 180;
const part = (id) => document.getElementById(id);

let request = null;
let timer = null;

// Steps through time by minutes; a step past now is live again.
export function step(minutes) {
  const from = at() ? new Date(at()) : deskDate();
  goTo(new Date(from.getTime() + minutes * 60_000));
}

export const stepBack = () => step(-STEP_MINUTES);
export const stepForward = () => step(STEP_MINUTES);

export function goLive() {
  if (at() === null) return false;
  setMoment(null);
  return true;
}

export function focusTime() {
  part("time-input").focus();
  part("time-input").select();
}

function goTo(date) {
  if (date.getTime() >= deskNow() - 1000) {
    goLive();
    return;
  }
  // Whole seconds: a moment that is written down has to be one that can be typed again.
  setMoment(new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString());
}

async function load() {
  clearTimeout(timer);
  request?.abort();
  const moment = at();
  if (moment === null) return;
  request = new AbortController();
  try {
    const picture = await get("/api/picture", { box: viewBox().join(","), at: moment }, request.signal);
    if (at() !== moment) return;
    showPast(picture.tracks);
    fail(null);
  } catch (error) {
    if (error.name === "AbortError" || at() !== moment) return;
    showPast([]);
    fail(words("picture.time.failed"));
  }
}

function fail(text) {
  part("time-error").textContent = text ?? "";
  part("time-error").hidden = text === null;
}

function show() {
  const moment = at() ? new Date(at()) : null;
  document.body.classList.toggle("is-past", moment !== null);
  part("banner-known").hidden = moment === null;
  if (moment === null) {
    part("time-slider").value = "0";
    part("time-state").textContent = words("picture.time.is-live");
    return;
  }
  const age = ageText(deskNow() - moment);
  const values = { day: utcDay(moment), utc: utcMinute(moment), local: localText(moment), age };
  part("banner-known-text").textContent = words("picture.time.known", values);
  part("time-state").textContent = words("picture.time.is-past", values);
  part("time-slider").value = String(Math.round((moment - deskNow()) / 60_000));
  part("time-slider").setAttribute("aria-valuetext", utcText(moment));
  part("time-input").value = utcText(moment).slice(0, 16);
}

function changed(moment) {
  fail(null);
  show();
  if (moment === null) {
    request?.abort();
    showLive();
    say(words("picture.time.is-live"));
  } else {
    load();
    say(part("banner-known-text").textContent);
  }
}

export function startTime() {
  on("time", changed);
  on("view", () => {
    if (at() === null) return;
    clearTimeout(timer);
    timer = setTimeout(load, PAUSE_MILLISECONDS);
  });
  let sliding = null;
  part("time-slider").addEventListener("input", (event) => {
    clearTimeout(sliding);
    const minutes = Number(event.target.value);
    sliding = setTimeout(() => goTo(new Date(deskNow() + minutes * 60_000)), PAUSE_MILLISECONDS);
  });
  part("time-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const date = readMoment(part("time-input").value);
    if (date === null) fail(words("picture.time.unreadable"));
    else goTo(date);
    part("time-input").setAttribute("aria-invalid", String(date === null));
  });
  part("time-back").addEventListener("click", stepBack);
  part("time-forward").addEventListener("click", stepForward);
  part("return-live").addEventListener("click", goLive);
  setInterval(show, 15_000);
  show();
  if (at()) changed(at());
}
