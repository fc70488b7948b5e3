// The chart in words: the vessels in view as a table, for those who do not see the chart or would rather read.

import { fillBoatTables } from "./boats.js";
import { inView } from "./chart.js";
import { deskNow } from "./desk-time.js";
import { vessels } from "./fleet.js";
import { ageText } from "./moments.js";
import { bearingText, positionText } from "./nautical.js";
import { at, select } from "./state.js";
import { counted, figure, words } from "./words.js";

const MAXIMUM_ROWS = 500;
const part = (id) => document.getElementById(id);

function vesselsInView() {
  const found = [...vessels()].filter(inView());
  const urgency = (craft) => (craft.kind === "distress" ? 0 : 1);
  const order = (craft) => craft.name ?? `\uffff${craft.id}`;
  return found.sort((left, right) => urgency(left) - urgency(right) || order(left).localeCompare(order(right)));
}

function row(craft) {
  const line = document.createElement("tr");
  const name = document.createElement("th");
  name.scope = "row";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = craft.name ?? words("picture.vessel.unnamed", { id: craft.id });
  button.addEventListener("click", () => {
    part("table-dialog").close();
    select(craft.id);
    part("vessel-heading").focus();
  });
  name.append(button);
  const now = at() ? Date.parse(at()) : deskNow();
  const cells = [
    words(`picture.class.${craft.kind}`),
    positionText(craft),
    craft.course == null ? "–" : bearingText(craft.course),
    craft.speed == null ? "–" : words("picture.unit.knots", { value: figure(craft.speed, 1) }),
    ageText(now - craft.heard),
    [words(`picture.status.${craft.status}`), ...craft.flags.map((flag) => words(`picture.flag.${flag}`))].join(", "),
  ].map((text) => {
    const cell = document.createElement("td");
    cell.textContent = text;
    return cell;
  });
  line.append(name, ...cells);
  return line;
}

export function openTable() {
  const found = vesselsInView();
  part("table-note").textContent = found.length > MAXIMUM_ROWS
    ? words("picture.table.first", { shown: figure(MAXIMUM_ROWS), count: figure(found.length) })
    : counted("picture.table.count", found.length);
  part("table-rows").replaceChildren(...found.slice(0, MAXIMUM_ROWS).map(row));
  fillBoatTables();
  if (!part("table-dialog").open) part("table-dialog").showModal();
}

export function startTable() {
  part("tool-table").addEventListener("click", openTable);
}
