// A watch tries its alarm: the banner is shown and the sound made as in distress, both marked as a test, and what the watch
// says of it is written in the log. Distress that comes meanwhile is shown beside it.

import { post } from "./api.js";
import { sound, switchSound } from "./alarm-sound.js";
import { alertAloud, words } from "./words.js";

const REPEAT_MILLISECONDS = 5_000;
// Nobody who is there needs longer; nobody's answer is an answer too.
const PATIENCE_MILLISECONDS = 60_000;

const part = (id) => document.getElementById(id);
let timers = [];

export function testAlarm() {
  if (!part("banner-test").hidden) return;
  switchSound(true);
  part("banner-test").hidden = false;
  alertAloud(words("picture.alarm.testing"));
  sound();
  timers = [setInterval(sound, REPEAT_MILLISECONDS), setTimeout(() => answer("unanswered"), PATIENCE_MILLISECONDS)];
  part("test-heard").focus();
}

async function answer(outcome) {
  if (part("banner-test").hidden) return;
  for (const timer of timers) clearTimeout(timer);
  part("banner-test").hidden = true;
  part("alarm-test").focus();
  const text = words(`picture.alarm.record.${outcome}`);
  part("alarm-result").textContent = text;
  try {
    await post("/api/log", { text });
  } catch (error) {
    part("alarm-result").textContent = words("picture.alarm.unrecorded", { reason: error.message });
  }
}

export function startAlarmTest() {
  part("alarm-test").addEventListener("click", testAlarm);
  part("test-heard").addEventListener("click", () => answer("heard"));
  part("test-unheard").addEventListener("click", () => answer("unheard"));
}
