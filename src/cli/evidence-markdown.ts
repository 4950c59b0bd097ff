/** `perfuse evidence --markdown`: the two tables of the README, which a test holds to this. */
import { summarise, summariseEvidence } from "../engine/evidence-summary";
import { isMet, targetRows, type TargetRow } from "../engine/evidence-targets";
import type { ScoredSet } from "../engine/score";
import type { ScoredInteraction } from "../engine/score-interactions";

export function asMarkdown(
  scores: readonly ScoredSet[],
  interactions: readonly ScoredInteraction[],
): string {
  const targets = targetRows(summariseEvidence(scores, interactions));
  const drugs = [...new Set(scores.map(({ set }) => set.drug))].toSorted();
  return [
    row("what", "verification", "fitted", "aim"),
    row("---", "---", "---", "---"),
    ...targets.map(targetRow),
    "",
    row("drug", "sets: fit / verify", "concentrations, GMFE", "AUC", "Cmax"),
    row("---", "---", "---", "---", "---"),
    ...drugs.map((drug) =>
      drugRow(
        drug,
        scores.filter(({ set }) => set.drug === drug && set.use !== "shown"),
      ),
    ),
    "",
  ].join("\n");
}

// ——— the parts ———

const row = (...cells: readonly string[]) => `| ${cells.join(" | ")} |`;

function targetRow(target: TargetRow): string {
  const { name, verified, verifiedCount, fitted, fittedCount, target: aim, isShare } = target;
  const figure = (value: number) => (isShare ? `${Math.round(100 * value)} %` : value.toFixed(2));
  const counted = (value: number, count: number) =>
    Number.isNaN(value) ? "–" : `${figure(value)} (${count})`;
  const limit = aim === undefined ? "–" : `${isShare ? "≥" : "≤"} ${figure(aim)}`;
  return row(
    name,
    counted(verified, verifiedCount),
    counted(fitted, fittedCount),
    isMet(target) === false ? `${limit}, **missed**` : limit,
  );
}

function drugRow(drug: string, scores: readonly ScoredSet[]): string {
  const count = (use: "fit" | "verify") => scores.filter(({ set }) => set.use === use).length;
  return row(
    drug,
    `${count("fit")} / ${count("verify")}`,
    summarise(scores).concentrations.gmfe.toFixed(2),
    span(scores.map(({ aucRatio }) => aucRatio)),
    span(scores.map(({ cmaxRatio }) => cmaxRatio)),
  );
}

function span(ratios: readonly number[]): string {
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map((r) => r.toFixed(2));
  return least === most ? `${least}` : `${least} – ${most}`;
}
