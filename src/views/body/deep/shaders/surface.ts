/**
 * Surfaces: organs with baked, tinted occlusion; glass for skin and bones; muscle fibres.
 *
 * Lit in linear space by one key light above the person's right shoulder, a fill and a rim, then
 * written in display space, where all blending happens.
 */
import { FURTHEST_CM } from "../../mesh/recede";
import { placeGlsl } from "./place";

/** One vertex shader for every surface and for every pass over it. */
export const surfaceVertex = /* glsl */ `
${placeGlsl}
uniform float inset; // cm along the normal, inwards
#ifdef RECEDES
attribute vec4 recede;
uniform float maturity;
#endif
varying float vShade;
varying vec3 vNormal;
varying vec3 vView;
varying vec3 vReference;
invariant gl_Position; // depth and colour passes must agree to the last bit

void main() {
  vec3 source = position, facing = normalShade.xyz;
#ifdef RECEDES
  // Towards the flat form: back along z, and facing as it does.
  float back = recede.w * ${FURTHEST_CM}.0;
  source.z -= back * (1.0 - maturity);
  facing = back > 0.0 ? normalize(mix(recede.xyz, facing, clamp(maturity, 0.0, 1.0))) : facing;
#endif
  vec3 normal;
  vec3 world = grown(placed(source - facing * inset, facing, normal));
  vShade = normalShade.w;
  vNormal = normal;
  vView = cameraPosition - world;
  vReference = position;
  gl_Position = projectionMatrix * viewMatrix * vec4(world, 1.0);
}
`;

const screenGlsl = /* glsl */ `
vec3 toScreen(vec3 c) {
  c = max(c, 0.0);
  return mix(c * 12.92, 1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055, step(0.0031308, c));
}
`;

export const depthFragment = /* glsl */ `
void main() {
  gl_FragColor = vec4(1.0);
}
`;

export const organFragment = /* glsl */ `
uniform vec3 base, rimColour, shadowColour, backdrop;
uniform float softness, glow, alpha, gloss, rim, edgeShade, dim, lift, hatch;
varying float vShade;
varying vec3 vNormal, vView;
${screenGlsl}
const vec3 KEY = vec3(-0.4137, 0.6896, 0.5976);
const vec3 FILL = vec3(0.8433, 0.1054, 0.527);
const vec3 BACK = vec3(0.3277, 0.515, -0.7959);

void main() {
  vec3 n = normalize(vNormal), v = normalize(vView);
  if (!gl_FrontFacing) n = -n;
  float k = dot(n, KEY);
  float wrapped = clamp((k + 0.45) / 1.45, 0.0, 1.0);
  wrapped *= wrapped;
  float fill = clamp(dot(n, FILL) * 0.5 + 0.5, 0.0, 1.0);
  // Occlusion is tinted: light that enters a crease comes back coloured.
  vec3 shade = mix(shadowColour, vec3(1.0), mix(vShade, 1.0, softness));
  vec3 ambient = mix(vec3(0.20, 0.22, 0.28), vec3(0.50, 0.52, 0.56), n.y * 0.5 + 0.5);
  vec3 bleed = base * pow(clamp(1.0 - abs(k), 0.0, 1.0), 3.0) * 0.16;
  vec3 c = base * (ambient * 0.92 + 0.72 * wrapped + 0.16 * fill) * shade + bleed * vShade;
  float facing = max(dot(n, v), 0.0);
  float shine = max(dot(n, normalize(KEY + v)), 0.0);
  c += (pow(shine, gloss) * 0.28 + pow(shine, gloss * 0.2) * 0.07) * vShade;
  float edge = pow(1.0 - facing, 2.6);
  c += rimColour * edge * rim * (0.35 + 0.65 * clamp(dot(n, BACK) * 0.5 + 0.6, 0.0, 1.0)) * mix(0.4, 1.0, vShade);
  // On a light background a darker edge keeps neighbours of one colour apart.
  c *= 1.0 - edgeShade * pow(1.0 - facing, 2.0);
  c += base * (glow + lift) * (0.35 + 0.65 * pow(facing, 1.5));
  c = c * (1.0 + c * 0.12) / (1.0 + c * 0.34);
  // Below the scale: hatched like the legend's swatch, so that grey is no colour of a scale.
  float stripe = abs(fract((gl_FragCoord.x + gl_FragCoord.y) / max(abs(hatch), 1.0)) - 0.5) * 2.0;
  c = mix(c, backdrop, step(1.0, abs(hatch)) * 0.27 * smoothstep(0.5, 0.7, stripe));
  c = mix(c, backdrop, dim);
  gl_FragColor = vec4(toScreen(c), alpha);
}
`;

