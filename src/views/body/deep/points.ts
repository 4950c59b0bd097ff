/** Particles in the vessels and granules in the gut. Both are illustrations, not molecules. */
import {
  AdditiveBlending,
  BufferAttribute,
  BufferGeometry,
  DataTexture,
  FloatType,
  NormalBlending,
  Points,
  RGBAFormat,
  ShaderMaterial,
  Vector3,
  Vector4,
  type IUniform,
} from "three";
import { parseColour, type Theme } from "../../ui/colour-map";
import type { Lumen } from "../body-props";
import {
  arcLengths,
  evenPath,
  pathLength,
  pointAlong,
  smoothPath,
  type PathPoint,
} from "../mesh/curve";
import { at, clamp } from "../mesh/vectors";
import type { Growth } from "../warp";
import type { PersonUniforms } from "./surfaces";
import { flowFragment, flowVertex, granuleFragment, granuleVertex } from "./shaders/points";

/** Point sizes need the height of the picture in pixels at a distance of one. */
export interface PointCloud {
  readonly points: Points;
  readonly uniforms: Readonly<Record<string, IUniform>>;
}

const CURVE_TEXELS = 256;

/** Repeatable scatter. */
function scatter(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

/** @param arteries axes that run with the blood, as do those of the veins */
export function makeFlow(
  arteries: readonly (readonly PathPoint[])[],
  veins: readonly (readonly PathPoint[])[],
  person: PersonUniforms,
): PointCloud {
  const random = scatter(9);
  const texels: number[] = [];
  const [positions, courses, tints]: [number[], number[], number[]] = [[], [], []];
  const run = (knots: readonly PathPoint[], colour: string) => {
    const curve = evenPath(smoothPath(knots, 6), 1);
    const length = curve.length - 1;
    const first = texels.length / 4;
    for (const point of [...curve, curve.at(-1) ?? [0, 0, 0, 0]]) texels.push(...point);
    const radius = curve.reduce((sum, point) => sum + point[3], 0) / curve.length;
    // Thin vessels with many points read as strings of beads.
    const count = Math.max(2, Math.round(length * clamp(radius * 2, 0.22, 2)));
    const [red, green, blue] = parseColour(colour);
    for (let i = 0; i < count; i++) {
      const [angle, off] = [random() * 2 * Math.PI, 0.62 * Math.sqrt(random())];
      positions.push(Math.cos(angle) * off, Math.sin(angle * 1.7) * off, Math.sin(angle) * off);
      courses.push(first, length, (i + random()) / count, 5 + 9 * clamp(radius, 0, 1));
      tints.push(red, green, blue, 0.26 + 0.56 * Math.min(radius, 0.9));
    }
  };
  for (const axis of arteries) run(axis, "#ffd2b8");
  for (const axis of veins) run(axis, "#bcd2ff");

  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute("course", new BufferAttribute(new Float32Array(courses), 4));
  geometry.setAttribute("tint", new BufferAttribute(new Float32Array(tints), 4));
  const uniforms = {
    ...person,
    curves: { value: curveTexture(texels) },
    time: { value: 0 },
    pixelsPerCm: { value: 1 },
    strength: { value: 0.75 },
  };
  return cloud(geometry, uniforms, flowVertex, flowFragment, 1.2);
}

function curveTexture(texels: readonly number[]): DataTexture {
  const rows = Math.ceil(texels.length / 4 / CURVE_TEXELS);
  const data = new Float32Array(rows * CURVE_TEXELS * 4);
  data.set(texels);
  const texture = new DataTexture(data, CURVE_TEXELS, rows, RGBAFormat, FloatType);
  texture.needsUpdate = true;
  return texture;
}

const GRANULES = { stomach: 90, smallIntestine: 260, largeIntestine: 150 } as const;

/** Axes: stomach, small intestine, large intestine; radii say how far from the axis one may lie. */
export function makeGranules(
  axes: readonly [readonly PathPoint[], readonly PathPoint[], readonly PathPoint[]],
  person: PersonUniforms,
): PointCloud {
  const random = scatter(21);
  const counts = [GRANULES.stomach, GRANULES.smallIntestine, GRANULES.largeIntestine];
  const [positions, ranks]: [number[], number[]] = [[], []];
  for (const [segment, axis] of axes.entries()) {
    const lengths = arcLengths(axis);
    const total = pathLength(axis);
    const count = at(counts, segment);
    for (let i = 0; i < count; i++) {
      const [x, y, z, radius] = pointAlong(axis, lengths, random() * total);
      const off = radius * 0.66 * Math.cbrt(random());
      const [u, angle] = [random() * 2 - 1, random() * 2 * Math.PI];
      const flat = Math.sqrt(1 - u * u);
      positions.push(
        x + off * flat * Math.cos(angle),
        y + off * u,
        z + off * flat * Math.sin(angle),
      );
      ranks.push(segment, (i + 0.5) / count, 0.75 + 0.65 * random(), random());
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute("rank", new BufferAttribute(new Float32Array(ranks), 4));
  const uniforms = {
    ...person,
    fractions: { value: new Vector3() },
    growths: { value: [0, 1, 2].map(() => new Vector4(0, 0, 0, 1)) },
    time: { value: 0 },
    pixelsPerCm: { value: 1 },
    core: { value: new Vector3() },
    halo: { value: new Vector3() },
  };
  return cloud(geometry, uniforms, granuleVertex, granuleFragment, 1.3);
}

export function fillGranules({ uniforms, points }: PointCloud, lumen: Lumen | undefined): void {
  const fractions = uniforms["fractions"]?.value;
  if (!(fractions instanceof Vector3)) return;
  const of = (value: number | undefined) => clamp(Number.isFinite(value) ? (value ?? 0) : 0, 0, 1);
  fractions.set(of(lumen?.stomach), of(lumen?.smallIntestine), of(lumen?.largeIntestine));
  points.visible = fractions.x + fractions.y + fractions.z > 1e-4;
}

export function growGranules(
  { uniforms }: PointCloud,
  growths: readonly (Growth | undefined)[],
): void {
  const targets = uniforms["growths"]?.value as Vector4[] | undefined;
  for (const [index, growth] of growths.entries())
    targets?.[index]?.set(...(growth?.fixed ?? [0, 0, 0]), growth?.factor ?? 1);
}

export function tintPoints(flow: PointCloud, granules: PointCloud, theme: Theme): void {
  const isDark = theme === "dark";
  const material = flow.points.material;
  if (material instanceof ShaderMaterial)
    material.blending = isDark ? AdditiveBlending : NormalBlending;
  const put = (name: string, colour: string) => {
    const value = granules.uniforms[name]?.value;
    if (value instanceof Vector3) value.set(...parseColour(colour));
  };
  put("core", isDark ? "#fff6d8" : "#fffdf2");
  put("halo", isDark ? "#ffcf6b" : "#7a4a12");
}

function cloud(
  geometry: BufferGeometry,
  uniforms: Readonly<Record<string, IUniform>>,
  vertexShader: string,
  fragmentShader: string,
  order: number,
): PointCloud {
  const material = new ShaderMaterial({
    vertexShader,
    fragmentShader,
    uniforms,
    transparent: true,
    depthWrite: false,
  });
  const points = new Points(geometry, material);
  points.renderOrder = order;
  points.frustumCulled = false;
  points.matrixAutoUpdate = false;
  return { points, uniforms };
}
