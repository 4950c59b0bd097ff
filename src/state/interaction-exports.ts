/**
 * An interaction as tables: curves and activities of both studies, their ratios, and each person's
 * own ratios where people were simulated. Loaded when a file is asked for.
 */
import type { SimulationResult } from "../engine/api";
import { version } from "../engine/version";
import { tablesBeside } from "../interop/beside-tables";
import type { Row } from "../interop/csv";
import { curvesTable, type PersonResult } from "../interop/result-tables";
import { inParts, type Table } from "../interop/table";
import type { InteractionPeople } from "./interaction-people.svelte";
import type { SolvedPair } from "./interaction-pair";

export interface PairOrigin {
  readonly title: string;
  /** SHA-256 of the two models. */
  readonly hashes: { readonly with: string; readonly without: string };
}

export function pairCurves(pair: SolvedPair, { title, hashes }: PairOrigin): Table {
  const table = (result: SimulationResult, modelHash: string) =>
    curvesTable(resultOf(result, title, modelHash));
  return tablesBeside("study", { name: nameOf(pair), table: table(pair.with, hashes.with) }, [
    { name: "alone", table: table(pair.without, hashes.without) },
  ]);
}

export function pairRatios(pair: SolvedPair, { title, hashes }: PairOrigin): Table {
  const { exposure, aucRatio, cmaxRatio, victim } = pair;
  const output = `${victim.id}/venous-plasma`;
  const { fromHours = 0, untilHours = 0 } = pair.studies.with;
  const rows: Row[] = [
    [output, "AUC", exposure.with.area, exposure.without.area, "mg/L·h", aucRatio],
    [output, "Cmax", exposure.with.max, exposure.without.max, "mg/L", cmaxRatio],
  ];
  return {
    version,
    origin: [
      ["study", title],
      [`model ${nameOf(pair)}`, hashes.with],
      ["model alone", hashes.without],
      ["span", `${fromHours} h to ${untilHours} h`],
      ["seed", "none, one person"],
      ["backend", pair.with.backend],
    ],
    columns: [
      { name: "output", holds: "text" },
      { name: "metric", holds: "text" },
      { name: "with", holds: "number" },
      { name: "without", holds: "number" },
      { name: "unit", holds: "text" },
      { name: "ratio", holds: "number" },
    ],
    parts: [rows],
  };
}

/** Undefined before people were simulated. */
export function peopleRatios(people: InteractionPeople, title: string): Table | undefined {
  const { ratios, missing, many, count, studies } = people;
  if (ratios.aucRatio.length === 0 || !many || !studies) return undefined;
  const rows = function* (): Generator<Row> {
    for (const [k, auc] of ratios.aucRatio.entries()) {
      yield [k + 1, finite(auc), finite(ratios.cmaxRatio[k] ?? Number.NaN)];
    }
  };
  return {
    version,
    origin: [
      ["study", studies.with.title ?? title],
      ["doses", JSON.stringify(studies.with.doses)],
      ["people asked for", JSON.stringify(many)],
      ["seed", String(many.seed ?? 1)],
      ["backend", people.backend],
      ["people", `${count} asked for, ${ratios.aucRatio.length} computed`],
      ...missing.map(
        ({ person, which, why }) => [`no result of person ${person} ${which}`, why] as const,
      ),
    ],
    columns: [
      { name: "person", holds: "whole number" },
      { name: "auc_ratio", holds: "number" },
      { name: "cmax_ratio", holds: "number" },
    ],
    parts: inParts(rows()),
  };
}

// ——— the parts ———

const nameOf = ({ others }: SolvedPair) => `with ${others.map(({ id }) => id).join(" and ")}`;

const finite = (value: number) => (Number.isFinite(value) ? value : undefined);

function resultOf(result: SimulationResult, title: string, modelHash: string): PersonResult {
  const curves = result.curves.map((curve, i) => ({ ...curve, metrics: result.metrics[i] ?? [] }));
  return { ...result, version, modelHash, title, curves };
}
