/**
 * The run on the page as tables, as the command line has them. Loaded when a file is asked for.
 *
 * Percentiles are of everybody. The page keeps numbers of the first people only, so the other
 * tables are of those, and say so.
 */
import { ribbonShares } from "../engine/people/ribbons";
import { version } from "../engine/version";
import { peopleTable } from "../interop/people-table";
import { peopleMetricsTable, ribbonsTable, type PeopleOrigin } from "../interop/result-tables";
import type { Table } from "../interop/table";
import { shippedDrug } from "../pharmacology/drugs/library";
import type { PeopleState } from "./people.svelte";
import { nameOf } from "./study.svelte";

/** As much of the page as its tables are made of. */
export interface PageOfPeople {
  readonly library: { readonly openName: string };
  readonly people: ShownPeople | undefined;
}

type ShownPeople = Pick<
  PeopleState,
  "run" | "totals" | "ribbons" | "metrics" | "failed" | "backend" | "remarks" | "isOutdated"
>;

/** Percentiles over time; undefined before anybody was simulated. */
export function ribbonsOnPage(page: PageOfPeople): Table | undefined {
  const made = originOf(page);
  if (!made) return undefined;
  const curves = made.people.ribbons.map(({ output, unit, times, quantiles }) => ({
    output,
    unit,
    times,
    statistics: quantiles.map((values, i) => ({
      name: `p${100 * (ribbonShares[i] ?? Number.NaN)}`,
      values,
    })),
  }));
  return ribbonsTable(made.origin, curves);
}

export function metricsOnPage(page: PageOfPeople): Table | undefined {
  const made = originOf(page);
  if (!made) return undefined;
  const { people, origin } = made;
  const kept = people.failed.length;
  const columns = people.metrics.map(({ id, name, unit, values }) => {
    return { output: id.slice(0, -name.length - 1), metric: name, unit, values };
  });
  const numbers = Array.from({ length: kept }, (_, k) => k);
  const from = {
    ...origin,
    missing: origin.missing.filter(({ person }) => person < kept),
    remarks: [...origin.remarks, ...firstOnly(kept, origin.count)],
  };
  return peopleMetricsTable(from, [{ people: numbers, columns }]);
}

/** Who they are, drawn once more: the same people, as the seed is the same. */
export function peopleOnPage({ people }: PageOfPeople): Table | undefined {
  const study = people?.run?.request.study;
  if (!people || !study) return undefined;
  const most = people.failed.length;
  const table = peopleTable(study, { version, lookup: shippedDrug, most });
  if (!table.ok) return undefined;
  const remarks = firstOnly(most, study.people.many.count);
  const told = remarks.map((remark) => ["remark", remark] as const);
  return { ...table.value, origin: [...table.value.origin, ...told] };
}

// ——— the parts ———

interface Made {
  readonly people: ShownPeople;
  readonly origin: PeopleOrigin;
}

function originOf(page: PageOfPeople): Made | undefined {
  const { people } = page;
  const { run, totals } = people ?? {};
  if (!people || !run || !totals) return undefined;
  const { study } = run.request;
  const { count, done, solved, flagged, missing, missingList } = totals;
  const origin = {
    version,
    // what the page is called now may be of other doses than what is shown
    title: people.isOutdated ? nameOf({ ...study, people: { one: {} } }) : page.library.openName,
    modelHash: run.opened.modelHash,
    seed: study.people.many.seed ?? 1,
    backend: people.backend,
    count,
    solved,
    flagged,
    failed: missing,
    missing: missingList,
    remarks: [
      ...people.remarks,
      ...(done < count
        ? [`Only ${done} of ${count} people were simulated when this was saved.`]
        : []),
    ],
  };
  return { people, origin };
}

function firstOnly(kept: number, count: number): string[] {
  return kept < count ? [`Rows are of the first ${kept} of ${count} people.`] : [];
}
