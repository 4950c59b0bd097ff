/**
 * The warp from the reference man to a person, in GLSL: the same map as `warp.ts`, vertex by
 * vertex, so that changing a person writes one small texture and touches no mesh.
 *
 * Depth and colour passes of one part must use this same text: a differing matrix product fights
 * with itself in the depth buffer. Depth passes only leave out the normal (DEPTH_ONLY).
 */
import { ARMPIT, AXIS_DEPTH } from "../../anatomy";
import { TABLE_HIGH, TABLE_LOW, TABLE_SAMPLES } from "../../warp";

const float = (value: number) => (Number.isInteger(value) ? `${value}.0` : `${value}`);

const TABLE_STEP = (TABLE_HIGH - TABLE_LOW) / (TABLE_SAMPLES - 1);

/** Attributes, uniforms and `placed(normal)`; define FAT where fat moves the part. */
export const placeGlsl = /* glsl */ `
attribute vec4 normalShade;
uniform highp sampler2D warpTable;
uniform vec4 growth; // fixed point, factor
uniform float fatShare;

const float AXIS = ${float(AXIS_DEPTH)};

// One height's rows: a = height, width, depth, arm width; b = arm depth, arm shift, leg shift;
// c = gains sideways, in front, behind, of the arm; d = inner thigh, arm axis x, z, sag.
struct Level { vec4 a, b, slopeA, slopeB; int index; float t; };

Level levelAt(float y) {
  float position = clamp((y - ${float(TABLE_LOW)}) / ${float(TABLE_STEP)}, 0.0, ${float(TABLE_SAMPLES - 1.001)});
  Level l;
  l.index = int(position);
  l.t = position - float(l.index);
  vec4 a0 = texelFetch(warpTable, ivec2(l.index, 0), 0);
  vec4 a1 = texelFetch(warpTable, ivec2(l.index + 1, 0), 0);
  vec4 b0 = texelFetch(warpTable, ivec2(l.index, 1), 0);
  vec4 b1 = texelFetch(warpTable, ivec2(l.index + 1, 1), 0);
  l.slopeA = (a1 - a0) / ${float(TABLE_STEP)};
  l.slopeB = (b1 - b0) / ${float(TABLE_STEP)};
  l.a = mix(a0, a1, l.t);
  l.b = mix(b0, b1, l.t);
  return l;
}

float armWeight(float side, float y) {
  float threshold = 16.2 + 0.115 * max(0.0, 124.0 - min(y, ${float(ARMPIT)}));
  return smoothstep(threshold - 1.2, threshold + 1.2, side) * (1.0 - smoothstep(124.0, 134.0, y));
}

float shoulderWeight(float side, float y) {
  float threshold = 16.2 + 0.115 * max(0.0, 124.0 - min(y, ${float(ARMPIT)}));
  return smoothstep(threshold - 1.6, threshold + 1.6, side) * (1.0 - smoothstep(138.0, 146.0, y));
}

#ifdef FAT
vec3 placeFat(vec3 p) {
  Level l = levelAt(p.y);
  vec4 c = mix(texelFetch(warpTable, ivec2(l.index, 2), 0), texelFetch(warpTable, ivec2(l.index + 1, 2), 0), l.t);
  vec4 d = mix(texelFetch(warpTable, ivec2(l.index, 3), 0), texelFetch(warpTable, ivec2(l.index + 1, 3), 0), l.t);
  float side = abs(p.x), away = sign(p.x);
  float arm = armWeight(side, p.y), shoulder = shoulderWeight(side, p.y);
  float forward = p.z - AXIS;
  float depthGain = mix(c.z, c.y, smoothstep(-3.0, 3.0, forward));
  float sideways = mix(side, 7.0 * tanh(side / 7.0), smoothstep(128.0, 142.0, p.y));
  float bodyMove = sideways * c.x - d.x * smoothstep(0.0, 2.0, side);
  float moveX = away * mix(bodyMove, (side - d.y) * c.w, shoulder);
  float moveZ = mix(forward * depthGain, (p.z - d.z) * c.w, shoulder);
  float spread = away * (shoulder * l.b.y + (1.0 - fatShare) * (1.0 - arm) * l.b.z * smoothstep(3.0, 8.0, side));
  float hang = clamp(forward / 10.0, 0.0, 1.1);
  float sag = d.w * fatShare * hang * hang * (1.0 - shoulder);
  return vec3(
    (p.x + moveX * fatShare + spread) * mix(l.a.y, l.a.w, arm),
    l.a.x - sag * l.slopeA.x,
    (p.z + moveZ * fatShare) * mix(l.a.z, l.b.x, arm)
  );
}

vec3 placed(vec3 p, vec3 n, out vec3 turned) {
#ifdef DEPTH_ONLY
  turned = n;
  return placeFat(p);
#endif
  vec3 across = normalize(abs(n.y) < 0.9 ? vec3(n.z, 0.0, -n.x) : vec3(0.0, -n.z, n.y));
  vec3 along = cross(n, across);
  vec3 here = placeFat(p);
  turned = normalize(cross(placeFat(p + 0.4 * across) - here, placeFat(p + 0.4 * along) - here));
  return here;
}
#else
vec3 placed(vec3 p, vec3 n, out vec3 turned) {
  Level l = levelAt(p.y);
  float arm = armWeight(abs(p.x), p.y);
  float legs = (1.0 - arm) * sign(p.x) * smoothstep(3.0, 8.0, abs(p.x));
  float away = sign(p.x) * shoulderWeight(abs(p.x), p.y);
  float x = p.x + away * l.b.y + legs * l.b.z;
  float width = mix(l.a.y, l.a.w, arm);
  float depth = mix(l.a.z, l.b.x, arm);
  // Inverse transpose of the map's Jacobian: columns are the slopes along y.
  float shearX = x * mix(l.slopeA.y, l.slopeA.w, arm) + width * (away * l.slopeB.y + legs * l.slopeB.z);
  float shearZ = p.z * mix(l.slopeA.z, l.slopeB.x, arm);
  float nx = n.x / width, nz = n.z / depth;
  turned = normalize(vec3(nx, (n.y - nx * shearX - nz * shearZ) / l.slopeA.x, nz));
  return vec3(x * width, l.a.x, p.z * depth);
}
#endif

vec3 grown(vec3 p) {
  return growth.xyz + (p - growth.xyz) * growth.w;
}
`;
