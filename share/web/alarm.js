// Distress, and what else nobody may miss: seen across the screen and heard, until somebody says that they have it.

import { sound, soundState, startSound, switchSound } from "./alarm-sound.js";
import { startAlarmTest } from "./alarm-test.js";
import { acknowledgeUntaken, go, untaken } from "./alerts.js";
import { map } from "./chart.js";
import { liveDistress } from "./fleet.js";
import { on } from "./hub.js";
import {
  acknowledgeRescue, rescueAlarmAddress, rescueAlarmCount, rescueAlarmText, startRescueAlarms,
} from "./rescue-alarms.js";
import { select } from "./state.js";
import { alertAloud, counted, say, words } from "./words.js";

const REPEAT_MILLISECONDS = 5_000;
const part = (id) => document.getElementById(id);

const acknowledged = new Set();
let lastTone = -REPEAT_MILLISECONDS;

// A test of a distress device is shown but wakes nobody.
const isPending = (craft) => !acknowledged.has(craft.id) && !craft.flags.includes("sart-test");
const pending = () => liveDistress().filter(isPending);

function tone() {
  if (performance.now() - lastTone < REPEAT_MILLISECONDS) return;
  lastTone = performance.now();
  sound();
}

function check() {
  const craft = pending();
  // A call that has a track on the chart is already among the craft.
  const calls = untaken().filter((alert) => !alert.tracks.some((id) => craft.some((one) => one.id === id)));
  const devices = craft.length + calls.length;
  const count = devices + rescueAlarmCount();
  part("banner-distress").hidden = count === 0;
  if (count === 0) {
    part("banner-distress-text").textContent = "";
    return;
  }
  const names = [...craft.map((one) => one.name ?? one.id), ...calls.map((alert) => alert.tracks[0] ?? alert.id)].join(", ");
  const text = [devices > 0 ? counted("picture.alarm.distress", devices, { names }) : "", rescueAlarmText()]
    .filter(Boolean).join(" · ");
  if (part("banner-distress-text").textContent !== text) alertAloud(text);
  part("banner-distress-text").textContent = text;
  tone();
}

export function showDistress() {
  const craft = pending()[0] ?? liveDistress()[0];
  if (!craft) {
    if (untaken()[0]) go(untaken()[0]);
    else if (rescueAlarmAddress()) location.assign(rescueAlarmAddress());
    return;
  }
  map?.easeTo({ center: [craft.lon, craft.lat], zoom: Math.max(map.getZoom(), 10), duration: 300 });
  select(craft.id);
}

export function acknowledge() {
  for (const craft of pending()) acknowledged.add(craft.id);
  acknowledgeUntaken();
  acknowledgeRescue();
  check();
}

export function toggleSound() {
  const isWanted = soundState() === "off";
  switchSound(isWanted);
  say(words(isWanted ? "picture.alarm.sounds" : "picture.alarm.silent"));
}

export function startAlarm() {
  startSound();
  startRescueAlarms();
  startAlarmTest();
  part("distress-show").addEventListener("click", showDistress);
  part("distress-acknowledge").addEventListener("click", acknowledge);
  on("fleet", check);
  setInterval(check, 1000);
}
