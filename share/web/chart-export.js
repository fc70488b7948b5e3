// A chart as a file: drawn anew beside the page, at a size that prints, with its title and its ground.

import { chartOption } from "./chart-option.js";

const WIDTH = 1200;
const HEIGHT = 640;

function keep(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function exportChart(echarts, values, format) {
  const option = chartOption(values, { isPicture: true });
  if (format === "svg") {
    const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height: HEIGHT });
    chart.setOption(option);
    keep(new Blob([chart.renderToSVGString()], { type: "image/svg+xml" }), `${values.name}.svg`);
    chart.dispose();
    return;
  }
  const place = document.createElement("canvas");
  const chart = echarts.init(place, null, { renderer: "canvas", width: WIDTH, height: HEIGHT, devicePixelRatio: 2 });
  chart.setOption(option);
  chart.renderToCanvas({ pixelRatio: 2 }).toBlob((blob) => {
    keep(blob, `${values.name}.png`);
    chart.dispose();
  });
}
