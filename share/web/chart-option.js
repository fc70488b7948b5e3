// From the values of a chart to what ECharts draws, in the colours of the page's theme.

import { colour } from "./theme.js";

// So many words along an axis are all written, on several lines if they must.
const FEW_WORDS = 10;
const FONT = "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif";

function axisStyle() {
  return {
    axisLine: { lineStyle: { color: colour("edge") } },
    axisTick: { lineStyle: { color: colour("edge") } },
    axisLabel: { color: colour("text"), hideOverlap: true },
    splitLine: { lineStyle: { color: colour("line") } },
    nameTextStyle: { color: colour("muted") },
  };
}

// A number along an axis, grouped as the page's language does.
const figure = (value) => value.toLocaleString(document.documentElement.lang);

const pairs = (rows, column, isCategory) => rows.map((row) => (isCategory ? row[column] : [row[0], row[column]]));

// A band is two lines on each other: the lower is not seen, the upper is the difference, filled.
function band(mark, values, isCategory, number) {
  const { rows, columns } = values;
  const stack = `band-${number}`;
  const lower = { type: "line", stack, stackStrategy: "all", symbol: "none", silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false },
    data: pairs(rows, mark.column, isCategory) };
  const height = rows.map((row) => {
    const between = row[mark.column] === null || row[mark.upper] === null ? null : row[mark.upper] - row[mark.column];
    return isCategory ? between : [row[0], between];
  });
  const paint = colour(mark.colour);
  return [lower, { ...lower, name: `${columns[mark.column].name} – ${columns[mark.upper].name}`, data: height,
    itemStyle: { color: paint, opacity: Math.min(0.25 + 0.25 * number, 1) }, areaStyle: { color: paint, opacity: 0.22 } }];
}

function drawn(mark, values, isCategory, number) {
  if (mark.shape === "band") return band(mark, values, isCategory, number);
  const paint = colour(mark.colour);
  const common = { name: values.columns[mark.column].name, data: pairs(values.rows, mark.column, isCategory), itemStyle: { color: paint } };
  if (mark.shape === "bar") return [{ ...common, type: "bar", stack: mark.stack, barMaxWidth: 24 }];
  if (mark.shape === "dots") return [{ ...common, type: "scatter", symbolSize: values.rows.length > 200 ? 3 : 7 }];
  return [{ ...common, type: "line", showSymbol: false, connectNulls: false,
    lineStyle: { color: paint, width: mark.dashed ? 1.2 : 1.8, type: mark.dashed ? "dashed" : "solid" } }];
}

// `isSmall` is for one of several beside each other; `isPicture` for a file, which needs its title and its ground.
export function chartOption(values, { isSmall = false, isPicture = false } = {}) {
  const isCategory = values.axis === "category";
  const series = values.marks.flatMap((mark, number) => drawn(mark, values, isCategory, number));
  const named = series.filter((one) => one.name !== undefined).map((one) => one.name);
  const hasLegend = !isSmall && named.length > 1;
  const top = (isPicture ? 40 : 8) + (hasLegend ? 30 : 0) + (values.vertical ? 18 : 0);
  return {
    animation: false,
    backgroundColor: isPicture ? colour("panel") : "transparent",
    textStyle: { fontFamily: FONT, color: colour("text") },
    title: isPicture ? { text: values.title, left: 8, top: 8, textStyle: { color: colour("strong"), fontSize: 15 } } : undefined,
    legend: { show: hasLegend, type: "scroll", top: isPicture ? 36 : 0, data: named, textStyle: { color: colour("text") },
      pageTextStyle: { color: colour("text") }, pageIconColor: colour("link"), pageIconInactiveColor: colour("muted") },
    grid: { left: 8, right: 16, top, bottom: 8, containLabel: true },
    // Drawn on the canvas: what stands in a page's own elements would need styles in its text, which the desk forbids.
    tooltip: { trigger: values.marks.some((mark) => mark.shape === "dots") && values.axis === "number" ? "item" : "axis", renderMode: "richText",
      confine: true, backgroundColor: colour("raised"), borderColor: colour("edge"), textStyle: { color: colour("text"), fontSize: 12 } },
    xAxis: { type: { time: "time", category: "category", number: "value" }[values.axis], ...axisStyle(), splitLine: { show: false },
      ...(isCategory && values.rows.length <= FEW_WORDS ? { axisLabel: { color: colour("text"), interval: 0, width: 110, lineHeight: 15, overflow: "break" } } : {}),
      data: isCategory ? values.rows.map((row) => row[0]) : undefined, name: values.axis === "number" ? values.columns[0].name : "",
      nameLocation: "middle", nameGap: 26 },
    yAxis: { type: "value", ...axisStyle(), axisLabel: { ...axisStyle().axisLabel, formatter: figure }, name: isSmall ? "" : values.vertical, nameTextStyle: { align: "left", color: colour("muted") } },
    series,
  };
}
