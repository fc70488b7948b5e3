// What the graphics card does with vessels: two small programs, one for symbols and one for course vectors.

export const SYMBOL_VERTEX = `#version 300 es
  in vec2 corner;
  in vec2 place;
  in vec4 look;    // heading in radians, shape, colour, how full
  uniform vec4 view;    // scale and offset from the buffer's mercator units to clip space
  uniform vec2 size;    // half a symbol in clip units
  uniform vec2 grid;    // columns and rows of the atlas
  flat out int colour;
  flat out float fullness;
  out vec2 texture_place;
  void main() {
    float s = sin(look.x), c = cos(look.x);
    vec2 turned = vec2(corner.x * c + corner.y * s, corner.y * c - corner.x * s);
    gl_Position = vec4(place * view.xy + view.zw + turned * size, 0.0, 1.0);
    float shape = look.y + 0.5;
    vec2 cell = vec2(mod(floor(shape), grid.x), floor(shape / grid.x));
    texture_place = (cell + vec2(corner.x, -corner.y) * 0.5 + 0.5) / grid;
    colour = int(look.z + 0.5);
    fullness = look.w;
  }`;

export const SYMBOL_FRAGMENT = `#version 300 es
  precision mediump float;
  flat in int colour;
  flat in float fullness;
  in vec2 texture_place;
  uniform sampler2D atlas;
  uniform vec3 colours[9];
  uniform vec3 edge;
  out vec4 result;
  void main() {
    vec4 texel = texture(atlas, texture_place);
    // Red is the body, green the edge; a vessel not heard for a while keeps its edge and loses its body.
    vec3 hull = colours[colour];
    vec3 mixed = fullness > 0.5 ? hull * texel.r + edge * texel.g : edge * texel.r * 0.75 + hull * texel.g;
    result = vec4(mixed, texel.a);
  }`;

export const VECTOR_VERTEX = `#version 300 es
  in vec2 corner;       // x: 0 at the vessel, 1 at the end; y: -1 and 1 across
  in vec2 place;
  in vec2 run;          // from the vessel to where it will be
  uniform vec4 view;
  uniform vec2 pixel;   // a pixel in clip units
  uniform float width;
  void main() {
    vec2 along = run * view.xy;
    vec2 pixels = along / pixel;
    float reach = length(pixels);
    vec2 side = reach > 0.0 ? vec2(-pixels.y, pixels.x) / reach * pixel : vec2(0.0);
    gl_Position = vec4(place * view.xy + view.zw + along * corner.x + side * corner.y * width, 0.0, 1.0);
  }`;

export const VECTOR_FRAGMENT = `#version 300 es
  precision mediump float;
  uniform vec4 colour;
  out vec4 result;
  void main() { result = colour; }`;

// Compiles and links a program; the error of a driver that refuses is thrown with the driver's words.
export function makeProgram(gl, vertexSource, fragmentSource, attributes) {
  const program = gl.createProgram();
  for (const [type, source] of [[gl.VERTEX_SHADER, vertexSource], [gl.FRAGMENT_SHADER, fragmentSource]]) {
    const shader = gl.createShader(type);
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  attributes.forEach((name, index) => gl.bindAttribLocation(program, index, name));
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? "no program");
  const count = gl.getProgramParameter(program, gl.ACTIVE_UNIFORMS);
  const uniforms = {};
  for (let index = 0; index < count; index += 1) {
    const name = gl.getActiveUniform(program, index).name;
    uniforms[name.replace("[0]", "")] = gl.getUniformLocation(program, name);
  }
  return { program, uniforms };
}
