/**
 * From recipes to everything the page needs of the body: two packed sets of meshes and the facts.
 *
 * Pure and repeatable: the same recipes give the same bytes. About twelve seconds on one core;
 * `cache.ts` keeps the result.
 */
import {
  decodeAxes,
  encodeAxes,
  sweepAxes,
  type TubeEntry,
  type TubeShape,
} from "../../views/body/body-file";
import type { BodyFacts, OutlineId, PartSize, Contours, Stroke } from "../../views/body/body-facts";
import { smoothPath, type PathPoint } from "../../views/body/mesh/curve";
import { withMirrorImage, type Mesh } from "../../views/body/mesh/sweep";
import { partOf, type PartId } from "../../views/body/parts";
import { sizeOf, skinSlices } from "./facts";
import { flatten } from "./meshing/flatten";
import { bakeShade, crowdedSpace, type Openness } from "./meshing/occlusion";
import { meshField, type Box } from "./meshing/surface-net";
import { outlineOf, strokeOf } from "./outlines";
import { deflate, layOutFile, type ShadedNet, type ShadedTube } from "./pack";
import { solidRecipes, tubeRecipes } from "./recipes";
import { largeIntestine, smallIntestine, smallIntestineBeads } from "./recipes/bowel";
import { otherSide, unite, type Field } from "./distance/field";
import type { SolidRecipe, TubeRecipe } from "./recipes/recipe";
import { flatSkin } from "./recipes/skin";
import { stomachKnots } from "./recipes/stomach";
import { arteryAxes, veinAxes } from "./recipes/vessels";

export type Detail = "far" | "close";

export interface Body {
  /** Packed and deflated. */
  readonly far: Uint8Array;
  readonly close: Uint8Array;
  readonly facts: BodyFacts;
}

/** The far set is this much coarser where a recipe does not say otherwise. */
const COARSENING = 1.8;

export function generateBody(log: (line: string) => void = () => {}): Body {
  const neighbours = timed(log, "shadows between organs", () => crowdedSpace(shadowCasters()));
  const far = timed(log, "far set", () => buildSet("far", neighbours));
  const close = timed(log, "close set", () => buildSet("close", neighbours));
  const facts = timed(log, "facts and outlines", () => measure(close));
  const [farFile, closeFile] = timed(log, "packing", () => [pack(far), pack(close)]);
  return { far: farFile, close: closeFile, facts };
}

export interface BodySet {
  readonly nets: readonly ShadedNet[];
  readonly tubes: readonly (ShadedTube & { readonly mesh: Mesh })[];
}

export function buildSet(detail: Detail, neighbours: Openness): BodySet {
  return {
    nets: solidRecipes.map((recipe) => buildNet(recipe, detail, neighbours)),
    tubes: tubeRecipes.map((recipe) => buildTube(recipe, detail, neighbours)),
  };
}

const pack = ({ nets, tubes }: BodySet) => deflate(layOutFile(nets, tubes));

function buildNet(recipe: SolidRecipe, detail: Detail, neighbours: Openness): ShadedNet {
  const step = detail === "close" ? recipe.step : (recipe.farStep ?? recipe.step * COARSENING);
  const net = meshField(recipe.field, recipe.box, step);
  const kind = recipe.shade ?? "organ";
  const shade = bakeShade(net.positions, net.normals, {
    own: kind === "none" ? undefined : recipe.field,
    heights: kind === "skin" ? "skin" : "organ",
    neighbours: kind === "organ" ? neighbours : undefined,
  });
  const recede = recipe.flatForm && flatten(net.positions, recipe.flatForm);
  return { id: recipe.id, net, shade, mirrored: recipe.mirrored, recede };
}

function buildTube(recipe: TubeRecipe, detail: Detail, neighbours: Openness) {
  const shape = detail === "close" ? shapeOf(recipe) : coarser(shapeOf(recipe));
  const axes = asTheyTravel(shape, recipe.axes);
  const mesh = sweepAxes(shape, axes);
  const shade = bakeShade(mesh.positions, mesh.normals, {
    own: recipe.field,
    heights: "organ",
    neighbours,
  });
  return { shape, axes, shade, mesh };
}

const shapeOf = ({ id, sides, steps, spacing, modulation }: TubeRecipe): TubeShape => ({
  id,
  sides,
  steps,
  ...(spacing ? { spacing } : {}),
  ...(modulation ? { modulation } : {}),
});

function coarser(shape: TubeShape): TubeShape {
  return {
    ...shape,
    sides: Math.max(5, Math.round(shape.sides * 0.62)),
    // Two points a knot at least: fewer, and bends lose their volume.
    steps: Math.max(Math.min(shape.steps, 2), Math.round(shape.steps / 2)),
    ...(shape.spacing ? { spacing: shape.spacing * 1.5 } : {}),
  };
}