export const glassFragment = /* glsl */ `
uniform vec3 base, rimColour;
uniform float alpha, power, inner, crease;
varying float vShade;
varying vec3 vNormal, vView, vReference;
${screenGlsl}
#ifdef FORM
uniform float form;
// Where the outside itself is worth seeing and nothing lies behind: face, hands, feet.
float worthSeeing() {
  vec3 p = vReference;
  float face = smoothstep(1.0, 6.0, p.z) * smoothstep(149.0, 153.0, p.y) * (1.0 - smoothstep(163.0, 170.0, p.y));
  float hand = smoothstep(24.0, 26.0, abs(p.x)) * (1.0 - smoothstep(82.0, 88.0, p.y));
  float foot = 1.0 - smoothstep(4.0, 10.0, p.y);
  return max(face, max(hand, foot) * 0.45);
}
#endif
void main() {
  vec3 n = normalize(vNormal), v = normalize(vView);
  float edge = pow(1.0 - abs(dot(n, v)), power);
  float lit = 0.62 + 0.38 * clamp(dot(n, vec3(-0.4137, 0.6896, 0.5976)) * 0.5 + 0.5, 0.0, 1.0);
  float shine = pow(max(dot(n, normalize(vec3(-0.4256, 0.681, 0.5959) + v)), 0.0), 60.0) * 0.22;
  float fold = 1.0 - vShade;
  vec3 c = mix(base, rimColour, clamp(edge + fold * crease, 0.0, 1.0)) * lit + shine;
  float a = alpha * edge + inner + shine * 0.5 + fold * crease * 0.35 * alpha + inner * 1.6 * (lit - 0.7);
#ifdef FORM
  // Modelled by a soft light from above right; on light backgrounds by its shadow.
  float soft = clamp(dot(n, vec3(-0.4137, 0.6896, 0.5976)) * 0.75 + 0.25, 0.0, 1.0);
  float tone = form > 0.0 ? soft * soft : 1.0 - soft;
  float solid = abs(form) * worthSeeing();
  c = mix(c, mix(base, rimColour, 0.35 + 0.65 * tone), min(solid, 1.0) * (1.0 - edge));
  a += solid * (0.04 + 0.5 * tone + (form > 0.0 ? 0.0 : 0.7 * fold)) * (form > 0.0 ? vShade : 1.0);
#endif
  gl_FragColor = vec4(toScreen(c), clamp(a, 0.0, 1.0));
}
`;

