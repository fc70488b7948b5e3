// What lies under the pointer: the cursor's position in degrees and minutes, and the vessel nearest to it.

import { map, nearLongitude } from "./chart.js";
import { vessels } from "./fleet.js";
import { positionText, wrapLongitude } from "./nautical.js";
import { select } from "./state.js";
import { symbolPixels } from "./vessel-layer.js";

// The nearest vessel within reach of a point on the screen, or null. Twenty thousand take under a millisecond.
export function vesselNear(point) {
  const reach = Math.max(12, symbolPixels(map.getZoom()) / 2 + 4);
  const west = map.unproject([point.x - reach, point.y + reach]);
  const east = map.unproject([point.x + reach, point.y - reach]);
  let nearest = null;
  let least = reach;
  for (const craft of vessels()) {
    const lon = nearLongitude(craft.lon, west.lng);
    if (craft.lat < west.lat || craft.lat > east.lat || lon < west.lng || lon > east.lng) continue;
    const place = map.project([lon, craft.lat]);
    const distance = Math.hypot(place.x - point.x, place.y - point.y);
    // Distress lies on top of whatever is beside it.
    const felt = craft.kind === "distress" ? distance / 4 : distance;
    if (felt <= least) {
      least = felt;
      nearest = craft;
    }
  }
  return nearest;
}

export function startPicking(isMeasuring) {
  const readout = document.getElementById("cursor-position");
  const frame = document.getElementById("map");
  let waiting = null;
  const centre = map.getCenter();
  readout.textContent = positionText({ lat: centre.lat, lon: centre.lng });
  map.on("mousemove", (event) => {
    const isFirst = waiting === null;
    waiting = event;
    if (!isFirst) return;
    requestAnimationFrame(() => {
      const { point, lngLat } = waiting;
      waiting = null;
      const craft = vesselNear(point);
      frame.classList.toggle("is-over", craft !== null && !isMeasuring());
      const place = positionText({ lat: lngLat.lat, lon: wrapLongitude(lngLat.lng) });
      readout.textContent = craft ? `${place} · ${craft.name ?? craft.id}` : place;
    });
  });
  map.on("click", (event) => {
    if (isMeasuring()) return;
    const craft = vesselNear(event.point);
    if (craft) select(craft.id);
  });
}
