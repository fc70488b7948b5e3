// What must be heard of rescue besides the calls of devices: a new report, one that nobody has read, a promised call that did
// not come, a link between centres that is lost. Each person says for themselves that they have it.

import { get, post } from "./api.js";
import { on } from "./hub.js";
import { loader } from "./loader.js";
import { figure, say, words } from "./words.js";

// A call becomes overdue by the clock alone, so the desk is asked again though nothing is written.
const REFRESH_MILLISECONDS = 10_000;
const KINDS = ["unread", "call", "link", "report"];
const NAMED = 6;

let alarms = [];
let count = 0;
// Whether the desk is being told what is acknowledged, and whether the answer that is awaited was asked for before it knew.
let isSaying = false;
let isOutdated = false;

export const rescueAlarmCount = () => count;

// "Read by nobody: DOV-R3, DOV-R4 · Promised call overdue: DOV-R1", the gravest first; empty when there is nothing.
export function rescueAlarmText() {
  return KINDS.flatMap((kind) => {
    const names = alarms.filter((alarm) => alarm.kind === kind).map((alarm) => alarm.about);
    const more = names.length > NAMED ? ` +${figure(names.length - NAMED)}` : "";
    return names.length === 0 ? [] : [words(`picture.alarm.of.${kind}`, { names: names.slice(0, NAMED).join(", ") + more })];
  }).join(" · ");
}

// Where the first of them is dealt with.
export const rescueAlarmAddress = () => {
  if (!alarms[0]) return null;
  return alarms[0].kind === "link" ? "/health" : `/contacts/${encodeURIComponent(alarms[0].about)}`;
};

function take(answer) {
  alarms = answer.alarms;
  count = answer.count;
}

const load = loader({
  ask: () => {
    isOutdated = isSaying;
    return get("/api/alarms");
  },
  // An answer from before the desk knew what is acknowledged would sound it again.
  take: (answer) => {
    if (!isOutdated) take(answer);
  },
  // Whoever may not see incidents hears none; a desk that does not answer is said across the screen elsewhere.
  fail: (error) => error.status === 403,
});

export async function acknowledgeRescue() {
  if (count === 0) return;
  const keys = [...new Set(alarms.map((alarm) => alarm.key))];
  // Quiet at once for whoever pressed the key; what the desk could not write sounds again.
  alarms = [];
  count = 0;
  isSaying = isOutdated = true;
  try {
    take(await post("/api/alarms/heard", { keys }));
  } catch (error) {
    say(words("picture.alarm.unsaid", { reason: error.message }));
    load.soon();
  } finally {
    isSaying = false;
  }
}

export function startRescueAlarms() {
  on("boats", load.soon);
  setInterval(load.now, REFRESH_MILLISECONDS);
  load.start();
}
