/** Points: blood that runs along the vessels, and granules in the gut. Soft discs, both. */
import { placeGlsl } from "./place";

/**
 * Each particle runs along one curve of `curves`, a texture of points (x, y, z, radius) one
 * centimetre apart: `course` = first texel, length in cm, phase 0–1, speed in cm/s.
 */
export const flowVertex = /* glsl */ `
${placeGlsl}
attribute vec4 course;
attribute vec4 tint; // colour, size in cm
uniform highp sampler2D curves;
uniform float time, pixelsPerCm;
varying vec3 vTint;
varying float vFade;

vec4 curvePoint(int index) {
  int width = textureSize(curves, 0).x;
  return texelFetch(curves, ivec2(index % width, index / width), 0);
}

void main() {
  float walked = fract(course.z + time * course.w / course.y) * course.y;
  int step = int(walked);
  vec4 here = mix(curvePoint(int(course.x) + step), curvePoint(int(course.x) + step + 1), walked - float(step));
  vec3 unused;
  vec3 world = grown(placed(here.xyz + position * here.w, vec3(0.0, 0.0, 1.0), unused));
  // Lifted to the vessel's front, so that its own wall does not hide it.
  world += normalize(cameraPosition - world) * here.w * 1.05;
  vec4 view = viewMatrix * vec4(world, 1.0);
  gl_Position = projectionMatrix * view;
  gl_PointSize = max(1.5, tint.w * pixelsPerCm / -view.z);
  vTint = tint.rgb;
  vFade = smoothstep(0.0, 3.0, walked) * smoothstep(0.0, 3.0, course.y - walked);
}
`;

export const flowFragment = /* glsl */ `
uniform float strength;
varying vec3 vTint;
varying float vFade;
void main() {
  float soft = smoothstep(1.0, 0.0, length(gl_PointCoord - 0.5) * 2.0);
  gl_FragColor = vec4(vTint, soft * soft * strength * vFade);
}
`;

/** `rank` = segment of the gut (0, 1, 2), rank 0–1 within it, size in cm, phase. */
export const granuleVertex = /* glsl */ `
${placeGlsl}
attribute vec4 rank;
uniform vec3 fractions;
uniform vec4 growths[3];
uniform float time, pixelsPerCm;
varying float vShown;
void main() {
  int segment = int(rank.x + 0.5);
  float fraction = segment == 0 ? fractions.x : segment == 1 ? fractions.y : fractions.z;
  vShown = clamp((sqrt(fraction) - rank.y) * 12.0, 0.0, 1.0);
  vec3 drift = 0.12 * sin(time * vec3(0.9, 1.3, 1.1) + rank.w * vec3(17.0, 29.0, 41.0));
  vec3 unused;
  vec3 world = placed(position + drift, vec3(0.0, 0.0, 1.0), unused);
  vec4 scaled = segment == 0 ? growths[0] : segment == 1 ? growths[1] : growths[2];
  world = scaled.xyz + (world - scaled.xyz) * scaled.w;
  // Seen through the wall of its own segment, but hidden by whatever lies in front of that.
  world += normalize(cameraPosition - world) * 2.6;
  vec4 view = viewMatrix * vec4(world, 1.0);
  gl_Position = projectionMatrix * view;
  gl_PointSize = vShown > 0.0 ? max(2.0, rank.z * pixelsPerCm / -view.z) : 0.0;
}
`;

export const granuleFragment = /* glsl */ `
uniform vec3 core, halo;
varying float vShown;
void main() {
  if (vShown <= 0.0) discard;
  float away = length(gl_PointCoord - 0.5) * 2.0;
  float grain = smoothstep(0.5, 0.36, away);
  float shine = smoothstep(1.0, 0.0, away);
  vec3 c = mix(halo, core, grain);
  gl_FragColor = vec4(c, vShown * max(grain, shine * shine * 0.55));
}
`;
