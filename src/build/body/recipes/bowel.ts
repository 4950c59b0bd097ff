/**
 * Large and small intestine, both swept along an axis.
 *
 * The colon frames the belly: its left flexure stands higher and further back than the right, the
 * transverse part sags in front. The small bowel is a chain of beads, laid out as switchbacks in
 * seven patches and then relaxed: beads repel, resist bending, keep their spacing and stay inside
 * the frame. Tried: rows of zigzag without relaxing (reads as a radiator).
 */
import {
  evenPath,
  pathLength,
  smoothPath,
  type Path,
  type PathPoint,
} from "../../../views/body/mesh/curve";
import { at } from "../../../views/body/mesh/vectors";
import { smoothMax, smoothMin, type Field } from "../distance/field";
import { seededRandom } from "../distance/noise";
import { ellipsoid } from "../distance/shapes";
import { tube } from "../distance/tube";
import { bladder } from "./kidneys";
import { leftFlexureKnots } from "./left-flexure";
import { uterineBody } from "./pelvic-organs";
import type { TubeRecipe } from "./recipe";

/** Radii below are of a distended colon; this is the drawn one. */
const COLON_TONE = 0.86;

const distendedColon: Path = [
  [-8.6, 93.2, 3.6, 2], // caecum
  [-9, 95.6, 3.2, 2.45],
  [-9.6, 99.2, 2, 2.3],
  [-10.3, 104, 0.2, 2.05],
  [-10.6, 108.2, -0.9, 2],
  [-9.9, 111.2, -0.2, 2], // right flexure, below the liver
  [-8, 111.6, 2.6, 1.95],
  [-5.2, 109.2, 5.8, 1.9],
  [-1.5, 107, 7, 1.85],
  [2.6, 107.2, 7, 1.8],
  [6.6, 110.2, 5.8, 1.75],
  ...leftFlexureKnots, // below the spleen
  [11.7, 109, -3.6, 1.5],
  [11.3, 103, -2.6, 1.45],
  [10.2, 98, -0.4, 1.4],
  [8.2, 94.6, 2.2, 1.4],
  [5, 93.6, 3.4, 1.4], // sigmoid
  [2.6, 95.6, 2.2, 1.4],
  [0.6, 96.6, -0.6, 1.4],
  [-0.6, 94.6, -3.6, 1.45],
  [-0.2, 91.2, -6, 1.65], // rectum
  [0, 87.2, -6, 1.75],
  [0, 83.4, -4.2, 1.15],
];
export const colonKnots: Path = distendedColon.map(([x, y, z, r]) => [x, y, z, r * COLON_TONE]);

const appendixKnots: Path = [
  [-8.2, 92.8, 2.6, 0.55],
  [-7.2, 91, 2.2, 0.45],
  [-6.6, 89.6, 3, 0.4],
  [-6.9, 88.6, 3.8, 0.35],
];

const colonAxis = evenPath(smoothPath(colonKnots, 12), 0.35);
const colonLength = pathLength(colonAxis);

/** The colon's field without taeniae: good for neighbours and shadows. */
const colonTube = tube(colonAxis, {
  swell: (walked) => {
    const rectum = colonLength - 17;
    const strength =
      walked < 8
        ? 0.5 + walked / 16
        : walked > rectum
          ? Math.max(0, 1 - (walked - rectum) / 10)
          : 1;
    const sac = Math.abs(Math.sin((walked * Math.PI) / 2.9)) ** 0.55 - 0.72;
    return 1 + 0.15 * strength * sac;
  },
});
const appendix = tube(smoothPath(appendixKnots, 8));

export const largeIntestine: Field = (x, y, z) =>
  smoothMin(colonTube(x, y, z), appendix(x, y, z), 0.5);

