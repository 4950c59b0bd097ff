/**
 * From the conditions of a request to the moves they make together, or why they cannot.
 *
 * Kidneys and liver may both be ill: their factors multiply, but of two filtration rates the lower
 * holds, since both say what is left of the same kidneys. Pregnancy with either is refused: nobody
 * has measured what it does then.
 */
import type { Outcome, Problem } from "../../core/model/model";
import { hepaticMoves } from "./hepatic";
import type { ConditionRequest, Covariates, Move } from "./moves";
import { childbearingYears, gestationWeeks, pregnancyMoves } from "./pregnancy";
import { renalBands, renalMoves, stageNames, type ReducedStage } from "./renal";
import { measuredRate } from "./typical";

/**
 * @returns the filtration rate at most once; other targets may come once from each condition, and
 *   then multiply. Nothing where nothing is asked for.
 */
export function movesOf(
  request: ConditionRequest,
  covariates: Covariates,
): Outcome<readonly Move[]> {
  const asked = reduced(request);
  const problems = problemsOf(asked, covariates);
  if (problems.length > 0) return { ok: false, problems };
  const { renal, hepatic, week } = asked;
  const moves = [
    ...(renal ? renalMoves(renal, covariates) : []),
    ...(hepatic ? hepaticMoves(hepatic) : []),
    ...(week === undefined ? [] : pregnancyMoves(week, covariates)),
  ];
  return { ok: true, value: lowestFiltration(moves, measuredRate(covariates) !== undefined) };
}

/** The factors of all moves of each target, multiplied. */
export function factorsOf(moves: readonly Move[]): ReadonlyMap<Move["target"], number> {
  const factors = new Map<Move["target"], number>();
  for (const { target, factor } of moves) {
    factors.set(target, (factors.get(target) ?? 1) * factor);
  }
  return factors;
}

// ——— the parts ———

interface Asked {
  readonly renal: ReducedStage | undefined;
  readonly hepatic: "A" | "B" | "C" | undefined;
  readonly week: number | undefined;
}

/** Absent, null and normal are nothing to move. */
function reduced({ renal, hepatic, pregnancyWeeks }: ConditionRequest): Asked {
  return {
    renal: renal && renal !== "normal" ? renal : undefined,
    hepatic: hepatic && hepatic !== "normal" ? hepatic : undefined,
    week: pregnancyWeeks ?? undefined,
  };
}

function lowestFiltration(moves: readonly Move[], isMeasured: boolean): readonly Move[] {
  const rates = moves.filter(({ target }) => target === "gfr");
  const lowest = Math.min(...rates.map(({ factor }) => factor));
  const kept = isMeasured ? undefined : rates.find(({ factor }) => factor === lowest);
  return moves.filter((move) => move.target !== "gfr" || move === kept);
}

function problemsOf(asked: Asked, covariates: Covariates): readonly Problem[] {
  return [
    ...pregnancyProblems(asked, covariates),
    ...adultProblems(asked, covariates),
    ...filtrationProblems(asked, covariates),
  ];
}

function pregnancyProblems(
  { renal, hepatic, week }: Asked,
  { sex, ageYears }: Covariates,
): readonly Problem[] {
  if (week === undefined) return [];
  const refuse = (code: string, message: string) => [{ code, subject: "pregnancyWeeks", message }];
  const [first, last] = gestationWeeks;
  const [youngest, oldest] = childbearingYears;
  if (sex !== "female") return refuse("pregnant-male", "only a woman can be pregnant here");
  if (!(week >= first && week <= last)) {
    return refuse("bad-week", `weeks of pregnancy go from ${first} to ${last}, not ${week}`);
  }
  if (!(ageYears >= youngest && ageYears <= oldest)) {
    return refuse("pregnant-age", `pregnancy is known here from ${youngest} to ${oldest} years`);
  }
  if (renal || hepatic) {
    return refuse(
      "pregnant-ill",
      "pregnancy cannot be combined with kidney or liver disease: there are no data of both",
    );
  }
  return [];
}

const adultYears = 18;

function adultProblems({ renal, hepatic }: Asked, { ageYears }: Covariates): readonly Problem[] {
  if (ageYears >= adultYears) return [];
  const refuse = (subject: string, what: string) => ({
    code: "adults-only",
    subject,
    message: `${what} is known of adults only, from ${adultYears} years on`,
  });
  return [
    ...(renal ? [refuse("renal", "what a stage of kidney disease does to the body")] : []),
    ...(hepatic ? [refuse("hepatic", "what a Child–Pugh class does to the body")] : []),
  ];
}

function filtrationProblems({ renal }: Asked, covariates: Covariates): readonly Problem[] {
  const rate = measuredRate(covariates);
  if (!renal || rate === undefined) return [];
  const [from, below] = renalBands[renal];
  if (rate >= from && rate < below) return [];
  const band = `${from} to ${below} mL/min per 1.73 m²`;
  const message = `${stageNames[renal]} is a filtration rate of ${band}, and ${Number(rate.toPrecision(3))} is given; leave one of the two open`;
  return [{ code: "stage-against-rate", subject: "renal", message }];
}