/** Axes rounded as the file rounds them: shade belongs to the vertices that the page will sweep. */
function asTheyTravel(shape: TubeShape, axes: TubeRecipe["axes"]): PathPoint[][] {
  const bytes = encodeAxes(axes);
  const entry: TubeEntry = {
    ...shape,
    knots: axes.map((axis) => axis.length),
    axes: [0, bytes.length],
    shade: [0, 0],
  };
  return decodeAxes({ header: { nets: [], tubes: [entry] }, bytes }, entry);
}

// ——— what casts shadows on its neighbours

const castingParts: ReadonlySet<PartId> = new Set([
  "heart",
  "liver",
  "stomach",
  "spleen",
  "leftKidney",
  "rightKidney",
  "pancreas",
  "bladder",
  "gallbladder",
  "duodenum",
  "spine",
  "brain",
]);

const bellyBox: Box = [
  [-14, 80, -10],
  [15, 120, 10],
];

function shadowCasters(): { field: Field; box: Box }[] {
  const solids = solidRecipes.filter(({ id }) => castingParts.has(id));
  return [
    ...solids.map(({ field, box }) => ({ field, box })),
    { field: unite(largeIntestine, smallIntestine), box: bellyBox },
  ];
}

// ——— facts

function measure(close: BodySet): BodyFacts {
  const meshes = new Map<PartId, Mesh>();
  for (const { id, net, mirrored } of close.nets)
    meshes.set(id, mirrored ? withMirrorImage(net) : net);
  for (const { shape, mesh } of close.tubes) meshes.set(shape.id, mesh);

  const sizes: Partial<Record<PartId, PartSize>> = {};
  for (const [id, mesh] of meshes) if (partOf(id).referenceMl) sizes[id] = sizeOf(id, mesh);
  return {
    sizes,
    skins: {
      male: skinSlices(meshOrThrow(meshes, "maleSkin")),
      female: skinSlices(meshOrThrow(meshes, "femaleSkin")),
    },
    outlines: drawOutlines(),
    gutAxes: { stomach: stomachKnots },
    strokes: drawStrokes(),
  };
}

function meshOrThrow(meshes: ReadonlyMap<PartId, Mesh>, id: PartId): Mesh {
  const mesh = meshes.get(id);
  if (!mesh) throw new Error(`no mesh for ${id}`);
  return mesh;
}

/** Solids that show in front view, with the fineness their size deserves. */
const outlined: readonly PartId[] = [
  "brain",
  "rightLung",
  "leftLung",
  "rightKidney",
  "leftKidney",
  "spleen",
  "heart",
  "liver",
  "pancreas",
  "stomach",
  "gallbladder",
  "bladder",
  "testes",
  "ovaries",
  "uterus",
  "thyroid",
  "thymus",
];

const boneParts: readonly PartId[] = [
  "spine",
  "sternum",
  "scapulae",
  "pelvis",
  "skull",
  "armBones",
  "legBones",
];

function drawOutlines(): BodyFacts["outlines"] {
  const solid = (id: PartId) => solidRecipes.find((recipe) => recipe.id === id) as SolidRecipe;
  const skinBox = solid("maleSkin").box;
  const bones = boneParts.map(solid).flatMap(({ field, box, mirrored }) => {
    if (!mirrored) return [{ field, box }];
    const [low, high] = box;
    const otherBox: Box = [
      [-high[0], low[1], low[2]],
      [-low[0], high[1], high[2]],
    ];
    return [
      { field, box },
      { field: otherSide(field), box: otherBox },
    ];
  });
  const outlines: Partial<Record<OutlineId, Contours>> = {
    skin: outlineOf({ solids: [{ field: flatSkin, box: skinBox }], step: 0.6, tolerance: 0.12 }),
    muscle: outlineOf({ solids: [solid("muscle")], step: 0.7, tolerance: 0.16 }),
    bones: outlineOf({ solids: bones, step: 0.6, tolerance: 0.24 }),
    largeIntestine: outlineOf({
      solids: [{ field: largeIntestine, box: bellyBox }],
      step: 0.35,
      tolerance: 0.12,
    }),
  };
  for (const id of outlined)
    outlines[id] = outlineOf({ solids: [solid(id)], step: 0.35, tolerance: 0.1 });
  return outlines;
}

/** Vessels narrower than this are left out of the flat body, cm. */
const THINNEST = 0.3;

function drawStrokes(): BodyFacts["strokes"] {
  const wide = (axes: TubeRecipe["axes"]): Stroke[] =>
    axes
      .filter((axis) => Math.max(...axis.map((point) => point[3])) > THINNEST)
      .map((axis) => strokeOf(smoothPath(axis, 6), 0.3));
  return {
    arteries: wide(arteryAxes),
    veins: wide(veinAxes),
    smallIntestine: [strokeOf(smoothPath(smallIntestineBeads, 2), 0.2)],
  };
}

function timed<T>(log: (line: string) => void, what: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  log(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}
