/** The result as files: the same tables as the command line writes. */
import type { SimulationResult } from "../engine/api";
import { version } from "../engine/version";
import { curvesTable, metricsTable, type PersonResult } from "../interop/result-tables";
import { tableTexts, type Table } from "../interop/table";
import type { AppState } from "./app.svelte";
import { download, fileName } from "./study-files";

export function exportCurves(app: AppState): Promise<void> {
  return exportTable(app, "curves", curvesTable);
}

export function exportMetrics(app: AppState): Promise<void> {
  return exportTable(app, "metrics", metricsTable);
}

async function exportTable(
  app: AppState,
  kind: string,
  tableOf: (result: PersonResult) => Table,
): Promise<void> {
  const { result } = app.run;
  const hash = await app.engine.identify(app.study.current);
  if (!result || !hash.ok) {
    app.notices.tell("There is no result of this study to save yet.");
    return;
  }
  const name = fileName(app.library.openName);
  download(
    `${name}-${kind}.csv`,
    "text/csv",
    [...tableTexts(tableOf(resultOf(app, result, hash.value)))].join(""),
  );
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
