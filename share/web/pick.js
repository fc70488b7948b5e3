// What lies under the pointer: the cursor's position in degrees and minutes, and the boat or vessel nearest to it.

import { boatNear } from "./boats.js";
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
      const boat = boatNear(point);
      const craft = boat ? null : vesselNear(point);
      frame.classList.toggle("is-over", (boat !== null || craft !== null) && !isMeasuring());
      const place = positionText({ lat: lngLat.lat, lon: wrapLongitude(lngLat.lng) });
      const name = boat?.text ?? (craft ? craft.name ?? craft.id : null);
      readout.textContent = name ? `${place} · ${name}` : place;
    });
  });
  map.on("click", (event) => {
    if (isMeasuring()) return;
    const boat = boatNear(event.point);
    if (boat) {
      location.assign(boat.address);
      return;
    }
    const craft = vesselNear(event.point);
    if (craft) select(craft.id);
  });
}
