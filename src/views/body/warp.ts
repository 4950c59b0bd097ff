/**
 * The map from the reference man's body to any other: the one piece of geometry code that the
 * flat body, the deep body's shaders and the tests share.
 *
 * A person is a table over the reference height y. A point (x, y, z) goes to (x·width(y), Y(y),
 * z·depth(y)); arms have widths of their own, fat moves the skin first. Afterwards each organ is
 * scaled about one point to its volume in the model. `shaders/place.ts` is the same map in GLSL.
 */
import type { OrganId } from "../../pharmacology/body/organs";
import { armAxisAt, ARMPIT, armThreshold, AXIS_DEPTH, REFERENCE_WEIGHT } from "./anatomy";
import type { BodyFacts, PartSize, SkinSlices } from "./body-facts";
import { drawable, referenceOrganVolumesL, type BodyShape } from "./body-shape";
import { armSpread, gainAt, type Gain, LEAST_FAT, MOST_FAT, womanliness } from "./fatness";
import { landmarkHeights, proportionsAt, widthHeights, type Proportions } from "./growth";
import { levelCubic, monotoneCubic } from "./interpolate";
import { at, clamp, mix, smoothstep, type Vec3 } from "./mesh/vectors";
import { partIds, partOf, type PartId } from "./parts";

/** The table's samples run from `TABLE_LOW` to `TABLE_HIGH` cm of reference height. */
export const TABLE_SAMPLES = 256;
export const TABLE_LOW = -4;
export const TABLE_HIGH = 184;
/** Four numbers a row and sample; rows follow each other, see `writeTable`. */
export const TABLE_ROWS = 4;

/** How a part is scaled after the warp: about which point (already warped), by what. */
export interface Growth {
  readonly fixed: Vec3;
  readonly factor: number;
}

export interface BodyWarp {
  /** `table[(row * TABLE_SAMPLES + sample) * 4 + column]` */
  readonly table: Float32Array;
  readonly growth: Readonly<Partial<Record<PartId, Growth>>>;
  /** Depth of each measured part's middle on the reference man, z, cm. */
  readonly depths: Readonly<Partial<Record<PartId, number>>>;
  /** Stature as drawn, cm. */
  readonly heightCm: number;
  readonly fatness: number;
  /** 0 for men and children, 1 for grown women. */
  readonly womanly: number;
  /** Where a point of the reference body lies, before organs are scaled. */
  readonly place: (point: Vec3, fatShare?: number) => Vec3;
  /** Where a point of a part lies. */
  readonly placeOn: (part: PartId, point: Vec3) => Vec3;
}

/** How much of the fat's movement a part takes part in. */
export function fatShareOf(part: PartId, fatness: number): number {
  const { look } = partOf(part);
  if (look === "skin") return 1;
  if (look === "muscle") return fatness < 0 ? 1 : MUSCLE_WITH_FAT;
  return 0;
}

/** Heavy people have somewhat more muscle; most of the gap to the skin is fat. */
const MUSCLE_WITH_FAT = 0.18;

export function warpFor(shape: BodyShape, facts: BodyFacts): BodyWarp {
  const person = drawable(shape);
  const womanly = womanliness(person.sex, person.ageYears);
  const frame = frameFor(person);
  const skin = facts.skins[person.sex];
  const litresPerKg = facts.skins.male.volumeMl / 1000 / REFERENCE_WEIGHT;
  const fatness = solveFatness(frame, skin, womanly, person.weightKg * litresPerKg * 1000);
  const table = writeTable(frame, fatness, womanly);
  const place = (point: Vec3, fatShare = 0) => placePoint(table, point, fatShare);
  const growth = growParts(person.organVolumesL, facts, frame, place);
  return {
    table,
    growth,
    depths: Object.fromEntries(
      Object.entries(facts.sizes).map(([id, size]) => [id, size.fixed[2]]),
    ),
    heightCm: frame.height(landmarkHeights[7]),
    fatness,
    womanly,
    place,
    placeOn: (part, point) => {
      const [x, y, z] = place(point, fatShareOf(part, fatness));
      const { fixed, factor } = growth[part] ?? STILL;
      return [
        fixed[0] + (x - fixed[0]) * factor,
        fixed[1] + (y - fixed[1]) * factor,
        fixed[2] + (z - fixed[2]) * factor,
      ];
    },
  };
}

const STILL: Growth = { fixed: [0, 0, 0], factor: 1 };

// ——— the frame: bones and everything that hangs on them

/** Curves over the reference height. */
interface Frame {
  readonly height: (y: number) => number;
  readonly width: (y: number) => number;
  readonly depth: (y: number) => number;
  readonly armWidth: number;
  readonly armDepth: number;
}

