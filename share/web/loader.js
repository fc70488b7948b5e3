// Fetches what a part of the page shows: never twice at once, so that an older answer cannot cover a newer one; again when
// something changed meanwhile; and again after a while when no answer came.

import { on } from "./hub.js";
import { at } from "./state.js";

const PAUSE_MILLISECONDS = 150;
const RETRY_MILLISECONDS = 5_000;

// `ask(moment)` fetches what is shown of a moment, null being now; `take(answer)` shows it, unless another moment has been chosen
// since; `fail(error)` says why there is none, and returns true when asking again is in vain. Returns how to have it `now`, or
// `soon`, where bursts become one; and `start`, to have it now and again whenever the stream may have left something out.
export function loader({ ask, take, fail }) {
  let timer = null;
  let isAsking = false;
  let isStale = false;
  let isVain = false;

  function soon(pause = PAUSE_MILLISECONDS) {
    clearTimeout(timer);
    timer = setTimeout(now, pause);
  }

  async function now() {
    clearTimeout(timer);
    if (isAsking) isStale = true;
    if (isAsking || isVain) return;
    isAsking = true;
    isStale = false;
    let hasFailed = false;
    const moment = at();
    try {
      const answer = await ask(moment);
      if (moment === at()) take(answer);
      else isStale = true;
    } catch (error) {
      hasFailed = true;
      isVain = fail(error) === true;
    }
    isAsking = false;
    if (isStale) soon();
    else if (hasFailed) soon(RETRY_MILLISECONDS);
  }

  function start() {
    // The desk says so when this page has missed what the stream no longer holds.
    on("refetch", () => soon());
    // Between the first look and the opening of the stream somebody may have written.
    on("stream", (state) => {
      if (state === "open") soon();
    });
    now();
  }

  return { now, soon: () => soon(), start };
}
