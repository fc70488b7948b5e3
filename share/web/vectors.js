// Course vectors: where each vessel will be in six or twelve minutes if it goes on as it does. Six make a tenth of the
// speed, which is what a plotter's eye is used to.

import { vesselLayer } from "./chart.js";
import { say, words } from "./words.js";

const CHOICES_MINUTES = [6, 12, 0];

export function nextVectors() {
  const minutes = CHOICES_MINUTES[(CHOICES_MINUTES.indexOf(vesselLayer.vectorMinutes) + 1) % CHOICES_MINUTES.length];
  vesselLayer.vectorMinutes = minutes;
  vesselLayer.refresh();
  show();
  say(document.getElementById("tool-vectors").textContent);
}

function show() {
  const minutes = vesselLayer.vectorMinutes;
  document.getElementById("tool-vectors").textContent =
    minutes === 0 ? words("picture.vectors.off") : words("picture.vectors.on", { minutes });
}

export function startVectors() {
  document.getElementById("tool-vectors").addEventListener("click", nextVectors);
  show();
}
