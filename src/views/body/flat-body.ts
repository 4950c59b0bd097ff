/**
 * The flat body: outlines of the reference man, warped to a person and seen from where the deep
 * body's camera stands. Pure geometry; `BodyMap2d.svelte` draws it.
 */
import { AXIS_DEPTH, WHOLE_CAMERA } from "./anatomy";
import type { BodyFacts, Contours, OutlineId } from "./body-facts";
import type { Place } from "./body-props";
import { frameOf, type Frame } from "./framing";
import { at } from "./mesh/vectors";
import { partOf, type PartId } from "./parts";
import type { BodyWarp } from "./warp";

export interface FlatShape {
  readonly id: OutlineId;
  /** SVG path data, y down, cm. */
  readonly path: string;
  /** Stroke width for shapes that are lines, cm. */
  readonly width?: number;
}

/** Shapes that show one place, back to front. */
export interface FlatPlace {
  readonly place: Place | null;
  readonly shapes: readonly FlatShape[];
}

/** Back to front; small bowel and vessels are lines. */
const layers: readonly { readonly place: Place | null; readonly parts: readonly OutlineId[] }[] = [
  { place: "bone", parts: ["bones"] },
  { place: "brain", parts: ["brain"] },
  { place: "venousBlood", parts: ["veins"] },
  { place: "arterialBlood", parts: ["arteries"] },
  { place: "rest", parts: ["thyroid"] },
  { place: "lungs", parts: ["rightLung", "leftLung"] },
  { place: "kidneys", parts: ["rightKidney", "leftKidney"] },
  { place: "spleen", parts: ["spleen"] },
  { place: "heart", parts: ["heart"] },
  { place: "thymus", parts: ["thymus"] },
  { place: "pancreas", parts: ["pancreas"] },
  { place: "stomach", parts: ["stomach"] },
  { place: "liver", parts: ["liver"] },
  { place: null, parts: ["gallbladder"] },
  { place: "smallIntestine", parts: ["smallIntestine"] },
  { place: "largeIntestine", parts: ["largeIntestine"] },
  { place: "rest", parts: ["uterus"] },
  { place: null, parts: ["bladder"] },
  { place: "gonads", parts: ["ovaries", "testes"] },
];

export interface FlatBody {
  readonly frame: Frame;
  readonly skin: string;
  readonly muscle: string;
  readonly places: readonly FlatPlace[];
}

export interface Beholder {
  readonly sex: "male" | "female";
  readonly ageYears: number;
}

export function flatBody(facts: BodyFacts, warp: BodyWarp, person: Beholder): FlatBody {
  const frame = frameOf(warp);
  const pathOf = (id: OutlineId) =>
    (facts.outlines[id] ?? []).map((ring) => drawRing(warp, frame, id, ring)).join("");
  const linesOf = (id: PartId): FlatShape[] =>
    (facts.strokes[id] ?? []).map(({ width, line }) => ({
      id,
      path: drawLine(warp, frame, id, line),
      width: width * widthFactor(warp, id),
    }));
  const shapesOf = (id: OutlineId): FlatShape[] => {
    if (id !== "bones" && id !== "skin" && id in facts.strokes) return linesOf(id);
    return [{ id, path: pathOf(id) }];
  };
  return {
    frame,
    skin: pathOf("skin"),
    muscle: pathOf("muscle"),
    places: layers
      .map(({ place, parts }) => ({
        place,
        shapes: parts.filter((id) => belongsTo(id, person)).flatMap(shapesOf),
      }))
      .filter(({ shapes }) => shapes.length > 0),
  };
}

/** Thymus shrinks after childhood and then hides the great vessels. */
export const THYMUS_UNTIL_YEARS = 13;

export function belongsTo(id: OutlineId, { sex, ageYears }: Beholder): boolean {
  if (id === "bones" || id === "skin") return true;
  const { who } = partOf(id);
  return who === undefined || (who === "child" ? ageYears < THYMUS_UNTIL_YEARS : who === sex);
}

/** A place on the flat picture of a point in the body: x to the right, y down, cm. */
export function projectFlat(
  frame: Frame,
  [x, y, z]: readonly [number, number, number],
): readonly [x: number, y: number] {
  const k = frame.distance / (frame.distance - z);
  return [x * k, -(frame.centreY + (y - frame.centreY) * k)];
}

// ——— below: from stored outlines to paths

/** How deep a shape lies is all that a front outline has lost: its middle stands in. */
function depthOf(warpFacts: BodyWarp, id: OutlineId): number {
  if (id === "bones" || id === "skin") return AXIS_DEPTH;
  return warpFacts.depths[id] ?? AXIS_DEPTH;
}

function drawRing(warp: BodyWarp, frame: Frame, id: OutlineId, ring: readonly number[]): string {
  return `M${placeAll(warp, frame, id, ring).join("L")}Z`;
}

function drawLine(warp: BodyWarp, frame: Frame, id: OutlineId, line: readonly number[]): string {
  return `M${placeAll(warp, frame, id, line).join("L")}`;
}

function placeAll(warp: BodyWarp, frame: Frame, id: OutlineId, steps: Contours[number]): string[] {
  const z = depthOf(warp, id);
  const k = (WHOLE_CAMERA.distance - z) / WHOLE_CAMERA.distance;
  const points: string[] = [];
  let [px, py] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    px += at(steps, i);
    py += at(steps, i + 1);
    const x = (px / 10) * k;
    const y = WHOLE_CAMERA.height + (py / 10 - WHOLE_CAMERA.height) * k;
    const placed =
      id === "skin"
        ? warp.place([x, y, z], 1)
        : id === "bones"
          ? warp.place([x, y, z])
          : warp.placeOn(id, [x, y, z]);
    const [fx, fy] = projectFlat(frame, placed);
    points.push(`${fx.toFixed(1)} ${fy.toFixed(1)}`);
  }
  return points;
}

/** How much wider than the reference man's a line is drawn. */
function widthFactor(warp: BodyWarp, id: PartId): number {
  const z = depthOf(warp, id);
  const [left] = warp.place([-3, 105, z]);
  const [right] = warp.place([3, 105, z]);
  return ((right - left) / 6) * (warp.growth[id]?.factor ?? 1);
}
