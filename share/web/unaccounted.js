// The number of people who are not accounted for, kept right on every page: through the stream that all tabs share, and
// fetched anew whenever that stream was broken.

import { get, token } from "./api.js";
import { StreamLink } from "./stream-link.js";
import { loadWords, words } from "./words.js";

// A corner of the sea without traffic: a page without a chart needs the line and no tracks.
const NOWHERE = [0, 0, 0.001, 0.001];
const line = document.getElementById("unaccounted");

function sentence(summary) {
  if (summary.openBoats === 0 && summary.untied === 0) return null;
  const people = summary.least === summary.most ? `${summary.most}` : `${summary.least}–${summary.most}`;
  // As the page's own line: a bare zero beside reports without a boat would be read as good news.
  const isKnown = summary.most > 0 || (summary.unknownBoats === 0 && summary.untied === 0);
  const parts = [words(isKnown ? "rescue.unaccounted" : "rescue.unaccounted.notKnown", { people, boats: summary.openBoats })];
  if (summary.unknownBoats > 0) parts.push(words("rescue.unaccounted.unknown", { boats: summary.unknownBoats }));
  if (summary.untied > 0) parts.push(words("rescue.unaccounted.untied", { reports: summary.untied }));
  return (summary.exercise ? "EXERCISE · " : "") + parts.join(" · ");
}

function show(summary) {
  const text = sentence(summary);
  line.hidden = text === null;
  if (text !== null && line.firstElementChild.textContent !== text) line.firstElementChild.textContent = text;
}

async function load() {
  try {
    show(await get("/api/unaccounted"));
  } catch {
    // The line keeps what it says; the page's own banner tells of a lost desk.
  }
}

function receive(name, data) {
  if (name === "rescue") show(data);
  if (name === "link" && data === "open") load();
}

function startWorker() {
  const worker = new SharedWorker("/static/web/stream-worker.js", { type: "module", name: "foreland" });
  worker.port.addEventListener("message", (event) => receive(event.data.name, event.data.data));
  worker.addEventListener("error", startDirect, { once: true });
  worker.port.start();
  worker.port.postMessage({ kind: "join", token });
  worker.port.postMessage({ kind: "view", box: NOWHERE });
  setInterval(() => worker.port.postMessage({ kind: "here" }), 10_000);
  addEventListener("pagehide", () => worker.port.postMessage({ kind: "leave" }));
}

function startDirect() {
  new StreamLink(receive, token).view([NOWHERE]);
}

await loadWords();
if (typeof SharedWorker === "function") startWorker();
else startDirect();
