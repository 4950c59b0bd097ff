/** The result as files: the same tables as the command line writes. */
import type { SimulationResult } from "../engine/api";
import { version } from "../engine/version";
import { curvesTable, metricsTable, type PersonResult } from "../interop/result-tables";
import { tableTexts, type Table } from "../interop/table";
import type { View } from "./address";
import type { AppState } from "./app.svelte";
import { download, fileName } from "./study-files";

/** `people`: who they are; only where there are many. */
export type Exported = "curves" | "metrics" | "people";

export type FileKind = "csv" | "parquet";

/** Saves what a view shows, or tells why there is nothing to save. */
export async function exportResult(
  app: AppState,
  view: View,
  what: Exported,
  kind: FileKind,
): Promise<void> {
  const table = await tableOf(app, view, what);
  if (!table) {
    app.notices.tell(view === "people" || what === "people" ? nobody : noResult);
    return;
  }
  const name = `${fileName(app.library.openName)}-${what}.${kind}`;
  if (kind === "csv") {
    download(name, "text/csv", [...tableTexts(table)]);
    return;
  }
  const { parquetParts } = await import("../interop/parquet");
  download(name, "application/vnd.apache.parquet", [...parquetParts(table)]);
}

// ——— the parts ———

const noResult = "There is no result of this study to save yet.";
const nobody = "Nobody was simulated yet, so there is nothing to save.";

async function tableOf(app: AppState, view: View, what: Exported): Promise<Table | undefined> {
  if (view === "people") return tableOfPeople(app, what);
  if (view === "interactions") return tableOfInteraction(app, what);
  return tableOfOne(app, what);
}

/** Of metrics, the ratios. */
async function tableOfInteraction(app: AppState, what: Exported): Promise<Table | undefined> {
  const { pair, people } = app.interactions ?? {};
  const { pairCurves, pairRatios, peopleRatios } = await import("./interaction-exports");
  const title = app.library.openName;
  if (what === "people") return people && peopleRatios(people, title);
  if (!pair) return undefined;
  const [exposed, without] = await Promise.all([
    app.engine.identify(pair.studies.with),
    app.engine.identify(pair.studies.without),
  ]);
  if (!exposed.ok || !without.ok) return undefined;
  const origin = { title, hashes: { with: exposed.value, without: without.value } };
  return what === "curves" ? pairCurves(pair, origin) : pairRatios(pair, origin);
}

/** What only crowds need is loaded when it is asked for. */
async function tableOfPeople(app: AppState, what: Exported): Promise<Table | undefined> {
  const { metricsOnPage, peopleOnPage, ribbonsOnPage } = await import("./people-exports");
  switch (what) {
    case "curves":
      return ribbonsOnPage(app);
    case "metrics":
      return metricsOnPage(app);
    case "people":
      return peopleOnPage(app);
    default:
      return what satisfies never;
  }
}

async function tableOfOne(app: AppState, what: Exported): Promise<Table | undefined> {
  const { result } = app.run;
  const hash = await app.engine.identify(app.study.current);
  if (!result || !hash.ok) return undefined;
  const of = resultOf(app, result, hash.value);
  return what === "curves" ? curvesTable(of) : metricsTable(of);
}

function resultOf(app: AppState, result: SimulationResult, modelHash: string): PersonResult {
  return {
    ...result,
    version,
    modelHash,
    title: app.library.openName,
    curves: result.curves.map((curve, i) => ({ ...curve, metrics: result.metrics[i] ?? [] })),
  };
}
