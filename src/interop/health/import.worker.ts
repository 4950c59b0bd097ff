/**
 * The worker in which a stranger's file is read: one file, then it is closed. It holds nothing of
 * the page, so that whatever a file does to it ends with it.
 */
import type { ReadRequest, WorkerMessage } from "./import-protocol";
import { readHealthFile } from "./read-health-file";

/** The page is told of progress this often, and takes silence for a hang. */
const everyMs = 100;

function tell(message: WorkerMessage): void {
  postMessage(message);
}

addEventListener("message", ({ data }: MessageEvent<ReadRequest>) => void read(data));

async function read({ file, reading }: ReadRequest): Promise<void> {
  let told = 0;
  const onProgress = (bytes: number) => {
    const now = performance.now();
    if (now - told < everyMs) return;
    told = now;
    tell({ kind: "progress", bytes });
  };
  try {
    tell({ kind: "done", outcome: await readHealthFile(file, reading, { onProgress }) });
  } catch (fault) {
    tell({ kind: "failed", message: fault instanceof Error ? fault.message : String(fault) });
  }
}

tell({ kind: "ready" });
