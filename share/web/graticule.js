// Lines of latitude and longitude at steps a navigator would choose, and the scale bar in nautical miles.

import { draw, map } from "./chart.js";
import { lineFeature } from "./geojson.js";
import { distanceNauticalMiles } from "./nautical.js";
import { figure } from "./words.js";

const STEPS_DEGREES = [30, 10, 5, 2, 1, 0.5, 1 / 6, 1 / 12, 1 / 30, 1 / 60];
const LEAST_PIXELS_APART = 110;
const MAXIMUM_LINES = 120;
const BARS_NAUTICAL_MILES = [1000, 500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1];
const LONGEST_BAR_PIXELS = 140;

function drawGraticule() {
  const bounds = map.getBounds();
  const width = map.getContainer().clientWidth;
  const degreesPerPixel = (bounds.getEast() - bounds.getWest()) / width;
  const step = [...STEPS_DEGREES].reverse().find((size) => size / degreesPerPixel >= LEAST_PIXELS_APART) ?? 30;
  const features = [];
  const line = (coordinates) => {
    if (features.length < MAXIMUM_LINES) features.push(lineFeature(coordinates));
  };
  const [west, east] = [bounds.getWest() - step, bounds.getEast() + step];
  const [south, north] = [Math.max(-85, bounds.getSouth() - step), Math.min(85, bounds.getNorth() + step)];
  for (let lon = Math.ceil(west / step) * step; lon <= east; lon += step) line([[lon, south], [lon, north]]);
  for (let lat = Math.ceil(south / step) * step; lat <= north; lat += step) line([[west, lat], [east, lat]]);
  draw("graticule", features);
}

function drawScale() {
  const middle = map.getContainer().clientHeight / 2;
  const from = map.unproject([0, middle]);
  const to = map.unproject([100, middle]);
  const perPixel = distanceNauticalMiles({ lat: from.lat, lon: from.lng }, { lat: to.lat, lon: to.lng }) / 100;
  const length = BARS_NAUTICAL_MILES.find((bar) => bar / perPixel <= LONGEST_BAR_PIXELS) ?? 0.1;
  document.getElementById("scale-bar").style.width = `${Math.round(length / perPixel)}px`;
  document.getElementById("scale-text").textContent = `${figure(length, length < 1 ? 1 : 0)} NM`;
}

export function startGraticule() {
  const refresh = () => {
    drawGraticule();
    drawScale();
  };
  map.on("moveend", refresh);
  map.on("move", drawScale);
  refresh();
}
