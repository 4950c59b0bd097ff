/** The shader's warp and `warp.ts` are the same map: run on the same points, by the real driver. */
import { facts } from "virtual:perfuse-body";
import { describe, expect, test } from "vitest";
import { organIds, type OrganId } from "../../../../pharmacology/body/organs";
import { referenceOrganVolumesL, type BodyShape } from "../../body-shape";
import { at, type Vec3 } from "../../mesh/vectors";
import { TABLE_ROWS, TABLE_SAMPLES, warpFor, type BodyWarp } from "../../warp";
import { placeGlsl } from "./place";

const organVolumesL = Object.fromEntries(
  organIds.map((id) => [id, referenceOrganVolumesL[id] ?? 1]),
) as Record<OrganId, number>;
const person = (change: Partial<BodyShape>): BodyShape => ({
  sex: "male",
  ageYears: 35,
  heightCm: 176,
  weightKg: 73,
  organVolumesL,
  ...change,
});

/** Within the body; between arm and flank there is nothing to place. */
const points: Vec3[] = [];
for (let y = 1; y < 176; y += 7)
  for (let x = -14; x <= 14; x += 4) for (let z = -8; z <= 10; z += 4.5) points.push([x, y, z]);
for (let y = 68; y < 140; y += 5) points.push([31 - (y - 68) * 0.19, y, 0.5]);

describe.each([0, 1])("with a fat share of %i", (fatShare) => {
  test.each([
    ["the reference man", person({})],
    ["a heavy man", person({ weightKg: 140 })],
    ["a thin man", person({ weightKg: 55 })],
    ["a newborn girl", person({ sex: "female", ageYears: 0, heightCm: 51, weightKg: 3.5 })],
  ])("%s is placed alike by shader and script", (_name, shape) => {
    const warp = warpFor(shape, facts);
    const placed = runShader(warp, fatShare);
    for (const [i, point] of points.entries()) {
      const expected = warp.place(point, fatShare);
      for (const axis of [0, 1, 2] as const)
        expect(Math.abs(at(placed, i * 3 + axis) - expected[axis])).toBeLessThan(0.01);
    }
  });
});

/** Runs the vertex function over all points and reads back where it puts them. */
function runShader(warp: BodyWarp, fatShare: number): Float32Array {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) throw new Error("no WebGL 2");
  const program = link(gl, fatShare > 0);
  gl.useProgram(program);
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  gl.texImage2D(
    gl.TEXTURE_2D,
    0,
    gl.RGBA32F,
    TABLE_SAMPLES,
    TABLE_ROWS,
    0,
    gl.RGBA,
    gl.FLOAT,
    warp.table,
  );
  gl.uniform4f(gl.getUniformLocation(program, "growth"), 0, 0, 0, 1);
  gl.uniform1f(gl.getUniformLocation(program, "fatShare"), fatShare);
  const source = gl.createBuffer();
  gl.bindBuffer(gl.ARRAY_BUFFER, source);
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(points.flat()), gl.STATIC_DRAW);
  const location = gl.getAttribLocation(program, "position");
  gl.enableVertexAttribArray(location);
  gl.vertexAttribPointer(location, 3, gl.FLOAT, false, 0, 0);
  gl.bindBuffer(gl.ARRAY_BUFFER, null);
  const target = gl.createBuffer();
  gl.bindBuffer(gl.TRANSFORM_FEEDBACK_BUFFER, target);
  gl.bufferData(gl.TRANSFORM_FEEDBACK_BUFFER, points.length * 12, gl.STREAM_READ);
  gl.bindBufferBase(gl.TRANSFORM_FEEDBACK_BUFFER, 0, target);
  gl.enable(gl.RASTERIZER_DISCARD);
  gl.beginTransformFeedback(gl.POINTS);
  gl.drawArrays(gl.POINTS, 0, points.length);
  gl.endTransformFeedback();
  const result = new Float32Array(points.length * 3);
  gl.getBufferSubData(gl.TRANSFORM_FEEDBACK_BUFFER, 0, result);
  return result;
}

function link(gl: WebGL2RenderingContext, isFat: boolean): WebGLProgram {
  const program = gl.createProgram();
  const vertex = `#version 300 es
    precision highp float;
    #define attribute in
    ${isFat ? "#define FAT" : ""}
    in vec3 position;
    out vec3 world;
    ${placeGlsl}
    void main() {
      vec3 unused;
      world = grown(placed(position, vec3(0.0, 0.0, 1.0) + normalShade.xyz * 0.0, unused));
    }`;
  const fragment = `#version 300 es
    precision highp float;
    out vec4 colour;
    void main() { colour = vec4(1.0); }`;
  for (const [type, text] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) throw new Error("no shader");
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS))
      throw new Error(gl.getShaderInfoLog(shader) ?? "the shader does not compile");
    gl.attachShader(program, shader);
  }
  gl.transformFeedbackVaryings(program, ["world"], gl.SEPARATE_ATTRIBS);
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS))
    throw new Error(gl.getProgramInfoLog(program) ?? "the program does not link");
  return program;
}
