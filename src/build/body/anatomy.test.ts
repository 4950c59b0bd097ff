/** Anatomy that a teacher would check: sides, levels, what lies inside what, what overlaps. */
import { beforeAll, describe, expect, test } from "vitest";
import { at, type Vec3 } from "../../views/body/mesh/vectors";
import type { DrawnMesh } from "../../views/body/mesh/packed-net";
import { belongsTo } from "../../views/body/flat-body";
import { partOf, type PartId } from "../../views/body/parts";
import { warpFor } from "../../views/body/warp";
import { centroidOf, extentOf } from "./meshing/measure";
import { thePackedBody } from "./packed-for-tests";
import { referencePeople } from "./people-for-tests";
import { maleSkin } from "./recipes/skin";
import { countShared, Lattice } from "./solids-for-tests";

const the = thePackedBody();

const mesh = (id: PartId): DrawnMesh => {
  const found = the.body.far.get(id);
  if (!found) throw new Error(`no mesh of ${id}`);
  return found;
};
const centre = (id: PartId): Vec3 => centroidOf({ ...mesh(id), normals: new Float32Array(0) });
const top = (id: PartId) => extentOf(mesh(id).positions).high[1];
const bottom = (id: PartId) => extentOf(mesh(id).positions).low[1];

describe("sides and levels of the reference man", () => {
  test("the liver is on the right, spleen and stomach on the left", () => {
    expect(centre("liver")[0]).toBeLessThan(-2);
    expect(centre("spleen")[0]).toBeGreaterThan(7);
    expect(centre("stomach")[0]).toBeGreaterThan(2);
  });

  test("the heart's apex points left, forward and down", () => {
    const { positions } = mesh("heart");
    let leftmost = 0;
    for (let i = 0; i < positions.length; i += 3)
      if (at(positions, i) > at(positions, leftmost)) leftmost = i;
    const [x, y, z] = centre("heart");
    expect(at(positions, leftmost)).toBeGreaterThan(x + 5);
    expect(at(positions, leftmost + 1)).toBeLessThan(y);
    expect(at(positions, leftmost + 2)).toBeGreaterThan(z);
  });

  test("the right kidney lies one to two and a half cm lower", () => {
    const drop = centre("leftKidney")[1] - centre("rightKidney")[1];
    expect(drop).toBeGreaterThan(1);
    expect(drop).toBeLessThan(2.5);
  });

  test("the liver reaches the fifth space", () => {
    expect(top("liver")).toBeGreaterThan(128.9);
    expect(top("liver")).toBeLessThan(130.9);
  });

  test("pylorus, pancreas and left kidney meet the transpyloric plane", () => {
    for (const id of ["stomach", "pancreas", "leftKidney"] as const) {
      expect(bottom(id), id).toBeLessThan(117);
      expect(top(id), id).toBeGreaterThan(117);
    }
  });

  test("the lungs' tips stand above the collar bones", () => {
    expect(top("rightLung")).toBeGreaterThan(145.5);
    expect(top("leftLung")).toBeGreaterThan(145.5);
  });

  test("the left flexure stands higher and further back than the right", () => {
    const { positions } = mesh("largeIntestine");
    const highest = (left: boolean) => {
      let best = -1;
      for (let i = 0; i < positions.length; i += 3)
        if (at(positions, i) > 6 === left && Math.abs(at(positions, i)) > 6)
          if (best < 0 || at(positions, i + 1) > at(positions, best + 1)) best = i;
      return [at(positions, best + 1), at(positions, best + 2)] as const;
    };
    const [leftHeight, leftDepth] = highest(true);
    const [rightHeight, rightDepth] = highest(false);
    expect(leftHeight).toBeGreaterThan(rightHeight + 2);
    expect(leftDepth).toBeLessThan(rightDepth + 2);
  });

  test("the empty bladder stays in the pelvis", () => {
    expect(top("bladder")).toBeLessThan(94);
  });
});

/** Bones that lie right under the skin in life, too; least cover, cm. */
const subcutaneous: Readonly<Partial<Record<PartId, number>>> = {
  ribs: 0.15,
  spine: 0.15,
  legBones: 0.05,
  armBones: 0.2,
  spleen: 0.25,
};

test("everything lies inside the skin", () => {
  for (const [id, { positions }] of the.body.close) {
    if (partOf(id).look === "skin") continue;
    let nearest = -Infinity;
    for (let i = 0; i < positions.length; i += 3)
      nearest = Math.max(
        nearest,
        maleSkin(at(positions, i), at(positions, i + 1), at(positions, i + 2)),
      );
    expect(-nearest, `cover of ${id}`).toBeGreaterThan(subcutaneous[id] ?? 0.3);
  }
});

/** Pairs that are one in life: vessels in their organs, gut that goes on, cartilage on bone. */
const joined: ReadonlySet<string> = new Set([
  "heart+pulmonaryVeins",
  "heart+pulmonaryArteries",
  "heart+arteries",
  "heart+veins",
  "duodenum+pancreas",
  "duodenum+smallIntestine",
  "stomach+duodenum",
  "stomach+oesophagus",
  "largeIntestine+appendix",
  "largeIntestine+smallIntestine",
  "liver+veins",
  "liver+arteries",
  "liver+gallbladder",
  "bladder+ureters",
  "bladder+uterus",
  "ovaries+uterus",
  "pulmonaryArteries+rightLung",
  "pulmonaryArteries+leftLung",
  "pulmonaryVeins+rightLung",
  "pulmonaryVeins+leftLung",
  "rightLung+trachea",
  "leftLung+trachea",
  "thyroid+trachea",
  "arteries+veins",
]);

/** The thymus of small children lies on the heart's base and on both lungs; the drawing merges them. */
const crowdedByThymus = (a: PartId, b: PartId) => a === "thymus" || b === "thymus";

describe.each(["man", "woman", "five years", "newborn"])("organs of the reference %s", (name) => {
  const lattice = new Lattice(0.4, [-20, 0, -20], [20, 180, 20]);
  const filled = new Map<PartId, ReadonlySet<number>>();
  const nothing: ReadonlySet<number> = new Set();

  beforeAll(() => {
    const person = referencePeople[name];
    if (!person) throw new Error(`nobody is called ${name}`);
    const warp = warpFor(person, the.body.facts);
    for (const [id, { positions, indices }] of the.body.far) {
      const { look } = partOf(id);
      if (look === "skin" || look === "muscle" || look === "bone" || look === "airway") continue;
      if (!belongsTo(id, person)) continue;
      const placed = new Float32Array(positions.length);
      for (let i = 0; i < positions.length; i += 3)
        placed.set(
          warp.placeOn(id, [at(positions, i), at(positions, i + 1), at(positions, i + 2)]),
          i,
        );
      filled.set(id, lattice.fill(placed, indices));
    }
  });

  test("share less than five mL or five per cent of the smaller", () => {
    const ids = [...filled.keys()];
    for (const [index, a] of ids.entries())
      for (const b of ids.slice(index + 1)) {
        if (joined.has(`${a}+${b}`) || joined.has(`${b}+${a}`) || crowdedByThymus(a, b)) continue;
        const [inA, inB] = [filled.get(a) ?? nothing, filled.get(b) ?? nothing];
        const shared = countShared(inA, inB) * lattice.cellMl;
        const smaller = Math.min(inA.size, inB.size) * lattice.cellMl;
        expect(
          shared < 5 || shared < 0.05 * smaller,
          `${a} and ${b} share ${shared.toFixed(1)} mL, ${((100 * shared) / smaller).toFixed(0)} %`,
        ).toBe(true);
      }
  });
});
