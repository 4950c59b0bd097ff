/** `perfuse evidence`: every shipped clinical data set, simulated by the engine and scored. */
import { parseArgs } from "node:util";
import { CompiledStudies } from "../engine/compiled-study";
import { createWasmMachine } from "../engine/cpu/wasm-machine";
import { scoreSet, summarise, type ScoredSet } from "../engine/score";
import {
  scoreInteraction,
  summariseInteractions,
  type ScoredInteraction,
} from "../engine/score-interactions";
import { within2 } from "../engine/within-fold";
import { version } from "../engine/version";
import { shippedDrug, shippedDrugs } from "../pharmacology/drugs/library";
import { evidenceSets, interactionRows } from "../pharmacology/evidence-sets";
import { refuse, valueOf } from "./refusal";

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
  const scores = evidenceSets
    .filter(({ drug }) => only === undefined || drug === only)
    .map((set) => valueOf(scoreSet(set, studies, shippedDrug)));
  const interactions = interactionRows
    .filter(
      ({ victim, perpetrator }) => only === undefined || only === victim || only === perpetrator,
    )
    .map((row) => valueOf(scoreInteraction(row, studies, shippedDrug)));
  process.stdout.write(
    values.json
      ? asJson(scores, interactions)
      : asTable(scores) + (interactions.length > 0 ? interactionTable(interactions) : ""),
  );
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { json: { type: "boolean" } },
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
    const { concentrationGmfe, aucGmfe, cmaxGmfe, points } = summarise(sets);
    return [
      "",
      `${drug}: concentrations GMFE ${concentrationGmfe.toFixed(2)} over ${points} points, AUC GMFE ${aucGmfe.toFixed(2)}, Cmax GMFE ${cmaxGmfe.toFixed(2)}`,
      row("data set", "use", "AUC", "Cmax", "GMFE", ""),
      ...sets.map(setRow),
    ];
  });
  const { sets, concentrationGmfe, aucWithin2, cmaxWithin2 } = summarise(scores);
  return [
    `Perfuse ${version}: predicted over observed at the observed times; GMFE over concentrations`,
    ...lines,
    "",
    `${sets} scored sets: concentrations GMFE ${concentrationGmfe.toFixed(2)}, AUC within 2-fold ${percent(aucWithin2)}, Cmax within 2-fold ${percent(cmaxWithin2)}`,
    "",
  ].join("\n");
}

function setRow({ set, aucRatio, cmaxRatio, gmfe }: ScoredSet): string {
  const missed = set.use !== "shown" && !(within2(aucRatio) && within2(cmaxRatio));
  const remark =
    set.use === "shown" ? `not scored: ${set.why ?? ""}` : missed ? "outside 2-fold" : "";
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
  const { rows, aucGmfe, aucWithin2, aucWithinGuest, cmaxGmfe, cmaxWithin2 } =
    summariseInteractions(scores);
  const pair = (predicted: number, observed: number | undefined) =>
    `${predicted.toPrecision(3)} (${observed?.toPrecision(3) ?? "—"})`;
  return [
    "Interactions: ratios of exposure with over without, predicted (observed)",
    ...scores.map(({ row: { id, use, aucRatio, cmaxRatio }, isWithinGuest, ...predicted }) =>
      `  ${id.padEnd(44)} ${use.padEnd(7)} AUC ${pair(predicted.aucRatio, aucRatio).padEnd(18)} Cmax ${pair(predicted.cmaxRatio, cmaxRatio).padEnd(18)} ${isWithinGuest === false ? "outside Guest's limits" : ""}`.trimEnd(),
    ),
    "",
    `${rows} scored rows: AUC ratio GMFE ${aucGmfe.toFixed(2)}, within 2-fold ${percent(aucWithin2)}, within Guest's limits ${percent(aucWithinGuest)}; Cmax ratio GMFE ${cmaxGmfe.toFixed(2)}, within 2-fold ${percent(cmaxWithin2)}`,
    "",
  ].join("\n");
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function asJson(scores: readonly ScoredSet[], interactions: readonly ScoredInteraction[]): string {
  const sets = scores.map(({ set, points, aucRatio, cmaxRatio, gmfe }) => ({
    id: set.id,
    drug: set.drug,
    use: set.use,
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
  const all = {
    version,
    overall: summarise(scores),
    drugs,
    sets,
    ...(rows.length > 0 && {
      interactions: { overall: summariseInteractions(interactions), rows },
    }),
  };
  return `${JSON.stringify(all, null, 2)}\n`;
}
