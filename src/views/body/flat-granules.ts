/** What still lies in the gut, as dots along the flat body's gut. */
import { WHOLE_CAMERA } from "./anatomy";
import type { BodyFacts } from "./body-facts";
import type { Lumen } from "./body-props";
import { projectFlat } from "./flat-body";
import type { Frame } from "./framing";
import { at, clamp, type Vec3 } from "./mesh/vectors";
import type { PartId } from "./parts";
import type { BodyWarp } from "./warp";

export interface Granule {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly opacity: number;
}

const COUNT = { stomach: 22, smallIntestine: 60, largeIntestine: 34 } as const;

/** Axes inside the gut, reference man, cm: where granules of the flat body may lie. */
const stomachAxis: readonly Vec3[] = [
  [6.9, 124, -2],
  [7.3, 120.4, 0.5],
  [6.6, 117, 2.6],
  [4.9, 114.6, 4.2],
  [2.4, 113.5, 4.8],
  [-0.4, 114.4, 4],
];
const colonAxis: readonly Vec3[] = [
  [-8.8, 94, 3.5],
  [-9.8, 100, 1.6],
  [-10.5, 107, -0.6],
  [-9, 111.4, 1],
  [-5.2, 109.2, 5.8],
  [-1.5, 107, 7],
  [2.6, 107.2, 7],
  [6.6, 110.2, 5.8],
  [10.6, 115.4, 1],
  [11.8, 112, -3.4],
  [11.3, 103, -2.6],
  [10, 97, 0],
  [6.6, 94, 3],
  [2.6, 95.6, 2.2],
];

export function granules(
  facts: BodyFacts,
  warp: BodyWarp,
  frame: Frame,
  lumen: Lumen,
): readonly Granule[] {
  const scatter = (
    part: PartId,
    axis: readonly Vec3[],
    share: number,
    count: number,
    wide: number,
  ) =>
    Array.from({ length: count }, (_, i): Granule => {
      const [x, y, z] = along(axis, (i + 0.5) / count);
      const [jx, jy] = [hash(i * 2) - 0.5, hash(i * 2 + 1) - 0.5];
      const placed = warp.placeOn(part, [x + jx * wide, y + jy * wide, z]);
      const [px, py] = projectFlat(frame, placed);
      return {
        x: px,
        y: py,
        size: 0.28 + 0.22 * hash(i + 7),
        opacity: 0.95 * shown(i, count, share),
      };
    }).filter(({ opacity }) => opacity > 0.02);
  return [
    ...scatter("stomach", stomachAxis, lumen.stomach, COUNT.stomach, 2.6),
    ...scatter("smallIntestine", bowelAxis(facts), lumen.smallIntestine, COUNT.smallIntestine, 0.9),
    ...scatter("largeIntestine", colonAxis, lumen.largeIntestine, COUNT.largeIntestine, 1.4),
  ];
}

/** A granule fades in when the fraction in its segment reaches its rank. */
export function shown(index: number, count: number, fraction: number): number {
  const visible = Math.sqrt(clamp(fraction, 0, 1)) * count;
  return clamp(visible - ((index * 7 + 3) % count), 0, 1);
}

function bowelAxis(facts: BodyFacts): Vec3[] {
  const steps = facts.strokes.smallIntestine?.[0]?.line ?? [];
  const z = facts.sizes.smallIntestine?.fixed[2] ?? 0;
  const k = (WHOLE_CAMERA.distance - z) / WHOLE_CAMERA.distance;
  const points: Vec3[] = [];
  let [px, py] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    px += at(steps, i);
    py += at(steps, i + 1);
    points.push([(px / 10) * k, WHOLE_CAMERA.height + (py / 10 - WHOLE_CAMERA.height) * k, z]);
  }
  return points;
}

function along(axis: readonly Vec3[], share: number): Vec3 {
  const position = share * (axis.length - 1);
  const i = Math.min(Math.floor(position), axis.length - 2);
  const [from, to] = [axis[i] ?? [0, 0, 0], axis[i + 1] ?? [0, 0, 0]];
  const t = position - i;
  return [
    from[0] + (to[0] - from[0]) * t,
    from[1] + (to[1] - from[1]) * t,
    from[2] + (to[2] - from[2]) * t,
  ];
}

/** Repeatable scatter, 0–1. */
const hash = (n: number) => {
  const value = Math.sin(n * 127.1 + 311.7) * 43758.5453;
  return value - Math.floor(value);
};
