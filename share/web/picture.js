// The picture: brings the page's parts to life in the order in which they need each other. Each part fails alone: a
// browser without WebGL still has its log, its feeds and its table.

import { startAlarm } from "./alarm.js";
import { startAlerts } from "./alerts.js";
import { startBanners } from "./banners.js";
import { startBoatLayer, startBoats } from "./boats.js";
import { map, startChart, viewBox } from "./chart.js";
import { startClock } from "./clock.js";
import { startCoverage } from "./coverage.js";
import { startDeskTime } from "./desk-time.js";
import { startDrift } from "./drift.js";
import { startFeeds } from "./feeds.js";
import { vesselCount } from "./fleet.js";
import { startGraticule } from "./graticule.js";
import { on } from "./hub.js";
import { startKeys } from "./keys.js";
import { startLabels } from "./labels.js";
import { startLog } from "./log.js";
import { isMeasuring, startMeasure } from "./measure.js";
import { startOverlays } from "./overlays.js";
import { startPicking } from "./pick.js";
import { startPlaces } from "./places.js";
import { startSearch } from "./search.js";
import { select, selected, writeAddress } from "./state.js";
import { startStream, want } from "./stream.js";
import { startTable } from "./vessel-table.js";
import { colour, startTheme } from "./theme.js";
import { startTime } from "./time.js";
import { startVectors } from "./vectors.js";
import { startVesselPanel } from "./vessel-panel.js";
import { counted, loadWords, words } from "./words.js";

function chartFailed(error) {
  console.error(error);
  const banner = document.getElementById("banner-chart");
  banner.textContent = words("picture.banner.no-chart");
  banner.hidden = false;
}

// The box in view goes to the stream and, with the zoom, into the page's address.
function followView() {
  const centre = map.getCenter();
  writeAddress({ view: [map.getZoom().toFixed(2), centre.lat.toFixed(4), centre.lng.toFixed(4)].join(",") });
  want(viewBox());
}

async function start() {
  await loadWords();
  startTheme();
  startDeskTime();
  startClock();
  startFeeds();
  startBanners();
  startLog();
  // Before the chart, which may fail: distress must be heard without it.
  startAlarm();
  startAlerts();
  startBoats();
  try {
    await startChart();
  } catch (error) {
    chartFailed(error);
    startStream();
    return;
  }
  startOverlays(colour);
  startLabels();
  startGraticule();
  startMeasure();
  startPicking(isMeasuring);
  startVectors();
  startCoverage();
  startDrift();
  startPlaces();
  startBoatLayer();
  startVesselPanel();
  startSearch();
  startTable();
  startKeys();
  on("view", followView);
  on("fleet", () => {
    document.getElementById("vessel-count").textContent = counted("picture.chart.vessels", vesselCount());
  });
  startStream();
  followView();
  startTime();
  if (selected()) select(selected());
  document.documentElement.dataset.ready = "true";
}

start();
