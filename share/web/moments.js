// Times as the watch writes them: UTC first, local beside it, ages in the unit that matters.

import { deskDate } from "./desk-time.js";
import { language, words } from "./words.js";

const pad = (number) => String(number).padStart(2, "0");

export const utcClock = (date) => `${date.toISOString().slice(11, 19)}Z`;
export const utcMinute = (date) => `${date.toISOString().slice(11, 16)}Z`;
export const utcDay = (date) => date.toISOString().slice(0, 10);
export const utcText = (date) => `${utcDay(date)} ${utcMinute(date)}`;

const localFormat = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
  hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short",
});
export const localText = (date) => localFormat.format(date);

// "12 s", "4 min", "3 h 20 min": how long ago something was, in as few words as are true.
export function ageText(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return words("picture.age.seconds", { seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return words("picture.age.minutes", { minutes });
  return words("picture.age.hours", { hours: Math.floor(minutes / 60), minutes: pad(minutes % 60) });
}

// Reads "2026-11-21 02:31", "02:31", "0231" or "21 0231" as UTC. A time without a day is the latest such moment that
// has passed. Null when it is none of these or lies ahead.
export function readMoment(text, now = deskDate()) {
  const trimmed = text.trim().toUpperCase().replace(/Z$|UTC$/, "").trim();
  const full = trimmed.match(/^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):?(\d{2})(?::(\d{2}))?$/);
  if (full) {
    const [year, month, day, hour, minute, second] = full.slice(1).map((part) => Number(part ?? 0));
    const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
    const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60;
    return isReal && date <= now ? date : null;
  }
  const short = trimmed.match(/^(?:(\d{1,2})[ /])?(\d{2}):?(\d{2})$/);
  if (!short) return null;
  const [hour, minute] = [Number(short[2]), Number(short[3])];
  if (hour > 23 || minute > 59) return null;
  const date = new Date(now);
  date.setUTCHours(hour, minute, 0, 0);
  if (short[1] !== undefined) {
    date.setUTCDate(Number(short[1]));
    if (date > now) date.setUTCMonth(date.getUTCMonth() - 1);
    return date.getUTCDate() === Number(short[1]) && date <= now ? date : null;
  }
  if (date > now) date.setUTCDate(date.getUTCDate() - 1);
  return date;
}
