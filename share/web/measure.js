// Range and bearing between two places: by two clicks, or from the keyboard by the middle of the chart.

import { draw, map } from "./chart.js";
import { lineFeature, pointFeature } from "./geojson.js";
import { bearingDegrees, bearingText, distanceNauticalMiles, wrapLongitude } from "./nautical.js";
import { figure, say, words } from "./words.js";

let isOn = false;
let from = null;
let to = null;

export const isMeasuring = () => isOn;

const button = () => document.getElementById("tool-measure");
const readout = () => document.getElementById("measure-readout");

export function toggleMeasure() {
  if (isOn) stopMeasure();
  else {
    isOn = true;
    from = to = null;
    show(words("picture.measure.first"));
  }
  button().setAttribute("aria-pressed", String(isOn));
}

// True when there was something to stop.
export function stopMeasure() {
  if (!isOn) return false;
  isOn = false;
  from = to = null;
  draw("measure", []);
  readout().hidden = true;
  button().setAttribute("aria-pressed", "false");
  return true;
}

// From the keyboard: the middle of the chart is the first place, then the second.
export function markMiddle() {
  if (!isOn) return false;
  mark(map.getCenter());
  return true;
}

function mark(place) {
  const position = { lat: place.lat, lon: place.lng };
  if (from === null || to !== null) {
    from = position;
    to = null;
    show(words("picture.measure.second"));
  } else {
    to = position;
  }
  update(position);
}

function update(end) {
  const coordinates = [[from.lon, from.lat], [end.lon, end.lat]];
  draw("measure", [lineFeature(coordinates), ...coordinates.map((place) => pointFeature(place))]);
  const distance = distanceNauticalMiles(from, end);
  if (distance === 0) return;
  const target = { lat: end.lat, lon: wrapLongitude(end.lon) };
  const text = words("picture.measure.result", {
    range: figure(distance, distance < 10 ? 2 : 1),
    bearing: bearingText(bearingDegrees(from, target)),
    back: bearingText(bearingDegrees(target, from)),
  });
  show(text);
  if (to !== null) say(text);
}

function show(text) {
  readout().textContent = text;
  readout().hidden = false;
}

export function startMeasure() {
  button().addEventListener("click", toggleMeasure);
  map.on("click", (event) => {
    if (isOn) mark(event.lngLat);
  });
  const follow = (lngLat) => {
    if (isOn && from !== null && to === null) update({ lat: lngLat.lat, lon: lngLat.lng });
  };
  map.on("mousemove", (event) => follow(event.lngLat));
}
