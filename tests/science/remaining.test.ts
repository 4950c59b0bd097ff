/** What other drugs leave of a pathway, held against the flows themselves. */
import { expect, test } from "vitest";
import { fluxName } from "../../src/core/model/compose";
import type { DoseRequest, Study } from "../../src/pharmacology/study";
import { planOf, solve } from "./harness";

/** So little that it saturates nothing. */
const victim: DoseRequest = {
  drug: "midazolam",
  route: "iv",
  amountMg: 1e-6,
  atHours: 0,
  overHours: 200,
};
const flux = fluxName("midazolam.liver.CYP3A4.metabolised");

function study(perpetrators: readonly DoseRequest[], outputs: readonly string[]): Study {
  return {
    perfuse: 1,
    drugs: ["midazolam", ...perpetrators.map(({ drug }) => drug)],
    people: { one: {} },
    doses: [victim, ...perpetrators],
    untilHours: 200,
    record: { everyHours: 5, outputs: ["midazolam/liver", flux, ...outputs] },
  };
}

/** @returns one curve per output, from the first hours on, when there is something to divide */
function curves(of: Study): Record<string, number[]> {
  const { curves } = solve(of);
  return Object.fromEntries(curves.map(({ name, values }) => [name, [...values].slice(2)]));
}

const several = (drug: string, amountMg: number, everyHours: number, count: number) =>
  ({ drug, route: "oral", amountMg, atHours: 20, everyHours, count }) as const;

test.each([
  ["inhibited", several("itraconazole", 200, 24, 4)],
  ["inactivated", several("clarithromycin", 500, 12, 8)],
  ["induced and inhibited", several("rifampicin", 600, 24, 5)],
])("of a pathway that is %s, as much remains as flows at the same concentration", (_, other) => {
  const output = "midazolam/CYP3A4/liver/remaining";
  const alone = curves(study([], []));
  const together = curves(study([other], [output]));
  const perConcentration = (of: Readonly<Record<string, readonly number[]>>) =>
    (of[flux] ?? []).map((rate, i) => rate / (of["midazolam/liver"]?.[i] ?? Number.NaN));
  const [before, now] = [perConcentration(alone), perConcentration(together)];
  const remains = together[output] ?? [];
  expect(Math.max(...remains.map((value) => Math.abs(Math.log(value))))).toBeGreaterThan(0.5);
  // 1e-4: saturation by 1e-6 mg is below that, and so is what the interpolation of curves loses
  remains.forEach((value, i) => {
    expect((now[i] ?? Number.NaN) / (before[i] ?? Number.NaN) / value).toBeCloseTo(1, 4);
  });
});

test("where a protein is only destroyed, what remains is its amount", () => {
  const outputs = ["midazolam/CYP3A4/small-intestine/remaining", "CYP3A4/small-intestine"];
  const drugs = study([several("clarithromycin", 500, 12, 8)], outputs);
  const { overHours: _none, ...tablet } = { ...victim, route: "oral" as const };
  const result = curves({ ...drugs, doses: [...drugs.doses.slice(1), tablet] });
  const [remaining = [], amount = []] = outputs.map((name) => result[name] ?? []);
  expect(Math.min(...amount)).toBeLessThan(0.5);
  remaining.forEach((value, i) => expect(value).toBeCloseTo(amount[i] ?? Number.NaN, 9));
});

test("on what nobody acts there is nothing to record", () => {
  const outputs = planOf(study([several("clarithromycin", 500, 12, 8)], []))
    .model.blocks.flatMap((block) => Object.keys(block.outputs ?? {}))
    .filter((name) => name.endsWith("/remaining"));
  expect(outputs).toContain("midazolam/CYP3A4/liver/remaining");
  expect(outputs).not.toContain("midazolam/UGT1A4/liver/remaining");
});
