/** What is wrong with a request for many people, one plain sentence each. */
import type { Problem } from "../../core/model/model";
import { personLimits } from "../body/person";
import { movesOf } from "../conditions/moves-of";
import { defaultAges } from "./draw-size";
import { stateProblems } from "./in-condition";
import type { ManyRequest } from "./request";

export const manyLimits = {
  count: [1, 1e7],
  seed: [0, Number.MAX_SAFE_INTEGER],
  ageYears: [0, 90],
  bmi: [5, 150],
} as const;

export function problemsOf(request: ManyRequest): readonly Problem[] {
  const ranges = rangeProblems(request);
  return [
    ...wholeNumber("count", request.count),
    ...(request.seed === undefined ? [] : wholeNumber("seed", request.seed)),
    ...ranges,
    ...shareProblems(request),
    ...weightProblems(request),
    ...stateProblems(request),
    ...(ranges.length === 0 ? conditionProblems(request) : []),
  ];
}

// ——— the parts ———

function wholeNumber(field: "count" | "seed", value: number): Problem[] {
  const [least, most] = manyLimits[field];
  if (Number.isInteger(value) && value >= least && value <= most) return [];
  const message = `must be a whole number from ${least} to ${most}, not ${value}`;
  return [{ code: `bad-${field}`, subject: field, message }];
}

function rangeProblems(request: ManyRequest): Problem[] {
  return (["ageYears", "bmi"] as const).flatMap((field) => {
    const range = request[field];
    if (range === undefined) return [];
    const [from, to] = range;
    const [least, most] = manyLimits[field];
    if (from > to) {
      const message = `goes from ${from} down to ${to}; write the smaller one first`;
      return [{ code: "upside-down", subject: field, message }];
    }
    if (from >= least && to <= most) return [];
    const message = `must lie from ${least} to ${most}, not from ${from} to ${to}`;
    return [{ code: `bad-${field}`, subject: field, message }];
  });
}

function shareProblems({ femaleFraction = 0.5 }: ManyRequest): Problem[] {
  if (femaleFraction >= 0 && femaleFraction <= 1) return [];
  const message = `must be from 0 (all male) to 1 (all female), not ${femaleFraction}`;
  return [{ code: "bad-share", subject: "femaleFraction", message }];
}

function weightProblems({ sameWeightKg }: ManyRequest): Problem[] {
  const [least, most] = personLimits.weightKg;
  if (typeof sameWeightKg !== "number" || (sameWeightKg >= least && sameWeightKg <= most))
    return [];
  const message = `must be from ${least} to ${most} kg, not ${sameWeightKg}`;
  return [{ code: "bad-weight", subject: "sameWeightKg", message }];
}

/** A condition that some of the people could not have: asked of the youngest and oldest of each sex. */
function conditionProblems(request: ManyRequest): readonly Problem[] {
  const { femaleFraction = 0.5, ageYears = defaultAges } = request;
  const sexes = [
    ...(femaleFraction > 0 ? (["female"] as const) : []),
    ...(femaleFraction < 1 ? (["male"] as const) : []),
  ];
  const found = sexes.flatMap((sex) =>
    ageYears.flatMap((age) => {
      const asked = movesOf(request, { sex, ageYears: age, heightCm: 165, weightKg: 65 });
      return asked.ok ? [] : asked.problems;
    }),
  );
  return found.filter(
    ({ code, subject }, index) =>
      found.findIndex((other) => other.code === code && other.subject === subject) === index,
  );
}