/** Breadth follows stature less than proportionally, the head still less. */
const BREADTH_EXPONENT = 0.6;
const HEAD_EXPONENT = 0.4;
/** A body is drawn at most this much shorter or taller than its age's. */
const STRETCH = [0.55, 1.7] as const;

function frameFor({ sex, ageYears, heightCm }: BodyShape): Frame {
  const proportions = proportionsAt(sex, ageYears);
  const stretch = clamp(heightCm / proportions.heightCm, ...STRETCH);
  const breadth = stretch ** BREADTH_EXPONENT;
  const head = stretch ** HEAD_EXPONENT;
  const widen = (factors: readonly number[]) =>
    levelCubic(
      widthHeights,
      factors.map((factor, i) => factor * (at(widthHeights, i) > 152 ? head : breadth)),
    );
  return {
    height: monotoneCubic(landmarkHeights, stretchLandmarks(proportions, stretch, head)),
    width: widen(proportions.widths),
    depth: widen(proportions.depths),
    armWidth: proportions.arm * breadth,
    armDepth: proportions.arm * breadth,
  };
}

/** Trunk and legs take what the head does not. */
function stretchLandmarks({ landmarks }: Proportions, stretch: number, head: number): number[] {
  const chin = at(landmarks, 5);
  const vertex = at(landmarks, 7);
  const newChin = vertex * stretch - (vertex - chin) * head;
  return landmarks.map((y) => (y <= chin ? (y * newChin) / chin : newChin + (y - chin) * head));
}

// ——— fat: solved from the weight

