// The lines across the screen that say what is wrong: a frozen picture, a stale feed, a clock that drifts or was moved, a full
// disk, an ended sign-in. Each is shown and hidden by what is true now, and said aloud once when it comes.

import { deskNow, isPaced } from "./desk-time.js";
import { on } from "./hub.js";
import { ageText } from "./moments.js";
import { silenceMilliseconds } from "./stream.js";
import { alertAloud, figure, words } from "./words.js";

const FROZEN_MILLISECONDS = 6_000;
const DRIFT_SECONDS = 2;
// One late answer is no drifting clock: the smallest difference of the last few is nearest the truth.
const CLOCK_SAMPLES = 5;

const samples = [];
let isEnded = false;

function set(id, text, textId = id) {
  const banner = document.getElementById(id);
  const isNew = banner.hidden && text !== null;
  if (text !== null) document.getElementById(textId).textContent = text;
  banner.hidden = text === null;
  if (isNew) alertAloud(text);
}

function checkFrozen() {
  const silence = silenceMilliseconds();
  const isFrozen = silence > FROZEN_MILLISECONDS && !isEnded;
  set("banner-frozen", isFrozen ? words("picture.banner.frozen", { age: ageText(silence) }) : null);
}

function checkFeeds(status) {
  const troubled = (status.feeds ?? []).filter((feed) => feed.stale || feed.state === "failed");
  const described = troubled.map((feed) => feed.lastArrived
    ? words("picture.banner.stale-feed", { name: feed.name, age: ageText(deskNow() - Date.parse(feed.lastArrived)) })
    : feed.name);
  set("banner-stale", troubled.length > 0 ? words("picture.banner.stale", { feeds: described.join(", ") }) : null);
}

function checkClock(status) {
  const difference = (Date.now() - Date.parse(status.time)) / 1000;
  // An exercise at a pace of its own has no clock that this machine's could be held against.
  if (isPaced()) samples.length = 0;
  else if (Number.isFinite(difference)) samples.push(difference);
  if (samples.length > CLOCK_SAMPLES) samples.shift();
  const browser = samples.reduce((least, sample) => (Math.abs(sample) < Math.abs(least) ? sample : least), Infinity);
  const moved = status.clock?.movedSeconds;
  const behind = status.clock?.behindSeconds;
  if (Number.isFinite(moved)) {
    const key = moved < 0 ? "picture.banner.clock-back" : "picture.banner.clock-forward";
    set("banner-clock", words(key, { seconds: figure(Math.abs(moved)) }));
  } else if (Number.isFinite(behind)) {
    set("banner-clock", words("picture.banner.clock-behind", { seconds: figure(behind) }));
  } else if (samples.length === CLOCK_SAMPLES && Math.abs(browser) > DRIFT_SECONDS) {
    set("banner-clock", words("picture.banner.clock", { seconds: figure(Math.abs(browser), 1) }));
  } else {
    set("banner-clock", null);
  }
}

function checkStorage(status) {
  const level = status.storage?.level ?? "ample";
  const minutes = figure(Math.floor((status.storage?.reserveSeconds ?? 0) / 60));
  set("banner-storage", level === "ample" ? null : words(`picture.banner.storage-${level}`, { minutes }));
}

export function startBanners() {
  on("status", (status) => {
    checkFeeds(status);
    checkClock(status);
    checkStorage(status);
    document.getElementById("banner-exercise").hidden = status.exercise !== true;
  });
  on("access", (reason) => {
    isEnded = true;
    const text = words(reason === "signed-out" ? "picture.banner.signed-out" : "picture.banner.access");
    set("banner-access", text, "banner-access-text");
  });
  on("stream", (state) => {
    if (state === "open") {
      isEnded = false;
      set("banner-access", null);
    }
  });
  setInterval(checkFrozen, 1000);
}
