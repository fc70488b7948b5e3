// What time it is at the desk. A desk that is live keeps the time of this machine, whose drift the banners watch. An
// exercise that plays faster than the clock on the wall has a time of its own, and every time on the page is then that.

import { on } from "./hub.js";

let anchor = null;

// Milliseconds since 1970.
export const deskNow = () => (anchor === null ? Date.now() : anchor.desk + (performance.now() - anchor.here) * anchor.pace);
export const deskDate = () => new Date(deskNow());
export const isPaced = () => anchor !== null;

// Before anything else listens to the desk's state, so that all reckon with the time that came with it.
export function startDeskTime() {
  on("status", ({ time, clock }) => {
    const desk = Date.parse(time);
    const isOwn = Number.isFinite(desk) && Number.isFinite(clock?.pace) && clock.pace !== 1;
    anchor = isOwn ? { desk, here: performance.now(), pace: clock.pace } : null;
  });
}
