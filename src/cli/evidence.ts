/** `perfuse evidence`: every shipped clinical data set, simulated by the engine and scored. */
import { parseArgs } from "node:util";
import { CompiledStudies } from "../engine/compiled-study";
import { createWasmMachine } from "../engine/cpu/wasm-machine";
import { scoreSet, summarise, type ScoredSet } from "../engine/score";
import { within2 } from "../engine/within-fold";
import { version } from "../engine/version";
import { shippedDrug, shippedDrugs } from "../pharmacology/drugs/library";
import { evidenceSets } from "../pharmacology/evidence";
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
  process.stdout.write(values.json ? asJson(scores) : asTable(scores));
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

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function asJson(scores: readonly ScoredSet[]): string {
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
  return `${JSON.stringify({ version, overall: summarise(scores), drugs, sets }, null, 2)}\n`;
}
