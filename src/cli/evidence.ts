/** `perfuse evidence`: every shipped clinical data set, simulated by the engine and scored. */
import { parseArgs } from "node:util";
import type { Outcome, Problem } from "../core/model/model";
import { CompiledStudies } from "../engine/compiled-study";
import { createWasmMachine } from "../engine/cpu/wasm-machine";
import {
  isMissedSet,
  kindOf,
  summarise,
  summariseEvidence,
  summariseInteractions,
} from "../engine/evidence-summary";
import { isMet, targetRows, type TargetRow } from "../engine/evidence-targets";
import { scoreSet, type ScoredSet } from "../engine/score";
import { scoreInteraction, type ScoredInteraction } from "../engine/score-interactions";
import { version } from "../engine/version";
import { shippedDrug, shippedDrugs } from "../pharmacology/drugs/library";
import { evidenceSets, interactionRows } from "../pharmacology/evidence-sets";
import { asMarkdown } from "./evidence-markdown";
import { Refusal, refuse } from "./refusal";

export function evidence(args: readonly string[]): void {
  const { values, positionals } = readOptions(args);
  const [only] = positionals;
  if (only !== undefined && !shippedDrug(only)) {
    refuse(
      "unknown-drug",
      only,
      `is no shipped drug; there are ${shippedDrugs.map(({ id }) => id).join(", ")}`,
    );
  }
  const studies = new CompiledStudies((program, plan) => createWasmMachine(program, plan, 1));
  const failed: Problem[] = [];
  const scores = evidenceSets
    .filter(({ drug }) => only === undefined || drug === only)
    .flatMap((set) => kept(set.id, scoreSet(set, studies, shippedDrug), failed));
  const interactions = interactionRows
    .filter(
      ({ victim, perpetrator }) => only === undefined || only === victim || only === perpetrator,
    )
    .flatMap((row) => kept(row.id, scoreInteraction(row, studies, shippedDrug), failed));
  process.stdout.write(
    values.json
      ? asJson(scores, interactions)
      : values.markdown
        ? asMarkdown(scores, interactions)
        : asTable(scores) + interactionTable(interactions) + targetTable(scores, interactions),
  );
  if (failed.length > 0) throw new Refusal(failed);
}

/** One that cannot be scored is told at the end and keeps no other from being scored. */
function kept<T>(id: string, outcome: Outcome<T>, failed: Problem[]): T[] {
  if (outcome.ok) return [outcome.value];
  failed.push(
    ...outcome.problems.map(({ code, subject, message }) => ({
      code,
      subject: id,
      message: `cannot be scored: ${subject} ${message}`,
    })),
  );
  return [];
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { json: { type: "boolean" }, markdown: { type: "boolean" } },
      allowPositionals: true,
    });
  } catch (fault) {
    return refuse("bad-option", "evidence", fault instanceof Error ? fault.message : String(fault));
  }
}

function byDrug(scores: readonly ScoredSet[]): [string, ScoredSet[]][] {
  const drugs = [...new Set(scores.map(({ set }) => set.drug))];
  return drugs.map((drug) => [drug, scores.filter(({ set }) => set.drug === drug)]);
}

function asTable(scores: readonly ScoredSet[]): string {
  const lines = byDrug(scores).flatMap(([drug, sets]) => {
    const { concentrations, auc, cmax, points } = summarise(sets);
    return [
      "",
      `${drug}: concentrations GMFE ${concentrations.gmfe.toFixed(2)} over ${points} points, AUC GMFE ${auc.gmfe.toFixed(2)}, Cmax GMFE ${cmax.gmfe.toFixed(2)}`,
      row("data set", "use", "AUC", "Cmax", "GMFE", ""),
      ...sets.map(setRow),
    ];
  });
  const { sets, concentrations, auc, cmax } = summarise(scores);
  return [
    `Perfuse ${version}: predicted over observed at the observed times; GMFE over concentrations`,
    ...lines,
    "",
    `${sets} scored sets: concentrations GMFE ${concentrations.gmfe.toFixed(2)}, AFE ${concentrations.afe.toFixed(2)}, AUC within 2-fold ${percent(auc.within["2"])}, Cmax within 2-fold ${percent(cmax.within["2"])}`,
    "",
    "",
  ].join("\n");
}

