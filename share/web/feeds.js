// The feeds and how they are: state in words and shape, never by colour alone.

import { deskNow } from "./desk-time.js";
import { on } from "./hub.js";
import { ageText } from "./moments.js";
import { counted, figure, words } from "./words.js";

const LIGHTS = { live: "●", connecting: "◌", quiet: "○", ended: "□", failed: "✕" };

function item(feed) {
  const line = document.createElement("li");
  const isTroubled = feed.stale || feed.state === "failed";
  line.classList.toggle("is-troubled", isTroubled);
  const light = document.createElement("span");
  light.className = "feed-light";
  light.setAttribute("aria-hidden", "true");
  light.textContent = feed.stale ? "▲" : LIGHTS[feed.state] ?? "?";
  const name = document.createElement("span");
  const isMarked = feed.exercise && !["EXERCISE", words("picture.exercise")].includes(feed.name);
  name.textContent = isMarked ? `${feed.name} · ${words("picture.exercise")}` : feed.name;
  name.title = feed.address ?? "";
  const state = document.createElement("span");
  state.className = "feed-state";
  state.textContent = words(feed.stale ? "picture.feed.stale" : `picture.feed.${feed.state}`);
  const figures = document.createElement("span");
  figures.className = "feed-figures";
  const parts = [counted("picture.feed.messages", feed.messages ?? 0)];
  const silence = deskNow() - Date.parse(feed.lastArrived);
  if (Number.isFinite(silence)) parts.unshift(words("picture.feed.last", { age: ageText(silence) }));
  if (feed.refused > 0) parts.push(counted("picture.feed.refused", feed.refused));
  figures.textContent = parts.join(" · ");
  line.append(light, name, state, figures);
  return line;
}

export function startFeeds() {
  const list = document.getElementById("feeds-list");
  on("status", (status) => {
    const feeds = Array.isArray(status.feeds) ? status.feeds : [];
    if (feeds.length === 0) {
      const none = document.createElement("li");
      none.className = "muted";
      none.textContent = words("picture.feeds.none");
      list.replaceChildren(none);
      return;
    }
    list.replaceChildren(...feeds.map(item));
    list.title = words("picture.feeds.ledger", { size: figure(status.ledger?.size ?? 0) });
  });
}
