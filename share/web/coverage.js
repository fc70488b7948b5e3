// What the sensors can see now, and what nobody has looked at for an hour: a layer that the watch switches on, and one line that
// is always there.

import { get } from "./api.js";
import { draw } from "./chart.js";
import { on } from "./hub.js";
import { utcMinute } from "./moments.js";
import { at } from "./state.js";
import { figure, say, words } from "./words.js";

const REFRESH_MILLISECONDS = 10_000;
const part = (id) => document.getElementById(id);
let isShown = false;
let report = null;

const square = ([south, west, north, east], properties) => ({
  type: "Feature", properties, geometry: { type: "Polygon", coordinates: [
    [[west, south], [east, south], [east, north], [west, north], [west, south]],
  ] },
});

function show() {
  const isThere = report?.box != null && at() === null;
  const seen = isThere && isShown
    ? report.seen.flatMap(({ least, boxes }) => boxes.map((box) => square(box, { kind: "seen", least }))) : [];
  const unwatched = isThere && isShown ? report.unwatched.map((box) => square(box, { kind: "unwatched", least: 0 })) : [];
  draw("coverage", [...seen, ...unwatched]);
  part("tool-coverage").setAttribute("aria-pressed", String(isShown));
  part("coverage-note").textContent = [isThere ? sentence() : "", at() === null ? weather() : ""].filter(Boolean).join(" ");
}

// What the weather was said to be; what the sensors see is reckoned by it.
function weather() {
  const said = report?.weather;
  if (!said) return report?.box ? words("picture.weather.none") : "";
  const key = said.old ? "picture.weather.old" : "picture.weather.said";
  return words(key, { sea: figure(said.seaState), wind: figure(said.windKnots), time: utcMinute(new Date(said.since)) });
}

// In words, for those who read and those who listen.
function sentence() {
  const percent = (share) => figure(share * 100);
  const out = report.outages.map(({ sensor, since, weather }) => words(
    weather ? "picture.coverage.weather" : "picture.coverage.out", { sensor, time: utcMinute(new Date(since)) }));
  return [
    words("picture.coverage.shares", { seen: percent(report.shareSeen), unwatched: percent(report.shareUnwatched) }), ...out,
  ].join(" ");
}

async function load() {
  if (document.hidden || at() !== null) return show();
  try {
    report = await get("/api/coverage");
  } catch {
    report = null;
  }
  return show();
}

export function toggleCoverage() {
  isShown = !isShown;
  show();
  if (isShown) say(report?.box ? sentence() : words("picture.coverage.none"));
}

export function startCoverage() {
  part("tool-coverage").addEventListener("click", toggleCoverage);
  on("time", load);
  on("recoloured", show);
  setInterval(load, REFRESH_MILLISECONDS);
  load();
}
