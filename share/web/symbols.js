// The shapes of vessels, drawn on a canvas: which shape and colour a class has, and the atlas the graphics card reads.

export const CELL = 64;
const COLUMNS = 4;

// Shape and colour of each class of the API. Shapes differ as well as colours, for eyes that see few of them.
const CLASSES = {
  cargo: ["hull", "cargo"], tanker: ["barred", "tanker"], passenger: ["block", "passenger"],
  highspeed: ["dart", "passenger"], fishing: ["lens", "fishing"], pleasure: ["kite", "small"],
  sailing: ["sail", "small"], tug: ["stub", "service"], sar: ["cross", "service"], law: ["chevron", "service"],
  military: ["chevron", "other"], pilot: ["stub", "service"], aton: ["diamond", "aid"], base: ["square", "aid"],
  aircraft: ["plane", "service"], distress: ["alarm", "danger"], other: ["wedge", "other"], unknown: ["wedge", "other"],
  sensed: ["plot", "small"],
};

export const CLASS_NAMES = Object.keys(CLASSES);
export const COLOURS = ["cargo", "tanker", "passenger", "fishing", "small", "service", "aid", "other", "danger"];
export const colourProperty = (name) => (name === "danger" ? "danger" : `craft-${name}`);

// Paths in a square from -1 to 1, bow upwards.
const hull = (path) => {
  polygon(path, [[0, -0.95], [0.42, -0.35], [0.42, 0.9], [-0.42, 0.9], [-0.42, -0.35]]);
};
const polygon = (path, corners) => {
  corners.forEach(([x, y], index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  path.closePath();
};
const bar = (path, top, bottom) => path.rect(-0.42, top, 0.84, bottom - top);

const SHAPES = {
  hull: { fill: hull },
  barred: { fill: hull, gap: (path) => bar(path, 0.05, 0.22) },
  block: {
    fill: (path) => polygon(path, [
      [-0.3, -0.95], [0.3, -0.95], [0.46, -0.55], [0.46, 0.9], [-0.46, 0.9], [-0.46, -0.55],
    ]),
    gap: (path) => path.rect(-0.16, -0.3, 0.32, 0.8),
  },
  dart: { fill: (path) => polygon(path, [[0, -0.98], [0.5, 0.85], [0, 0.5], [-0.5, 0.85]]) },
  lens: {
    fill: (path) => {
      path.moveTo(0, -0.9);
      path.quadraticCurveTo(0.75, 0.1, 0, 0.9);
      path.quadraticCurveTo(-0.75, 0.1, 0, -0.9);
    },
  },
  kite: { fill: (path) => polygon(path, [[0, -0.85], [0.42, 0.15], [0, 0.7], [-0.42, 0.15]]) },
  sail: { fill: (path) => polygon(path, [[0, -0.9], [0.55, 0.75], [-0.1, 0.75]]) },
  stub: { fill: (path) => polygon(path, [[0, -0.75], [0.42, -0.2], [0.42, 0.7], [-0.42, 0.7], [-0.42, -0.2]]) },
  cross: {
    fill: hull,
    gap: (path) => {
      path.rect(-0.09, -0.3, 0.18, 0.9);
      path.rect(-0.3, 0.05, 0.6, 0.2);
    },
  },
  chevron: {
    fill: hull,
    gap: (path) => polygon(path, [[0, -0.35], [0.42, 0.2], [0.42, 0.48], [0, -0.07], [-0.42, 0.48], [-0.42, 0.2]]),
  },
  diamond: {
    fill: (path) => polygon(path, [[0, -0.75], [0.6, 0], [0, 0.75], [-0.6, 0]]),
    gap: (path) => path.arc(0, 0, 0.2, 0, 7),
  },
  square: { fill: (path) => path.rect(-0.55, -0.55, 1.1, 1.1), gap: (path) => path.rect(-0.2, -0.2, 0.4, 0.4) },
  plane: {
    fill: (path) => polygon(path, [
      [0, -0.95], [0.14, -0.25], [0.9, 0.2], [0.9, 0.4], [0.14, 0.2], [0.1, 0.65], [0.35, 0.9], [-0.35, 0.9],
      [-0.1, 0.65], [-0.14, 0.2], [-0.9, 0.4], [-0.9, 0.2], [-0.14, -0.25],
    ]),
  },
  alarm: {
    fill: (path) => path.arc(0, 0, 0.85, 0, 7),
    gap: (path) => polygon(path, [
      [-0.5, -0.32], [-0.32, -0.5], [0, -0.18], [0.32, -0.5], [0.5, -0.32], [0.18, 0],
      [0.5, 0.32], [0.32, 0.5], [0, 0.18], [-0.32, 0.5], [-0.5, 0.32], [-0.18, 0],
    ]),
  },
  wedge: { fill: (path) => polygon(path, [[0, -0.9], [0.5, 0.8], [-0.5, 0.8]]) },
  plot: { fill: (path) => path.arc(0, 0, 0.62, 0, 7), gap: (path) => path.arc(0, 0, 0.3, 0, 7) },
  dot: { fill: (path) => path.arc(0, 0, 0.5, 0, 7) },
};
const SHAPE_NAMES = Object.keys(SHAPES);
const TURNLESS = new Set(["diamond", "square", "alarm", "dot", "plot"]);

export const ATLAS_COLUMNS = COLUMNS;
export const ATLAS_ROWS = Math.ceil(SHAPE_NAMES.length / COLUMNS);

// Per class, and again for one that does not say where it heads: numbers of shape and colour for the graphics card.
const LOOKS = new Map(Object.entries(CLASSES).map(([kind, [shape, colour]]) => {
  const numbers = (name) => ({
    shape: SHAPE_NAMES.indexOf(name), colour: COLOURS.indexOf(colour), isTurned: !TURNLESS.has(name),
  });
  return [kind, { headed: numbers(shape), headless: numbers(TURNLESS.has(shape) ? shape : "dot") }];
}));

// How a vessel is drawn: the numbers of its shape and colour, and its heading in degrees. A vessel that tells neither
// heading nor course is a dot, because a bow that points somewhere would be a claim.
export function appearance(craft) {
  const looks = LOOKS.get(craft.kind) ?? LOOKS.get("unknown");
  const heading = craft.heading ?? craft.course;
  const look = heading == null ? looks.headless : looks.headed;
  return { shape: look.shape, colour: look.colour, heading: look.isTurned ? heading ?? 0 : 0 };
}

function trace(context, shape, colours) {
  const { fill, gap } = SHAPES[shape];
  context.beginPath();
  fill(context);
  context.lineJoin = "round";
  context.lineWidth = 0.3;
  context.strokeStyle = colours.edge;
  context.stroke();
  context.fillStyle = colours.fill;
  context.fill();
  if (gap) {
    context.beginPath();
    gap(context);
    context.fillStyle = colours.edge;
    context.fill();
  }
}

// The atlas: red where a vessel's colour goes, green where its dark edge goes. The shader puts the theme's colours in.
export function drawAtlas() {
  const canvas = document.createElement("canvas");
  canvas.width = COLUMNS * CELL;
  canvas.height = ATLAS_ROWS * CELL;
  const context = canvas.getContext("2d");
  SHAPE_NAMES.forEach((shape, index) => {
    const left = (index % COLUMNS) * CELL;
    const top = Math.floor(index / COLUMNS) * CELL;
    context.setTransform(CELL * 0.4, 0, 0, CELL * 0.4, left + CELL / 2, top + CELL / 2);
    trace(context, shape, { fill: "#ff0000", edge: "#00ff00" });
  });
  return canvas;
}

// One symbol for the legend, in the colours of the page.
export function drawSymbol(kind, fill, edge) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 48;
  const context = canvas.getContext("2d");
  context.setTransform(20, 0, 0, 20, 24, 24);
  trace(context, (CLASSES[kind] ?? CLASSES.unknown)[0], { fill, edge });
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}

export const classColour = (kind) => colourProperty((CLASSES[kind] ?? CLASSES.unknown)[1]);
