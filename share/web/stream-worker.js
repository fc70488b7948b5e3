// One event stream for all tabs of a browser. It asks for the union of what the tabs show, and keeps what came last,
// so that a tab that opens later has its picture at once.

import { StreamLink } from "./stream-link.js";

// A tab that says nothing for this long is gone: browsers do not tell a worker that a tab was closed. A hidden tab's
// clock may tick only once a minute, and a tab that was forgotten too early joins again when it is looked at.
const TAB_SILENCE_MILLISECONDS = 150_000;
const MAXIMUM_BOXES = 16;

const tabs = new Map();
const rows = new Map();
let status = null;
let link = null;

function broadcast(name, data) {
  for (const port of tabs.keys()) port.postMessage({ name, data });
}

function receive(name, data) {
  if (name === "tracks" && Array.isArray(data.tracks)) {
    if (data.snapshot) rows.clear();
    for (const row of data.tracks) rows.set(row[0], row);
  }
  if (name === "gone" && Array.isArray(data.ids)) for (const id of data.ids) rows.delete(id);
  if (name === "status") status = data;
  broadcast(name, data);
}

function updateView() {
  const boxes = [...tabs.values()].map((tab) => tab.box).filter((box) => box !== null);
  const unique = [...new Map(boxes.map((box) => [box.join(), box])).values()];
  if (unique.length > 0) link?.view(unique.slice(-MAXIMUM_BOXES));
}

function forget(port) {
  tabs.delete(port);
  if (tabs.size === 0) {
    link?.close();
    link = null;
    rows.clear();
  } else {
    updateView();
  }
}

function fromTab(port, message) {
  const tab = tabs.get(port) ?? { box: null, heard: 0 };
  tab.heard = Date.now();
  tabs.set(port, tab);
  if (message.kind === "join") {
    link ??= new StreamLink(receive, message.token);
    link.token = message.token;
    link.revive();
    if (status) port.postMessage({ name: "status", data: status });
    if (rows.size > 0) port.postMessage({ name: "tracks", data: { snapshot: true, tracks: [...rows.values()] } });
  }
  if (message.kind === "view") {
    tab.box = message.box;
    updateView();
  }
  if (message.kind === "leave") forget(port);
}

self.addEventListener("connect", (event) => {
  const port = event.ports[0];
  port.addEventListener("message", (message) => fromTab(port, message.data));
  port.start();
});

setInterval(() => {
  const oldest = Date.now() - TAB_SILENCE_MILLISECONDS;
  for (const [port, tab] of tabs) if (tab.heard < oldest) forget(port);
}, 10_000);
