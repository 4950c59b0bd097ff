/** What must be true of every mesh that travels: closed, of the right size, small enough. */
import { describe, expect, test } from "vitest";
import { at } from "../../views/body/mesh/vectors";
import type { DrawnMesh } from "../../views/body/mesh/packed-net";
import { partIds, partOf, type PartId } from "../../views/body/parts";
import { targetMl, warpFor, type BodyWarp } from "../../views/body/warp";
import { countEdges, volumeMl } from "./meshing/measure";
import { thePackedBody } from "./packed-for-tests";
import { referenceMan, referencePeople } from "./people-for-tests";

const the = thePackedBody();
const sets = ["far", "close"] as const;

/**
 * Edges shared by more than two triangles, where a solid is thinner than a grid cell (sulci, the
 * skull's wall, flat bones). Harmless for shading and volume; a rising number is a torn recipe.
 */
const crowdedCeilings: Readonly<Partial<Record<PartId, number>>> = {
  brain: 900,
  skull: 640,
  scapulae: 260,
  pelvis: 220,
  rightLung: 80,
  leftLung: 80,
  spine: 60,
  armBones: 70,
  legBones: 50,
  muscle: 60,
  pancreas: 45,
  heart: 20,
  sternum: 12,
  maleSkin: 16,
  femaleSkin: 16,
};

describe.each(sets)("the %s set", (set) => {
  test("has every part", () => {
    expect([...the.body[set].keys()].toSorted()).toEqual(partIds.toSorted());
  });

  test("is closed everywhere", () => {
    for (const [id, mesh] of the.body[set])
      expect(countEdges(asMesh(mesh)).open, `open edges of ${id}`).toBe(0);
  });

  test("has few crowded edges", () => {
    for (const [id, mesh] of the.body[set])
      expect(countEdges(asMesh(mesh)).crowded, `crowded edges of ${id}`).toBeLessThanOrEqual(
        crowdedCeilings[id] ?? 8,
      );
  });

  test("encloses positive volumes: all faces look outwards", () => {
    for (const [id, mesh] of the.body[set]) expect(volumeMl(asMesh(mesh)), id).toBeGreaterThan(0);
  });

  test("has unit normals", () => {
    for (const [id, { normalsAndShade: n }] of the.body[set])
      for (let i = 0; i < n.length; i += 4 * 97) {
        const length = Math.hypot(at(n, i), at(n, i + 1), at(n, i + 2)) / 127;
        expect(length, id).toBeCloseTo(1, 1);
      }
  });

  // Three per cent: what the grid and the byte offsets lose, measured below two.
  test.each(Object.entries(referencePeople))(
    "gives every organ of %s its volume within three per cent",
    (_name, person) => {
      const warp = warpFor(person, the.body.facts);
      for (const [id, mesh] of the.body[set]) {
        const target = targetMl(id, person.organVolumesL);
        const { who } = partOf(id);
        const isSomebodyElses = who !== undefined && who !== "child" && who !== person.sex;
        if (target === undefined || isSomebodyElses) continue;
        const drawn = volumeMl(asMesh(mesh, place(warp, id, mesh.positions)));
        expect(
          drawn / target,
          `${id}: ${drawn.toFixed(1)} of ${target.toFixed(1)} mL`,
        ).toBeGreaterThan(0.97);
        expect(
          drawn / target,
          `${id}: ${drawn.toFixed(1)} of ${target.toFixed(1)} mL`,
        ).toBeLessThan(1.03);
      }
    },
  );
});

describe("the skin", () => {
  test("of the reference man encloses 70 litres, as 73 kg do", () => {
    const mesh = the.body.close.get("maleSkin");
    expect(mesh && volumeMl(asMesh(mesh)) / 1000).toBeGreaterThan(69);
    expect(mesh && volumeMl(asMesh(mesh)) / 1000).toBeLessThan(71.5);
  });

  // Two per cent: slices stand for the mesh when fatness is solved.
  test.each([
    ["a man of 73 kg", referenceMan],
    ["a man of 90 kg", { ...referenceMan, weightKg: 90 }],
    ["a man of 150 kg", { ...referenceMan, weightKg: 150 }],
    ["a man of 62 kg", { ...referenceMan, weightKg: 62 }],
    ["a woman of 60 kg", { ...referenceMan, sex: "female", heightCm: 163, weightKg: 60 }],
    ["a woman of 110 kg", { ...referenceMan, sex: "female", heightCm: 163, weightKg: 110 }],
    ["a child of 19 kg", { ...referenceMan, ageYears: 5, heightCm: 109, weightKg: 19 }],
    ["a newborn of 3.5 kg", { ...referenceMan, ageYears: 0, heightCm: 51, weightKg: 3.5 }],
  ] as const)("of %s encloses the weight", (_name, person) => {
    const id = person.sex === "male" ? "maleSkin" : "femaleSkin";
    const mesh = the.body.far.get(id);
    const reference = the.body.far.get("maleSkin");
    if (!mesh || !reference) throw new Error("no skin");
    const warp = warpFor(person, the.body.facts);
    const litres = volumeMl(asMesh(mesh, place(warp, id, mesh.positions)));
    const litresPerKg = volumeMl(asMesh(reference)) / 73;
    expect(litres / (person.weightKg * litresPerKg)).toBeGreaterThan(0.98);
    expect(litres / (person.weightKg * litresPerKg)).toBeLessThan(1.02);
  });
});

describe("what travels", () => {
  test("is small: the far set under 1.15 MB, the close one under 3.7 MB", () => {
    expect(the.body.farBytes).toBeLessThan(1.15e6);
    expect(the.body.closeBytes).toBeLessThan(3.7e6);
  });

  test("draws the flat body with at most 12 kB of outlines", () => {
    const { outlines, strokes } = the.body.facts;
    expect(JSON.stringify(outlines).length + JSON.stringify(strokes).length).toBeLessThan(12_000);
  });
});

function asMesh({ positions, indices }: DrawnMesh, placed: Float32Array = positions) {
  return { positions: placed, normals: new Float32Array(0), indices };
}

function place(warp: BodyWarp, id: PartId, positions: Float32Array): Float32Array {
  const placed = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i += 3)
    placed.set(warp.placeOn(id, [at(positions, i), at(positions, i + 1), at(positions, i + 2)]), i);
  return placed;
}
