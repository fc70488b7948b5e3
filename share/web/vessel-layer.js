// Draws every vessel and its course vector in two calls to the graphics card, so that twenty thousand of them cost a
// frame no more than twenty. A map layer of MapLibre's custom kind; the map is never tilted or turned.

import { vessels, vesselCount } from "./fleet.js";
import { destination, mercator } from "./nautical.js";
import { appearance, ATLAS_COLUMNS, ATLAS_ROWS, COLOURS, colourProperty, drawAtlas } from "./symbols.js";
import { colour } from "./theme.js";
import { makeProgram, SYMBOL_FRAGMENT, SYMBOL_VERTEX, VECTOR_FRAGMENT, VECTOR_VERTEX } from "./vessel-shaders.js";

const FLOATS = 8;
const LEAST_VECTOR_KNOTS = 0.5;
const TILE_PIXELS = 512;
const NO_RUN = { x: 0, y: 0 };

// The shorter way round the world, which is 1 wide in mercator units: the antimeridian is a sea like any other.
const nearest = (east) => east - Math.round(east);

// "#rrggbb" to three shares of one.
const shares = (text) => [1, 3, 5].map((start) => parseInt(text.slice(start, start + 2), 16) / 255);

export class VesselLayer {
  id = "vessels";
  type = "custom";
  renderingMode = "2d";
  vectorMinutes = 6;
  #map;
  #gl;
  #data = new Float32Array();
  #isReady = false;
  #isFresh = false;
  #origin = { x: 0.5, y: 0.5 };

  onAdd(map) {
    this.#map = map;
    map.on("webglcontextlost", () => (this.#isReady = false));
    this.recolour();
    this.refresh();
  }

  // Everything is made and sent while drawing: MapLibre remembers what is bound, and forgets it only after this layer
  // has drawn.
  #prepare(gl) {
    this.#gl = gl;
    this.symbols = makeProgram(gl, SYMBOL_VERTEX, SYMBOL_FRAGMENT, ["corner", "place", "look"]);
    this.vectors = makeProgram(gl, VECTOR_VERTEX, VECTOR_FRAGMENT, ["corner", "place", "run"]);
    this.buffer = gl.createBuffer();
    this.symbolArray = this.#makeArray([-1, -1, 1, -1, -1, 1, 1, 1], 4, 4);
    this.vectorArray = this.#makeArray([0, -1, 1, -1, 0, 1, 1, 1], 2, 2);
    this.#makeTexture();
    this.#isReady = true;
    this.#isFresh = true;
  }

  // A vertex array: the corners of one quad, and a vessel's place and look for each instance.
  #makeArray(corners, lookFloats, lookOffset) {
    const gl = this.#gl;
    const array = gl.createVertexArray();
    gl.bindVertexArray(array);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(corners), gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
    for (const [index, floats, offset] of [[1, 2, 0], [2, lookFloats, lookOffset]]) {
      gl.enableVertexAttribArray(index);
      gl.vertexAttribPointer(index, floats, gl.FLOAT, false, FLOATS * 4, offset * 4);
      gl.vertexAttribDivisor(index, 1);
    }
    gl.bindVertexArray(null);
    return array;
  }

