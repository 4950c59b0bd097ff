/**
 * The virtual people of a study as a table: who they are, without any drug in them. One row each,
 * with covariates, the activities of what the study's drugs meet, and genes.
 */
import type { Outcome } from "../core/model/model";
import type { Drug } from "../pharmacology/drug";
import { readableGenotypes, typicalGenotypes } from "../pharmacology/genes/genotypes";
import { activityCovariates, covariates, type Covariate } from "../pharmacology/people/covariates";
import { makePopulation, type Population } from "../pharmacology/people/population";
import type { StudyOfMany } from "../pharmacology/study";
import type { Row } from "./csv";
import { inParts, type Table, type TableColumn } from "./table";

export interface PeopleTableOptions {
  readonly version: string;
  readonly lookup: (id: string) => Drug | undefined;
  /** People from the first on; all when absent. */
  readonly most?: number;
}

export function peopleTable(
  study: StudyOfMany,
  { version, lookup, most = Infinity }: PeopleTableOptions,
): Outcome<Table> {
  const made = makePopulation(study.people.many);
  if (!made.ok) return made;
  const population = made.value;
  const told = [...covariates, ...activityCovariates(enzymesOf(study, lookup))];
  const columns = columnsOf(told);
  const rows = function* (): Generator<Row> {
    for (let k = 0; k < Math.min(most, population.count); k++) {
      const row = rowOf(population, told, k);
      yield columns.map((_, i) => row[i]);
    }
  };
  const origin = [["seed", String(study.people.many.seed ?? 1)]] as const;
  return { ok: true, value: { version, origin, columns, parts: inParts(rows()) } };
}

// ——— the parts ———

function enzymesOf({ drugs }: StudyOfMany, lookup: (id: string) => Drug | undefined): string[] {
  const whole = drugs.flatMap((drug) => (typeof drug === "string" ? (lookup(drug) ?? []) : [drug]));
  return [...new Set(whole.flatMap(({ metabolism }) => metabolism.map(({ enzyme }) => enzyme)))];
}

function columnsOf(told: readonly Covariate[]): TableColumn[] {
  const genes = readableGenotypes(typicalGenotypes()).map(({ gene }) => gene);
  return [
    { name: "person", holds: "whole number" },
    { name: "status", holds: "text" },
    { name: "redraws", holds: "whole number" },
    ...told.map(({ id, unit }) => ({ name: `${id} [${unit}]`, holds: "number" as const })),
    ...genes.flatMap((gene) => [
      { name: gene, holds: "text" as const },
      { name: `${gene} phenotype`, holds: "text" as const },
    ]),
  ];
}

/** Of somebody nobody could be like, only that. */
function rowOf(population: Population, told: readonly Covariate[], k: number): Row {
  const drawn = population.draw(k);
  if (!drawn.ok) return [k + 1, `failed: ${drawn.why}`];
  return [
    k + 1,
    "ok",
    drawn.redraws,
    ...told.map(({ of }) => of(drawn.person)),
    ...readableGenotypes(drawn.genotypes).flatMap((gene) => [gene.diplotype, gene.phenotype]),
  ];
}
