/**
 * What all scores together say: fold errors by what a data set is for, and what counts as a miss.
 *
 * The page and `perfuse evidence` show these numbers and no others. What the model was fitted to
 * stands apart, for it verifies nothing; so do people who are not healthy adults of the usual
 * genotype, and curves under a second drug.
 */
import type { EvidenceGroup, EvidenceSet } from "../pharmacology/evidence";
import { foldErrors, median, shareOf, type FoldErrors } from "./fold-errors";
import type { ScoredSet } from "./score";
import type { ScoredInteraction } from "./score-interactions";
import { within2 } from "./within-fold";

/** `special`: people who differ from healthy adults; `interaction`: under a second drug. */
export type EvidenceKind = "fit" | "verify" | "special" | "interaction" | "shown";

/** What the sums need of a scored set. */
export type SetScores = Pick<ScoredSet, "set" | "points" | "aucRatio" | "cmaxRatio" | "gmfe">;

export interface ScoreSummary {
  readonly sets: number;
  readonly points: number;
  /** Of the concentrations of each set. */
  readonly medianSetGmfe: number;
  /** Over all points of all sets. */
  readonly concentrations: FoldErrors;
  readonly auc: FoldErrors;
  readonly cmax: FoldErrors;
}

export interface InteractionSummary {
  readonly rows: number;
  /** Predicted over observed ratio of areas. */
  readonly auc: FoldErrors;
  /** Share of the area ratios within Guest's limits. */
  readonly withinGuest: number;
  readonly cmax: FoldErrors;
}

export interface EvidenceSummary {
  readonly sets: Readonly<Record<Exclude<EvidenceKind, "shown">, ScoreSummary>>;
  /** All that sets no parameter: healthy adults, special populations, curves under another drug. */
  readonly verification: ScoreSummary;
  /** Of the special ones, those that there are. */
  readonly groups: Readonly<Partial<Record<EvidenceGroup, ScoreSummary>>>;
  readonly interactions: Readonly<Record<"fit" | "verify", InteractionSummary>>;
}

export function summariseEvidence(
  scores: readonly SetScores[],
  interactions: readonly ScoredInteraction[],
): EvidenceSummary {
  const of = (kind: EvidenceKind) => scores.filter(({ set }) => kindOf(set) === kind);
  const rows = (use: "fit" | "verify") =>
    summariseInteractions(interactions.filter(({ row }) => row.use === use));
  const groups = [...new Set(of("special").flatMap(({ set }) => set.group ?? []))];
  return {
    sets: {
      fit: summarise(of("fit")),
      verify: summarise(of("verify")),
      special: summarise(of("special")),
      interaction: summarise(of("interaction")),
    },
    verification: summarise(scores.filter(({ set }) => set.use === "verify")),
    groups: Object.fromEntries(
      groups.map((group) => [
        group,
        summarise(of("special").filter(({ set }) => set.group === group)),
      ]),
    ),
    interactions: { fit: rows("fit"), verify: rows("verify") },
  };
}

/** Over those that are scored. */
export function summarise(scores: readonly SetScores[]): ScoreSummary {
  const counted = scores.filter(({ set }) => set.use !== "shown");
  const points = counted.flatMap((score) => score.points);
  return {
    sets: counted.length,
    points: points.length,
    medianSetGmfe: median(counted.map(({ gmfe }) => gmfe)),
    concentrations: foldErrors(points.map(({ observed, predicted }) => predicted / observed)),
    auc: foldErrors(counted.map(({ aucRatio }) => aucRatio)),
    cmax: foldErrors(counted.map(({ cmaxRatio }) => cmaxRatio)),
  };
}

/** Over those that are scored. */
export function summariseInteractions(scores: readonly ScoredInteraction[]): InteractionSummary {
  const counted = scores.filter(({ row }) => row.use !== "shown");
  const errors = (ratio: "aucRatio" | "cmaxRatio") =>
    foldErrors(counted.flatMap((score) => foldOf(score, ratio) ?? []));
  return {
    rows: counted.length,
    auc: errors("aucRatio"),
    withinGuest: shareOf(counted.flatMap(({ isWithinGuest }) => isWithinGuest ?? [])),
    cmax: errors("cmaxRatio"),
  };
}

export function kindOf({ use, group, with: others }: EvidenceSet): EvidenceKind {
  if (use !== "verify") return use;
  if (group === "interaction" || (others?.length ?? 0) > 0) return "interaction";
  return group === undefined ? "verify" : "special";
}

/** Predicted over observed; undefined where none is reported. */
export function foldOf(
  score: ScoredInteraction,
  ratio: "aucRatio" | "cmaxRatio",
): number | undefined {
  const observed = score.row[ratio];
  return observed === undefined ? undefined : score[ratio] / observed;
}

/** A scored set whose area or peak is off by more than twofold. */
export function isMissedSet({ set, aucRatio, cmaxRatio }: SetScores): boolean {
  return set.use !== "shown" && !(within2(aucRatio) && within2(cmaxRatio));
}

/** An interaction outside Guest's limits, or with a ratio that is off by more than twofold. */
export function isMissedInteraction(score: ScoredInteraction): boolean {
  const folds = foldsOf(score);
  return score.row.use !== "shown" && (score.isWithinGuest === false || !folds.every(within2));
}

/** How many fold the worst of area, peak and points is off, ≥ 1. */
export function setOffBy({ aucRatio, cmaxRatio, gmfe }: SetScores): number {
  return Math.max(eitherWay(aucRatio), eitherWay(cmaxRatio), gmfe);
}

/** How many fold the worse of the two ratios is off, ≥ 1. */
export function interactionOffBy(score: ScoredInteraction): number {
  return Math.max(1, ...foldsOf(score).map(eitherWay));
}

// ——— the parts ———

function foldsOf(score: ScoredInteraction): number[] {
  return [foldOf(score, "aucRatio") ?? [], foldOf(score, "cmaxRatio") ?? []].flat();
}

const eitherWay = (fold: number) => Math.max(fold, 1 / fold);
