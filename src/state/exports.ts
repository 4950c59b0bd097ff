/** The result as files: the same tables as the command line writes. */
import type { SimulationResult } from "../engine/api";
import { version } from "../engine/version";
import { curvesCsv, metricsCsv, type ResultTable } from "../interop/result-csv";
import type { AppState } from "./app.svelte";
import { download, fileName } from "./study-files";

export function exportCurves(app: AppState): void {
  exportTable(app, "curves", curvesCsv);
}

export function exportMetrics(app: AppState): void {
  exportTable(app, "metrics", metricsCsv);
}

function exportTable(app: AppState, kind: string, write: (table: ResultTable) => string): void {
  const { result } = app.run;
  if (!result) {
    app.notices.tell("There is no result to save yet.");
    return;
  }
  const name = fileName(app.library.openName);
  download(`${name}-${kind}.csv`, "text/csv", write(tableOf(app, result)));
}

function tableOf(app: AppState, result: SimulationResult): ResultTable {
  return {
    ...result,
    version,
    title: app.library.openName,
    curves: result.curves.map((curve, i) => ({ ...curve, metrics: result.metrics[i] ?? [] })),
  };
}
