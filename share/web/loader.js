// Fetches what a part of the page shows: never twice at once, so that an older answer cannot cover a newer one; again when
// something changed meanwhile; and again after a while when no answer came.

const PAUSE_MILLISECONDS = 150;
const RETRY_MILLISECONDS = 5_000;

// `ask()` fetches; `take(answer)` shows the answer, unless another moment has been asked for since; `fail(error)` says why there
// is none, and returns true when asking again is in vain. Returns how to have it `now`, or `soon`, where bursts become one.
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
    try {
      take(await ask());
    } catch (error) {
      hasFailed = true;
      isVain = fail(error) === true;
    }
    isAsking = false;
    if (isStale) soon();
    else if (hasFailed) soon(RETRY_MILLISECONDS);
  }

  return { now, soon: () => soon() };
}
