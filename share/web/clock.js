// UTC in large figures, local time beside it; the browser's own clock, whose drift the banners watch.

import { deskDate } from "./desk-time.js";
import { localText, utcClock } from "./moments.js";

export function startClock() {
  const utc = document.getElementById("clock-utc");
  const local = document.getElementById("clock-local");
  const tick = () => {
    const now = deskDate();
    utc.textContent = utcClock(now);
    utc.dateTime = now.toISOString();
    local.textContent = localText(now);
    // The next tick falls on the second, however late this one was.
    setTimeout(tick, 1000 - (now.getTime() % 1000));
  };
  tick();
}