export const muscleFragment = /* glsl */ `
uniform vec3 base, rimColour;
uniform float alpha;
varying vec3 vNormal, vView, vReference;
${screenGlsl}
float hash(float i) { return fract(sin(i * 91.7) * 4375.5); }
float noise(float x) {
  float i = floor(x), f = fract(x);
  f = f * f * (3.0 - 2.0 * f);
  return mix(hash(i), hash(i + 1.0), f);
}
void main() {
  vec3 n = normalize(vNormal), v = normalize(vView);
  float around = atan(n.x, n.z);
  // Two octaves of streaks that run along the limb.
  float fibre = noise(around * 26.0 + vReference.y * 0.10) * 0.6 + noise(around * 61.0 - vReference.y * 0.06) * 0.4;
  float edge = pow(1.0 - abs(dot(n, v)), 1.6);
  float lit = clamp(dot(n, vec3(-0.4137, 0.6896, 0.5976)) * 0.5 + 0.5, 0.0, 1.0);
  vec3 c = mix(base, rimColour, edge * 0.35) * (0.45 + 0.65 * lit) * (0.78 + 0.4 * fibre);
  float a = alpha * (0.30 + 0.75 * edge) * (0.6 + 0.6 * fibre);
  // Ends fade out: into the neck, over the belly, where only limbs and chest have their muscle drawn.
  float onTrunk = 1.0 - smoothstep(15.0, 18.0, abs(vReference.x));
  float bellyGap = smoothstep(92.0, 106.0, vReference.y) * (1.0 - smoothstep(128.0, 139.0, vReference.y));
  a *= (1.0 - smoothstep(143.0, 150.0, vReference.y)) * (1.0 - onTrunk * bellyGap);
  gl_FragColor = vec4(toScreen(c), clamp(a, 0.0, 1.0));
}
`;

export const fatFragment = /* glsl */ `
uniform vec3 base, rimColour;
uniform float alpha;
varying vec3 vNormal, vView, vReference;
${screenGlsl}
float hash(vec3 p) { return fract(sin(dot(p, vec3(12.98, 78.23, 37.71))) * 43758.5); }
// Distance to the nearest of scattered points: round lobules with dark seams.
float lobules(vec3 p) {
  vec3 cell = floor(p);
  float nearest = 2.0;
  for (int x = -1; x <= 1; x++) for (int y = -1; y <= 1; y++) for (int z = -1; z <= 1; z++) {
    vec3 q = cell + vec3(x, y, z);
    vec3 point = q + vec3(hash(q), hash(q + 7.1), hash(q + 13.7)) - p;
    nearest = min(nearest, dot(point, point));
  }
  return sqrt(nearest);
}
void main() {
  vec3 n = normalize(vNormal), v = normalize(vView);
  float edge = pow(1.0 - abs(dot(n, v)), 1.3);
  float lit = clamp(dot(n, vec3(-0.4137, 0.6896, 0.5976)) * 0.5 + 0.5, 0.0, 1.0);
  float bump = 1.0 - smoothstep(0.1, 0.95, lobules(vReference * vec3(1.05, 0.85, 1.05)));
  vec3 c = mix(base, rimColour, edge * 0.3) * (0.42 + 0.55 * lit + 0.24 * bump);
  gl_FragColor = vec4(toScreen(c), alpha * (0.3 + 0.52 * edge + 0.2 * bump * (1.0 - edge)));
}
`;

/** A rim around the selected organ: its hull pushed out by a constant width on the screen. */
export const hullVertex = /* glsl */ `
${placeGlsl}
uniform float inset, hullWidth; // hullWidth in clip units at distance one
void main() {
  vec3 normal;
  vec3 world = grown(placed(position - normalShade.xyz * inset, normalShade.xyz, normal));
  vec4 clip = projectionMatrix * viewMatrix * vec4(world, 1.0);
  vec4 turned = projectionMatrix * viewMatrix * vec4(normal, 0.0);
  vec2 outward = normalize(turned.xy * vec2(projectionMatrix[1][1] / projectionMatrix[0][0], 1.0) + 1e-6);
  outward.x *= projectionMatrix[0][0] / projectionMatrix[1][1];
  clip.xy += outward * hullWidth * clip.w;
  gl_Position = clip;
}
`;

export const hullFragment = /* glsl */ `
uniform vec3 colour;
uniform float alpha;
void main() {
  gl_FragColor = vec4(colour, alpha);
}
`;

/** Which part is drawn here, for pointing: its number in the red byte. */
export const pickFragment = /* glsl */ `
uniform float number;
void main() {
  gl_FragColor = vec4(number / 255.0, 0.0, 0.0, 1.0);
}
`;
