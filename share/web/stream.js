// The tab's end of the event stream: through the shared worker where there is one, directly where there is none.

import { token } from "./api.js";
import { gone, heard } from "./fleet.js";
import { emit } from "./hub.js";
import { StreamLink } from "./stream-link.js";

let send = () => {};
let lastEvent = performance.now();

// How long ago anything came from the desk; a picture older than a few seconds is frozen.
export const silenceMilliseconds = () => performance.now() - lastEvent;

function receive(name, data) {
  if (name === "link") {
    emit("stream", data);
    return;
  }
  lastEvent = performance.now();
  emit("stream", "event");
  if (name === "tracks" && Array.isArray(data.tracks)) heard(data.tracks, data.snapshot === true);
  if (name === "gone" && Array.isArray(data.ids)) gone(data.ids);
  if (["log", "alert", "boats", "refetch", "status"].includes(name)) emit(name, data);
  if (name === "bye") emit("access", data.reason ?? "ended");
}

// Asks for everything inside `box`, [south, west, north, east] in degrees.
export function want(box) {
  send({ kind: "view", box });
}

function startWorker() {
  const worker = new SharedWorker("/static/web/stream-worker.js", { type: "module", name: "foreland" });
  worker.port.addEventListener("message", (event) => receive(event.data.name, event.data.data));
  // A worker that cannot start must not leave the officer without a picture.
  worker.addEventListener("error", startDirect, { once: true });
  worker.port.start();
  send = (message) => worker.port.postMessage(message);
  send({ kind: "join", token });
  setInterval(() => send({ kind: "here" }), 10_000);
  addEventListener("pagehide", () => send({ kind: "leave" }));
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    send({ kind: "join", token });
    emit("view", null);
  });
  // Back from the browser's own store of pages, the tab joins again.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}

function startDirect() {
  const link = new StreamLink(receive, token);
  send = (message) => {
    if (message.kind === "view") link.view([message.box]);
  };
  emit("view", null);
}

export function startStream() {
  if (typeof SharedWorker === "function") startWorker();
  else startDirect();
}
