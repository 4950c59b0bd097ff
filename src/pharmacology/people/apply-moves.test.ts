import { describe, expect, test } from "vitest";
import { makePerson, type Person } from "../body/person";
import { density } from "../body/reference-people";
import { movesOf } from "../conditions/moves-of";
import type { ConditionRequest, Move } from "../conditions/moves";
import { applyMoves, changesBetween } from "./apply-moves";

const provenance = { kind: "assumed", why: "a test" } as const;
const move = (target: Move["target"], factor: number): Move => ({
  target,
  factor,
  provenance,
  condition: "a test",
});

function moved(person: Person, moves: readonly Move[]): Person {
  const result = applyMoves(person, moves);
  if (!result.ok) throw new Error(result.why);
  return result.person;
}

function inCondition(person: Person, request: ConditionRequest): Person {
  const moves = movesOf(request, person);
  if (!moves.ok) throw new Error(JSON.stringify(moves.problems));
  return moved(person, moves.value);
}

const man = makePerson();

describe("a moved person", () => {
  test("is the same one without moves", () => {
    expect(moved(man, [])).toBe(man);
  });

  test("whose kidneys shrink has the mass that they lose as fat", () => {
    const small = moved(man, [move("volume.kidneys", 0.5)]);
    expect(small.volume.kidneys / man.volume.kidneys).toBeCloseTo(0.5, 12);
    const lost = man.volume.kidneys * 0.5 * density.kidneys.value;
    const gained = (small.volume.adipose - man.volume.adipose) * density.adipose.value;
    expect(gained / lost).toBeCloseTo(1, 9);
  });

  test("whose liver shrinks has the mass as scar in the rest of the body", () => {
    const cirrhotic = inCondition(man, { hepatic: "B" });
    expect(cirrhotic.volume.liver / man.volume.liver).toBeCloseTo(0.55, 12);
    const lost = man.volume.liver * 0.45 * density.liver.value;
    expect((cirrhotic.volume.rest - man.volume.rest) * density.rest.value).toBeCloseTo(lost, 9);
    expect(cirrhotic.volume.adipose).toBeCloseTo(man.volume.adipose, 9);
  });

  test("has the moved output, the named flows, the brain's own, and others by one factor", () => {
    const cirrhotic = inCondition(man, { hepatic: "C" });
    expect(cirrhotic.flow.lungs / man.flow.lungs).toBeCloseTo(1.36, 9);
    expect(cirrhotic.flow.kidneys / man.flow.kidneys).toBeCloseTo(0.48, 9);
    expect(cirrhotic.flow.brain).toBe(man.flow.brain);
    const factor = cirrhotic.flow.muscle / man.flow.muscle;
    expect(cirrhotic.flow.adipose / man.flow.adipose).toBeCloseTo(factor, 12);
    expect(factor).toBeGreaterThan(1.36);
  });

  test("has proteins, filtration and activities multiplied, and unknown ones left", () => {
    const ill = moved(man, [
      move("albumin", 0.7),
      move("gfr", 0.2),
      move("liver.CYP3A4", 0.4),
      move("liver.CYP3A4", 0.5),
      move("gut.Pgp", 2),
      move("kidney.OAT1", 0.1),
      move("liver.nothing", 0.1),
    ]);
    expect(ill.albumin / man.albumin).toBeCloseTo(0.7, 12);
    expect(ill.gfr / man.gfr).toBeCloseTo(0.2, 12);
    expect(ill.liverActivity["CYP3A4"]).toBeCloseTo(0.2, 12);
    expect(ill.liverActivity["nothing"]).toBeUndefined();
    expect(ill.gutActivity["Pgp"]).toBe(2);
    expect(ill.liverActivity["CYP1A2"]).toBe(1);
  });

  test("nobody is left where fat or the other flows would have to be negative", () => {
    expect(applyMoves(man, [move("volume.muscle", 3)])).toMatchObject({ ok: false });
    expect(applyMoves(man, [move("flow.kidneys", 8)])).toMatchObject({ ok: false });
  });
});

test("what changed is listed, from what to what, by which move", () => {
  const moves = [move("volume.kidneys", 0.5), move("gfr", 0.3)];
  const changes = changesBetween(man, moved(man, moves), moves);
  expect(changes.map(({ target }) => target)).toEqual(["volume.adipose", "volume.kidneys", "gfr"]);
  const [fat, kidneys] = changes;
  // fat makes up for the kidneys: no move names it
  expect(fat?.moves).toEqual([]);
  expect(kidneys).toMatchObject({ from: man.volume.kidneys, moves: [moves[0]] });
});

test("week 30 of pregnancy weighs, holds and pumps more, and closes", () => {
  const woman = makePerson({ sex: "female", ageYears: 30 });
  const pregnant = inCondition(woman, { pregnancyWeeks: 30 });
  // Kapraun 2019: 12.4 kg and 36 % of output more at 30 weeks
  expect(pregnant.weightKg - woman.weightKg).toBeCloseTo(12.37, 1);
  expect(pregnant.flow.lungs / woman.flow.lungs).toBeCloseTo(1.378, 2);
  expect(pregnant.haematocrit).toBeLessThan(woman.haematocrit);
});
