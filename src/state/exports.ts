/** The result as files: the same tables as the command line writes. */
import type { SimulationResult } from "../engine/api";
import { version } from "../engine/version";
import { curvesCsv, metricsCsv, type ResultTable } from "../interop/result-csv";
import type { AppState } from "./app.svelte";
import { download, fileName } from "./study-files";

export function exportCurves(app: AppState): Promise<void> {
  return exportTable(app, "curves", curvesCsv);
}

export function exportMetrics(app: AppState): Promise<void> {
  return exportTable(app, "metrics", metricsCsv);
}

async function exportTable(
  app: AppState,
  kind: string,
  write: (table: ResultTable) => string,
): Promise<void> {
  const { result } = app.run;
  const hash = await app.engine.identify(app.study.current);
  if (!result || !hash.ok) {
    app.notices.tell("There is no result of this study to save yet.");
    return;
  }
  const name = fileName(app.library.openName);
  download(`${name}-${kind}.csv`, "text/csv", write(tableOf(app, result, hash.value)));
}

function tableOf(app: AppState, result: SimulationResult, modelHash: string): ResultTable {
  return {
    ...result,
    version,
    modelHash,
    title: app.library.openName,
    curves: result.curves.map((curve, i) => ({ ...curve, metrics: result.metrics[i] ?? [] })),
  };
}
