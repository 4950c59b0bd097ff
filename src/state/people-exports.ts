/**
 * The results on the page as tables, as the command line has them. Loaded when a file is asked for.
 *
 * Percentiles are of everybody. The page keeps numbers of the first people only, so the other
 * tables are of those, and say so. Of several side by side the tables are one, with a column that
 * says which.
 */
import { ribbonShares } from "../engine/people/ribbons";
import { version } from "../engine/version";
import { tablesBeside } from "../interop/beside-tables";
import { peopleTable } from "../interop/people-table";
import { peopleMetricsTable, ribbonsTable, type PeopleOrigin } from "../interop/result-tables";
import type { Table } from "../interop/table";
import { shippedDrug } from "../pharmacology/drugs/library";
import type { CrowdResult } from "./crowd-result.svelte";
import { letteredSides } from "./sides-view";
import type { Side } from "./side-by-side.svelte";
import { nameOf } from "./study.svelte";

/** As much of the page as its tables are made of. */
export interface PageOfPeople {
  readonly library: { readonly openName: string };
  readonly people: ShownPeople | undefined;
}

interface ShownPeople {
  readonly isOutdated: boolean;
  readonly sides: {
    readonly all: readonly ShownSide[];
    readonly current: { readonly id: number } | undefined;
  };
}

interface ShownSide extends Omit<Side, "result"> {
  readonly result: Pick<
    CrowdResult,
    | "request"
    | "opened"
    | "totals"
    | "ribbons"
    | "means"
    | "metrics"
    | "failed"
    | "backend"
    | "remarks"
  >;
}

/** Percentiles over time; undefined before anybody was simulated. */
export const ribbonsOnPage = (page: PageOfPeople): Table | undefined =>
  tableOfAll(page, (side, origin) => ribbonsTable(origin, curvesOf(side)));

export const metricsOnPage = (page: PageOfPeople): Table | undefined => tableOfAll(page, metricsOf);

/** Who they are, drawn once more: the same people, as the seed is the same. */
export const peopleOnPage = (page: PageOfPeople): Table | undefined => tableOfAll(page, whoTheyAre);

// ——— the parts ———

type TableOf = (side: ShownSide, origin: PeopleOrigin) => Table | undefined;

function tableOfAll(page: PageOfPeople, tableOf: TableOf): Table | undefined {
  const tables = letteredSides(page.people?.sides.all ?? []).flatMap((side) => {
    const origin = originOf(page, side);
    const table = origin && tableOf(side, origin);
    return table ? [{ name: side.called, table }] : [];
  });
  const [first, ...others] = tables;
  if (!first) return undefined;
  return others.length === 0 ? first.table : tablesBeside("population", first, others);
}

function curvesOf({ result, person }: ShownSide) {
  const { times, outputs } = result.opened;
  if (person) {
    const name = `person ${person.number + 1}`;
    return outputs.flatMap((output, i) => {
      const values = person.curves[i];
      if (!values) return [];
      return [{ output: output.name, unit: output.unit, times, statistics: [{ name, values }] }];
    });
  }
  return result.ribbons.map(({ output, unit, times, quantiles }, place) => ({
    output,
    unit,
    times,
    statistics: [
      ...quantiles.map((values, i) => ({
        name: `p${100 * (ribbonShares[i] ?? Number.NaN)}`,
        values,
      })),
      { name: "mean", values: result.means[place] ?? new Float64Array(times.length) },
    ],
  }));
}

function metricsOf({ result, person }: ShownSide, origin: PeopleOrigin): Table {
  const kept = result.failed.length;
  const all = Array.from({ length: kept }, (_, k) => k);
  const numbers = person ? all.filter((k) => k === person.number) : all;
  const columns = result.metrics.map(({ id, name, unit, values }) => ({
    output: id.slice(0, -name.length - 1),
    metric: name,
    unit,
    values: Float32Array.from(numbers, (k) => values[k] ?? Number.NaN),
  }));
  const from = {
    ...origin,
    missing: origin.missing.filter((one) => numbers.includes(one.person)),
    remarks: [...origin.remarks, ...(person ? [] : firstOnly(kept, origin.count))],
  };
  return peopleMetricsTable(from, [{ people: numbers, columns }]);
}

function whoTheyAre({ result, person }: ShownSide): Table | undefined {
  const { study } = result.request;
  const most = person ? person.number + 1 : result.failed.length;
  const made = peopleTable(study, { version, lookup: shippedDrug, most });
  if (!made.ok) return undefined;
  const table = made.value;
  if (person) return { ...table, parts: [[...table.parts].flat().slice(-1)] };
  const remarks = firstOnly(most, study.people.many.count);
  const told = remarks.map((remark) => ["remark", remark] as const);
  return { ...table, origin: [...table.origin, ...told] };
}

/** Undefined while there is nothing to say of it. */
function originOf(page: PageOfPeople, { id, result }: ShownSide): PeopleOrigin | undefined {
  const { totals, opened, backend } = result;
  const { study } = result.request;
  if (!totals) return undefined;
  const { count, done, solved, flagged, missing, missingList } = totals;
  const isCurrent = page.people?.sides.current?.id === id && !page.people.isOutdated;
  return {
    version,
    // what the page is called now may be of other doses than what is shown
    title: isCurrent ? page.library.openName : nameOf({ ...study, people: { one: {} } }),
    modelHash: opened.modelHash,
    seed: study.people.many.seed ?? 1,
    backend,
    count,
    solved,
    flagged,
    failed: missing,
    missing: missingList,
    remarks: [
      ...result.remarks,
      ...(done < count
        ? [`Only ${done} of ${count} people were simulated when this was saved.`]
        : []),
    ],
  };
}

function firstOnly(kept: number, count: number): string[] {
  return kept < count ? [`Rows are of the first ${kept} of ${count} people.`] : [];
}
