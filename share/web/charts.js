// Draws the charts of a page. Each figure names the address of its values; its words, table and CSV stand in the page already,
// so a page without this script lacks the drawing alone.

import { get } from "./api.js";
import { chartOption } from "./chart-option.js";
import { exportChart } from "./chart-export.js";
import { aS as echarts } from "/static/vendor/echarts/echarts.js";

const KEYS = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10, Home: -Infinity, End: Infinity };

// The values of a row in words, for whoever walks through it by keyboard.
function reading({ columns, rows }, index) {
  return rows[index]
    .map((cell, column) => (cell === null ? null : column === 0 ? cell : `${columns[column].name} ${round(cell, columns[column].decimals)}`))
    .filter((text) => text !== null)
    .join(" · ");
}

function round(cell, decimals) {
  return typeof cell === "number" ? cell.toLocaleString(document.documentElement.lang, { maximumFractionDigits: decimals }) : cell;
}

class Figure {
  constructor(element) {
    this.element = element;
    this.place = element.querySelector(".chart-drawing");
    this.said = element.querySelector(".chart-reading");
    this.index = null;
  }

  async start() {
    this.values = await get(this.element.dataset.figure);
    this.place.hidden = false;
    this.chart = echarts.init(this.place, null, { renderer: "canvas" });
    this.draw();
    this.element.querySelector(".chart-table").open = false;
    this.place.setAttribute("aria-label", `${this.values.title}. ${this.place.dataset.keys}`);
    this.place.addEventListener("keydown", (event) => this.walk(event));
    this.place.addEventListener("blur", () => this.leave());
    for (const button of this.element.querySelectorAll("[data-export]")) {
      button.hidden = false;
      button.addEventListener("click", () => exportChart(echarts, this.values, button.dataset.export));
    }
    new ResizeObserver(() => this.chart.resize()).observe(this.place);
    this.element.dataset.drawn = "true";
  }

  draw() {
    this.chart.setOption(chartOption(this.values, { isSmall: this.element.classList.contains("chart-small") }), { notMerge: true });
  }

  walk(event) {
    const step = KEYS[event.key];
    const count = this.values.rows.length;
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || count === 0) return;
    event.preventDefault();
    const from = this.index ?? (step > 0 ? -1 : count);
    this.index = Math.max(0, Math.min(count - 1, from + step));
    this.chart.dispatchAction({ type: "showTip", seriesIndex: 0, dataIndex: this.index });
    this.said.textContent = reading(this.values, this.index);
  }

  leave() {
    this.index = null;
    this.chart.dispatchAction({ type: "hideTip" });
    this.said.textContent = "";
  }
}

const figures = [...document.querySelectorAll("figure[data-figure]")].map((element) => new Figure(element));

// One after the other: a page may have a dozen, and the desk has other work.
for (const figure of figures) {
  try {
    await figure.start();
  } catch {
    figure.element.dataset.drawn = "false";
  }
}

new MutationObserver(() => figures.forEach((figure) => figure.chart && figure.draw()))
  .observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
addEventListener("storage", (event) => {
  if (event.key === "foreland.theme" && event.newValue) document.documentElement.dataset.theme = event.newValue;
});