/** Where the small bowel may be: inside the colon's frame, off bladder, womb and spine. */
const pelvicBowl = ellipsoid([0.4, 99.8, 3], [9.8, 9.8, 5.5]);
const upperBelly = ellipsoid([1.2, 106, 2.2], [7.4, 4.4, 4.2]);
const mesenteryRoom: Field = (x, y, z) => {
  const belly = smoothMin(pelvicBowl(x, y, z), upperBelly(x, y, z), 3);
  const offBladder = smoothMax(belly, 0.1 - bladder(x, y, z), 0.3);
  const offWomb = Math.max(offBladder, -uterineBody(x, y, z));
  return Math.max(offWomb, 0.05 - colonTube(x, y, z), 2.4 - Math.hypot(x, z + 4.6));
};

/** A stack of switchbacks: centre, half width, half height, turns, lying or standing. */
interface Patch {
  readonly centre: readonly [x: number, y: number, z: number];
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly turns: number;
  readonly standing: boolean;
  readonly flipped: boolean;
}

const patch = (
  centre: Patch["centre"],
  halfWidth: number,
  halfHeight: number,
  turns: number,
  standing: boolean,
  flipped: boolean,
): Patch => ({ centre, halfWidth, halfHeight, turns, standing, flipped });

const patches: readonly Patch[] = [
  patch([3.6, 104.6, 1.6], 4.2, 3.4, 4, false, false),
  patch([-3.4, 103.6, 1.8], 3.2, 3, 4, true, true),
  patch([-3.2, 96.6, 2.2], 3.6, 2.8, 3, false, true),
  patch([3.6, 96, 2.4], 3.6, 3, 4, true, false),
  patch([4.2, 100.6, 6.2], 3.2, 2.8, 3, false, true),
  patch([-2.6, 102, 6.4], 3.2, 2.8, 4, true, true),
  patch([-2.4, 95.6, 6], 3.6, 2.4, 3, false, false),
];

const BEAD_SPACING = 0.9;
const BEAD_RADIUS = 1.1;
/** About the length in living tone, cm (ICRP 89: 280 with the duodenum's start). */
const BOWEL_LENGTH = 290;
const DRAWN_RADIUS = 1.04;
const ROUNDS = 240;

export const smallIntestineBeads: readonly PathPoint[] = relax(layOut());

function layOut(): PathPoint[] {
  const random = seededRandom(5);
  const knots: PathPoint[] = [
    [3.4, 112.4, 1.6, 0],
    [4.6, 109.6, 2.2, 0],
  ];
  for (const { centre, halfWidth, halfHeight, turns, standing, flipped } of patches) {
    const sign = flipped ? -1 : 1;
    for (let turn = 0; turn < turns; turn++) {
      const down = -((turn / (turns - 1)) * 2 - 1) * halfHeight;
      const way = (turn % 2 ? 1 : -1) * sign;
      for (const part of [-1, -0.33, 0.33, 1]) {
        const across = way * part * halfWidth;
        const [dx, dy] = standing ? [-sign * down, across] : [across, down];
        knots.push([centre[0] + dx, centre[1] + dy, centre[2] + (random() - 0.5) * 1.6, 0]);
      }
    }
  }
  knots.push([-6.6, 95.8, 4, 0]);
  const beads = evenPath(smoothPath(knots, 8), BEAD_SPACING);
  return evenPath(beads, pathLength(beads) / Math.round(BOWEL_LENGTH / BEAD_SPACING));
}

function relax(start: readonly PathPoint[]): PathPoint[] {
  const count = start.length;
  const beads = Float64Array.from(start.flatMap(([x, y, z]) => [x, y, z]));
  const [head, tail] = [beads.slice(0, 3), beads.slice(-3)];
  for (let round = 0; round < ROUNDS; round++) {
    repel(beads, count);
    unbend(beads, count);
    for (let pass = 0; pass < 4; pass++) keepSpacing(beads, count);
    stayInside(beads, count);
    beads.set(head);
    beads.set(tail, (count - 1) * 3);
  }
  return start.map((_, i) => [
    at(beads, i * 3),
    at(beads, i * 3 + 1),
    at(beads, i * 3 + 2),
    DRAWN_RADIUS,
  ]);
}

