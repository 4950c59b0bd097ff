/** What is compared with what, and what is refused before anything runs. */
import { describe, expect, test } from "vitest";
import { shippedDrug } from "../pharmacology/drugs/library";
import { interactionRows } from "../pharmacology/evidence-sets";
import type { DoseRequest } from "../pharmacology/study";
import { interactionStudies, problemsOf, type WholeStudy } from "./interaction-studies";
import { studiesOf } from "./score-interactions";

function studyOf(ids: readonly string[], doses: readonly DoseRequest[]): WholeStudy {
  const drugs = ids.flatMap((id) => shippedDrug(id) ?? []);
  return { perfuse: 1, drugs, people: { one: {} }, doses };
}

const midazolam: DoseRequest = { drug: "midazolam", route: "oral", amountMg: 7.5, atHours: 48 };
const itraconazole: DoseRequest = {
  drug: "itraconazole",
  route: "oral",
  amountMg: 200,
  atHours: 0,
};

test("a reported row on the page is compared over the span in which it is scored", () => {
  for (const row of interactionRows) {
    const scored = studiesOf(row);
    const drugs = [row.victim, row.perpetrator].flatMap((id) => shippedDrug(id) ?? []);
    const studies = interactionStudies({ ...scored.with, drugs }, row.victim);
    if (!studies.ok) throw new Error(row.id);
    const { value } = studies;
    expect(value.with.untilHours, row.id).toBe(scored.with.untilHours);
    expect(value.with.doses).toEqual(scored.with.doses);
    expect(value.without.doses).toEqual(scored.without.doses);
    expect(value.without.untilHours).toBe(value.with.untilHours);
  }
});

test("alone, the victim keeps what is overridden of its own and of the body, and no more", () => {
  const study = studyOf(
    ["midazolam", "clarithromycin"],
    [midazolam, { ...itraconazole, drug: "clarithromycin" }],
  );
  const overrides = {
    "midazolam.fup": 0.03,
    "clarithromycin.fup": 0.3,
    "CYP3A4.turnover.kdeg_liver": 0.02,
    "liver.volume": 1.6,
  };
  const studies = interactionStudies({ ...study, overrides }, "midazolam");
  if (!studies.ok) throw new Error("refused");
  expect(studies.value.with.overrides).toEqual(overrides);
  expect(studies.value.without.overrides).toEqual({ "midazolam.fup": 0.03, "liver.volume": 1.6 });
});

describe("refused by name", () => {
  const refused = (study: WholeStudy) =>
    problemsOf(study, "midazolam").map(({ code, subject }) => [code, subject]);

  test("a perpetrator without doses", () => {
    const study = studyOf(["midazolam", "itraconazole", "rifampicin"], [midazolam, itraconazole]);
    expect(refused(study)).toEqual([["perpetrator-without-doses", "Rifampicin"]]);
    expect(interactionStudies(study, "midazolam").ok).toBe(false);
  });

  test("two drugs of one id", () => {
    const study = studyOf(["midazolam", "itraconazole", "itraconazole"], [midazolam, itraconazole]);
    expect(refused(study)).toEqual([["duplicate-drug", "Itraconazole"]]);
  });

  test("a victim alone, and one without doses", () => {
    expect(refused(studyOf(["midazolam"], [midazolam]))).toEqual([["one-drug", "Midazolam"]]);
    expect(refused(studyOf(["midazolam", "itraconazole"], [itraconazole]))).toEqual([
      ["victim-without-doses", "Midazolam"],
    ]);
  });
});