function setRow(score: ScoredSet): string {
  const { set, aucRatio, cmaxRatio, gmfe } = score;
  const remark =
    set.use === "shown"
      ? `not scored: ${set.why ?? ""}`
      : isMissedSet(score)
        ? "outside 2-fold"
        : (set.group ?? "");
  return row(set.id, set.use, aucRatio.toFixed(2), cmaxRatio.toFixed(2), gmfe.toFixed(2), remark);
}

function row(
  id: string,
  use: string,
  auc: string,
  cmax: string,
  gmfe: string,
  remark: string,
): string {
  return `  ${id.padEnd(44)} ${use.padEnd(7)} ${auc.padStart(5)} ${cmax.padStart(5)} ${gmfe.padStart(5)}  ${remark}`.trimEnd();
}

function interactionTable(scores: readonly ScoredInteraction[]): string {
  if (scores.length === 0) return "";
  const pair = (predicted: number, observed: number | undefined) =>
    `${predicted.toPrecision(3)} (${observed?.toPrecision(3) ?? "—"})`;
  return [
    "Interactions: ratios of exposure with over without, predicted (observed)",
    ...scores.map(({ row: { id, use, aucRatio, cmaxRatio }, isWithinGuest, ...predicted }) =>
      `  ${id.padEnd(44)} ${use.padEnd(7)} AUC ${pair(predicted.aucRatio, aucRatio).padEnd(18)} Cmax ${pair(predicted.cmaxRatio, cmaxRatio).padEnd(18)} ${isWithinGuest === false ? "outside Guest's limits" : ""}`.trimEnd(),
    ),
    "",
    "",
  ].join("\n");
}

/** Where the library stands against what we hold it to; the page shows the same rows. */
function targetTable(
  scores: readonly ScoredSet[],
  interactions: readonly ScoredInteraction[],
): string {
  const rows = targetRows(summariseEvidence(scores, interactions));
  const line = (name: string, verified: string, fitted: string, target: string) =>
    `  ${name.padEnd(48)} ${verified.padStart(14)} ${fitted.padStart(14)}  ${target}`.trimEnd();
  return [
    "Against what we hold the library to (in brackets over how many)",
    line("", "verification", "fitted", "target"),
    ...rows.map((row) =>
      line(
        row.name,
        figure(row, row.verified, row.verifiedCount),
        figure(row, row.fitted, row.fittedCount),
        targetOf(row),
      ),
    ),
    "",
  ].join("\n");
}

function figure({ isShare }: TargetRow, value: number, count: number): string {
  if (Number.isNaN(value)) return "—";
  return `${isShare ? percent(value) : value.toFixed(3)} (${count})`;
}

function targetOf(row: TargetRow): string {
  const { target, isShare } = row;
  if (target === undefined) return "";
  const text = isShare ? `≥ ${percent(target)}` : `≤ ${target.toFixed(2)}`;
  return isMet(row) === false ? `${text}, missed` : text;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function asJson(scores: readonly ScoredSet[], interactions: readonly ScoredInteraction[]): string {
  const sets = scores.map(({ set, points, aucRatio, cmaxRatio, gmfe }) => ({
    id: set.id,
    drug: set.drug,
    use: set.use,
    kind: kindOf(set),
    ...(set.group !== undefined && { group: set.group }),
    citation: set.citation,
    aucRatio,
    cmaxRatio,
    gmfe,
    points,
  }));
  const drugs = Object.fromEntries(byDrug(scores).map(([drug, of]) => [drug, summarise(of)]));
  const rows = interactions.map(({ row, aucRatio, cmaxRatio, isWithinGuest }) => ({
    id: row.id,
    use: row.use,
    citation: row.citation,
    observed: { aucRatio: row.aucRatio, cmaxRatio: row.cmaxRatio },
    predicted: { aucRatio, cmaxRatio },
    isWithinGuest,
  }));
  const summary = summariseEvidence(scores, interactions);
  const all = {
    version,
    overall: summarise(scores),
    summary,
    targets: targetRows(summary).map((target) => ({ ...target, isMet: isMet(target) })),
    drugs,
    sets,
    ...(rows.length > 0 && {
      interactions: { overall: summariseInteractions(interactions), rows },
    }),
  };
  return `${JSON.stringify(all, null, 2)}\n`;
}