  #makeTexture() {
    const gl = this.#gl;
    this.texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    const isPremultiplied = gl.getParameter(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, drawAtlas());
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, isPremultiplied);
    gl.generateMipmap(gl.TEXTURE_2D);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
    gl.bindTexture(gl.TEXTURE_2D, null);
  }

  // Takes the theme's colours.
  recolour() {
    this.palette = new Float32Array(COLOURS.flatMap((name) => shares(colour(colourProperty(name)))));
    this.edge = shares(colour("halo"));
    this.vectorColour = [...shares(colour("vector")), 1];
    this.#map?.triggerRepaint();
  }

  // Takes the fleet. Places are kept relative to the chart's middle: a 32-bit float alone would let symbols tremble.
  refresh() {
    if (!this.#map) return;
    const centre = this.#map.getCenter();
    this.#origin = mercator(centre.lng, centre.lat);
    const data = new Float32Array(vesselCount() * FLOATS);
    let offset = 0;
    for (const craft of vessels()) {
      const look = appearance(craft);
      const run = this.#run(craft);
      data[offset] = nearest(craft.place.x - this.#origin.x);
      data[offset + 1] = craft.place.y - this.#origin.y;
      data[offset + 2] = run.x;
      data[offset + 3] = run.y;
      data[offset + 4] = (look.heading * Math.PI) / 180;
      data[offset + 5] = look.shape;
      data[offset + 6] = look.colour;
      data[offset + 7] = craft.status === "live" ? 1 : 0;
      offset += FLOATS;
    }
    this.#data = data;
    this.#isFresh = true;
    this.#map.triggerRepaint();
  }

  #run(craft) {
    if (!(craft.speed >= LEAST_VECTOR_KNOTS) || craft.course == null || this.vectorMinutes === 0) return NO_RUN;
    const end = destination(craft, craft.course, (craft.speed * this.vectorMinutes) / 60);
    // Near the antimeridian the end lies just over the edge, not once round the world.
    const place = mercator(craft.lon + ((((end.lon - craft.lon + 180) % 360) + 360) % 360) - 180, end.lat);
    return { x: place.x - craft.place.x, y: place.y - craft.place.y };
  }

  render(gl) {
    if (!this.#isReady) this.#prepare(gl);
    if (this.#isFresh) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
      gl.bufferData(gl.ARRAY_BUFFER, this.#data, gl.DYNAMIC_DRAW);
      this.#isFresh = false;
    }
    if (this.#data.length === 0) return;
    const canvas = gl.canvas;
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    const world = TILE_PIXELS * 2 ** this.#map.getZoom();
    const centre = this.#map.getCenter();
    const middle = mercator(centre.lng, centre.lat);
    const scale = [(2 * world) / width, (-2 * world) / height];
    const view = [...scale, nearest(this.#origin.x - middle.x) * scale[0], (this.#origin.y - middle.y) * scale[1]];
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.disable(gl.CULL_FACE);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    if (this.vectorMinutes > 0 && this.#map.getZoom() >= 7.5) this.#drawVectors(gl, view, width, height);
    this.#drawSymbols(gl, view, width, height);
    gl.bindVertexArray(null);
  }

  #drawVectors(gl, view, width, height) {
    const { program, uniforms } = this.vectors;
    gl.useProgram(program);
    gl.bindVertexArray(this.vectorArray);
    gl.uniform4fv(uniforms.view, view);
    gl.uniform2f(uniforms.pixel, 2 / width, 2 / height);
    gl.uniform1f(uniforms.width, 0.8);
    gl.uniform4fv(uniforms.colour, this.vectorColour);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, this.#data.length / FLOATS);
  }

  #drawSymbols(gl, view, width, height) {
    const { program, uniforms } = this.symbols;
    const half = symbolPixels(this.#map.getZoom()) / 2;
    gl.useProgram(program);
    gl.bindVertexArray(this.symbolArray);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    gl.uniform1i(uniforms.atlas, 0);
    gl.uniform4fv(uniforms.view, view);
    gl.uniform2f(uniforms.size, (2 * half) / width, (2 * half) / height);
    gl.uniform2f(uniforms.grid, ATLAS_COLUMNS, ATLAS_ROWS);
    gl.uniform3fv(uniforms.colours, this.palette);
    gl.uniform3fv(uniforms.edge, this.edge);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, this.#data.length / FLOATS);
  }
}

// Symbols grow with the zoom, from a grain on a world chart to a shape that shows its class.
export function symbolPixels(zoom) {
  return Math.min(30, Math.max(10, 10 + (zoom - 5) * 2.9));
}