function solveFatness(frame: Frame, skin: SkinSlices, womanly: number, targetMl: number): number {
  let [low, high] = [LEAST_FAT, MOST_FAT];
  for (let round = 0; round < 18; round++) {
    const middle = (low + high) / 2;
    if (skinVolumeMl(frame, skin, middle, womanly) < targetMl) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** What the warped skin encloses, from its slices, mL. */
export function skinVolumeMl(
  frame: Frame,
  { from, spacing, front, back, arms }: SkinSlices,
  fatness: number,
  womanly: number,
): number {
  let volume = 0;
  for (let slice = 0; slice < front.length; slice++) {
    const y = from + slice * spacing;
    const gain = gainAt(y, fatness, womanly);
    const rise = frame.height(y + spacing / 2) - frame.height(y - spacing / 2);
    const body = at(front, slice) * (1 + gain.front) + at(back, slice) * (1 + gain.back);
    // Above the armpits only the neck widens, see `NECK`: about half of what the gain says.
    const sideways = 1 + gain.side * mix(1, 0.55, smoothstep(128, 142, y));
    volume += body * sideways * frame.width(y) * frame.depth(y) * rise;
    volume += at(arms, slice) * (1 + gain.arm) ** 2 * frame.armWidth * frame.armDepth * rise;
  }
  return volume;
}

// ——— the table and the map

/**
 * Row 0: height, width, depth, arm width · row 1: arm depth, arm shift, leg shift, – ·
 * row 2: gains sideways, in front, behind, of the arm · row 3: inner thigh, arm axis x and z, sag.
 */
function writeTable(frame: Frame, fatness: number, womanly: number): Float32Array {
  const table = new Float32Array(TABLE_SAMPLES * TABLE_ROWS * 4);
  const spread = armSpread(fatness);
  for (let sample = 0; sample < TABLE_SAMPLES; sample++) {
    const y = TABLE_LOW + ((TABLE_HIGH - TABLE_LOW) * sample) / (TABLE_SAMPLES - 1);
    const gain = gainAt(y, fatness, womanly);
    const axis = armAxisAt(y);
    const rows = [
      [frame.height(y), frame.width(y), frame.depth(y), frame.armWidth],
      [frame.armDepth, spread * Math.max(0, SHOULDER - y), legShift(y, gain), 0],
      [gain.side, gain.front, gain.back, gain.arm],
      [gain.innerThigh, axis.x, axis.z, gain.sag],
    ];
    for (const [row, values] of rows.entries())
      table.set(values, (row * TABLE_SAMPLES + sample) * 4);
  }
  return table;
}

/** The arm turns about this height when it is held off the trunk, cm. */
const SHOULDER = 141;
/** Distance of the leg's axis from the midline, cm. */
const LEG_AXIS = 9.3;
/** Bones keep to the middle of a leg; fat gathers outside, so they lag behind it. */
const legShift = (y: number, { side, innerThigh }: Gain) =>
  (LEG_AXIS * side - innerThigh) * (side > 0 ? 0.6 : 1) * smoothstep(88, 76, y);

/** @param fatShare 1 for the skin, 0 for what fat does not move */
function placePoint(table: Float32Array, [x, y, z]: Vec3, fatShare: number): Vec3 {
  const position = clamp((y - TABLE_LOW) / TABLE_STEP, 0, TABLE_SAMPLES - 1.001);
  const sample = Math.floor(position);
  const t = position - sample;
  const read = (row: number, column: number) => {
    const index = (row * TABLE_SAMPLES + sample) * 4 + column;
    return mix(at(table, index), at(table, index + 4), t);
  };
  const side = Math.abs(x);
  const sign = Math.sign(x);
  const arm = armWeight(side, y);
  const shoulder = shoulderWeight(side, y);
  const forward = z - AXIS_DEPTH;
  const depthGain = mix(read(2, 2), read(2, 1), smoothstep(-3, 3, forward));
  const armGain = read(2, 3);
  const sideways = mix(side, NECK * Math.tanh(side / NECK), smoothstep(128, 142, y));
  const bodyMove = sideways * read(2, 0) - read(3, 0) * smoothstep(0, 2, side);
  const moveX = sign * mix(bodyMove, (side - read(3, 1)) * armGain, shoulder);
  const moveZ = mix(forward * depthGain, (z - read(3, 2)) * armGain, shoulder);
  const spread =
    sign *
    (shoulder * read(1, 1) + (1 - fatShare) * (1 - arm) * read(1, 2) * smoothstep(3, 8, side));
  const sag = read(3, 3) * fatShare * clamp(forward / 10, 0, 1.1) ** 2 * (1 - shoulder);
  return [
    (x + moveX * fatShare + spread) * mix(read(0, 1), read(0, 3), arm),
    read(0, 0) - sag * slopeOf(table, sample),
    (z + moveZ * fatShare) * mix(read(0, 2), read(1, 0), arm),
  ];
}

/** Above the shoulders fat widens the neck and leaves the shoulders where they are, cm. */
const NECK = 7;

const TABLE_STEP = (TABLE_HIGH - TABLE_LOW) / (TABLE_SAMPLES - 1);

/** How fast the height rises with the reference height. */
const slopeOf = (table: Float32Array, sample: number) =>
  (at(table, sample * 4 + 4) - at(table, sample * 4)) / TABLE_STEP;

/** 1 on the arm, 0 on flank and legs; arm and trunk are one above the armpit. */
function armWeight(side: number, y: number): number {
  const threshold = armThreshold(Math.min(y, ARMPIT));
  return smoothstep(threshold - 1.2, threshold + 1.2, side) * smoothstep(134, 124, y);
}

/** The same up to the shoulder's top: what grows with the arm's girth and is held off with it. */
function shoulderWeight(side: number, y: number): number {
  const threshold = armThreshold(Math.min(y, ARMPIT));
  return smoothstep(threshold - 1.6, threshold + 1.6, side) * smoothstep(146, 138, y);
}

// ——— organs: scaled to their volume in the model

/** An organ is drawn at most this much smaller or larger than the warp leaves it, linear. */
const GROWTH_LIMITS = [0.5, 1.9] as const;

function growParts(
  organVolumesL: Readonly<Record<OrganId, number>>,
  facts: BodyFacts,
  frame: Frame,
  place: (point: Vec3) => Vec3,
): BodyWarp["growth"] {
  const growth: Partial<Record<PartId, Growth>> = {};
  for (const id of partIds) {
    const size = facts.sizes[id];
    const target = targetMl(id, organVolumesL);
    if (!size || target === undefined) continue;
    const factor = clamp(Math.cbrt(target / warpedVolumeMl(frame, size)), ...GROWTH_LIMITS);
    growth[id] = { fixed: place(size.fixed), factor };
  }
  for (const id of partIds) {
    const leader = partOf(id).follows as PartId | undefined;
    const led = leader && growth[leader];
    if (led) growth[id] = led;
  }
  return growth;
}

/** mL a part should be drawn with; undefined when nothing in the model says so. */
export function targetMl(
  id: PartId,
  organVolumesL: Readonly<Record<OrganId, number>>,
): number | undefined {
  const { referenceMl, takes } = partOf(id);
  if (referenceMl === undefined || takes === null) return undefined;
  if (takes === "arterialBlood" || takes === "venousBlood") return undefined;
  const [volume, reference] = [organVolumesL[takes], referenceOrganVolumesL[takes]];
  if (reference === undefined || !(volume > 0)) return undefined;
  return (referenceMl * volume) / reference;
}

/** A solid's volume after the warp: its slices, each stretched as the warp stretches there. */
function warpedVolumeMl(frame: Frame, { volumeMl, from, spacing, areas }: PartSize): number {
  let [before, after] = [0, 0];
  for (let slice = 0; slice < areas.length; slice++) {
    const y = from + slice * spacing;
    const rise = frame.height(y + spacing / 2) - frame.height(y - spacing / 2);
    before += at(areas, slice) * spacing;
    after += at(areas, slice) * frame.width(y) * frame.depth(y) * rise;
  }
  return (volumeMl * after) / before;
}
