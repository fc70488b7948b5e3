// The sound of the alarm, and whether it could be heard now. Browsers let a page sound only after a first click or key, and
// some machines have nothing to sound with; either is said on the screen, and so is a sound that somebody switched off.

import { alertAloud, words } from "./words.js";

// Two tones, as a ship's own alarm.
const HERTZ = [2200, 1300, 2200, 1300];
const TONE_SECONDS = 0.25;
const VOLUME = 0.08;

const part = (id) => document.getElementById(id);
let audio = null;
let isOff = false;

// "on", "off" by somebody's choice, "waiting" for a first click, or "none" when the browser cannot.
export function soundState() {
  if (isOff) return "off";
  if (!audio) return "none";
  return audio.state === "running" ? "on" : "waiting";
}

export function sound() {
  if (isOff || !audio) return;
  if (audio.state !== "running") audio.resume().then(show, show);
  const start = audio.currentTime;
  HERTZ.forEach((hertz, index) => {
    const oscillator = audio.createOscillator();
    const volume = audio.createGain();
    oscillator.frequency.value = hertz;
    volume.gain.value = VOLUME;
    oscillator.connect(volume).connect(audio.destination);
    oscillator.start(start + index * TONE_SECONDS);
    oscillator.stop(start + (index + 0.96) * TONE_SECONDS);
  });
}

export function switchSound(isWanted) {
  isOff = !isWanted;
  if (isWanted) audio?.resume().then(show, show);
  show();
}

function show() {
  const state = soundState();
  const banner = part("banner-sound");
  const text = state === "on" ? null : words(`picture.banner.sound-${state}`);
  part("alarm-state").textContent = words(`picture.alarm.${state}`);
  if (text !== null && part("banner-sound-text").textContent !== text) alertAloud(text);
  part("banner-sound-text").textContent = text ?? "";
  part("sound-let").hidden = state === "none";
  banner.hidden = state === "on";
}

// A first click or key anywhere on the page is what the browser waits for.
function touched() {
  if (audio?.state === "suspended") audio.resume().then(show, show);
}

export function startSound() {
  try {
    audio = new AudioContext();
    audio.addEventListener("statechange", show);
  } catch {
    audio = null;
  }
  part("sound-let").addEventListener("click", () => switchSound(true));
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, touched);
  show();
}