/** Beads that are no neighbours along the chain push each other apart. */
function repel(beads: Float64Array, count: number): void {
  const apart = 2.02 * BEAD_RADIUS;
  for (let i = 0; i < count; i++)
    for (let j = i + 3; j < count; j++) {
      const dx = at(beads, j * 3) - at(beads, i * 3);
      const dy = at(beads, j * 3 + 1) - at(beads, i * 3 + 1);
      const dz = at(beads, j * 3 + 2) - at(beads, i * 3 + 2);
      const squared = dx * dx + dy * dy + dz * dz;
      if (squared >= apart * apart || (j - i) * BEAD_SPACING <= 2.6 * BEAD_RADIUS) continue;
      const distance = Math.sqrt(squared) || 1e-3;
      pull(beads, i, j, (-(apart - distance) / distance) * 0.32, dx, dy, dz);
    }
}

function unbend(beads: Float64Array, count: number): void {
  for (let i = 3; i < (count - 1) * 3; i++) {
    const middle = (at(beads, i - 3) + at(beads, i + 3)) / 2;
    beads[i] = at(beads, i) + 0.16 * (middle - at(beads, i));
  }
}

function keepSpacing(beads: Float64Array, count: number): void {
  for (let i = 0; i < count - 1; i++) {
    const dx = at(beads, i * 3 + 3) - at(beads, i * 3);
    const dy = at(beads, i * 3 + 4) - at(beads, i * 3 + 1);
    const dz = at(beads, i * 3 + 5) - at(beads, i * 3 + 2);
    const distance = Math.hypot(dx, dy, dz) || 1e-3;
    pull(beads, i, i + 1, ((distance - BEAD_SPACING) / distance) * 0.5, dx, dy, dz);
  }
}

function stayInside(beads: Float64Array, count: number): void {
  const e = 0.2;
  for (let i = 0; i < count; i++) {
    const [x, y, z] = [at(beads, i * 3), at(beads, i * 3 + 1), at(beads, i * 3 + 2)];
    const excess = mesenteryRoom(x, y, z) + BEAD_RADIUS * 0.92;
    if (excess <= 0) continue;
    const gx = mesenteryRoom(x + e, y, z) - mesenteryRoom(x - e, y, z);
    const gy = mesenteryRoom(x, y + e, z) - mesenteryRoom(x, y - e, z);
    const gz = mesenteryRoom(x, y, z + e) - mesenteryRoom(x, y, z - e);
    const move = (Math.min(excess, 1) * 0.5) / (Math.hypot(gx, gy, gz) || 1);
    beads.set([x - gx * move, y - gy * move, z - gz * move], i * 3);
  }
}

/** Moves two beads towards each other by a share of the vector between them. */
function pull(
  beads: Float64Array,
  i: number,
  j: number,
  share: number,
  dx: number,
  dy: number,
  dz: number,
): void {
  const [a, b] = [i * 3, j * 3];
  beads[a] = at(beads, a) + dx * share;
  beads[a + 1] = at(beads, a + 1) + dy * share;
  beads[a + 2] = at(beads, a + 2) + dz * share;
  beads[b] = at(beads, b) - dx * share;
  beads[b + 1] = at(beads, b + 1) - dy * share;
  beads[b + 2] = at(beads, b + 2) - dz * share;
}

export const smallIntestine = tube(smoothPath(smallIntestineBeads, 2));

export const bowelRecipes: readonly TubeRecipe[] = [
  {
    id: "largeIntestine",
    axes: [colonKnots],
    steps: 12,
    spacing: 0.35,
    sides: 28,
    modulation: "haustra",
    field: largeIntestine,
  },
  {
    id: "appendix",
    axes: [appendixKnots],
    steps: 8,
    sides: 8,
    field: appendix,
  },
  {
    id: "smallIntestine",
    axes: [smallIntestineBeads],
    steps: 2,
    sides: 14,
    modulation: "peristalsis",
    field: smallIntestine,
  },
];
