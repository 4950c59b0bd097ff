/**
 * The page's side of reading a file: a worker of its own, killed when it is done, when the person
 * cancels, and when it is silent for too long. A reader that streams tells of its progress; all
 * others have that time for the whole file.
 */
import type { Outcome, Problem } from "../../core/model/model";
import type { ReadRequest, WorkerMessage } from "./import-protocol";
import type { Understood } from "./understood";

export interface ImportOptions {
  readonly createWorker: () => Worker;
  readonly signal: AbortSignal;
  readonly onProgress?: (bytes: number) => void;
  /** How long the worker may say nothing, ms. */
  readonly patienceMs?: number;
  /** How long it may take to start, ms. */
  readonly startMs?: number;
}

export const usualPatienceMs = 5000;
/** Its code has to be loaded first. */
const usualStartMs = 20_000;

/** Never rejects: whatever becomes of the worker is an outcome. */
export function readInWorker(
  request: ReadRequest,
  options: ImportOptions,
): Promise<Outcome<Understood>> {
  const { createWorker, signal, onProgress } = options;
  const { patienceMs = usualPatienceMs, startMs = usualStartMs } = options;
  if (signal.aborted) return Promise.resolve(failed(request, cancelled));
  return new Promise((resolve) => {
    const worker = createWorker();
    let timer = setTimeout(() => end(failed(request, didNotStart)), startMs);
    const end = (outcome: Outcome<Understood>) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      worker.terminate();
      resolve(outcome);
    };
    const stop = () => end(failed(request, cancelled));
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end(failed(request, tookTooLong(patienceMs))), patienceMs);
    };
    signal.addEventListener("abort", stop, { once: true });
    worker.addEventListener("error", () => end(failed(request, died)), { once: true });
    worker.addEventListener("message", ({ data }: MessageEvent<WorkerMessage>) => {
      switch (data.kind) {
        case "ready":
          wait();
          worker.postMessage(request);
          return;
        case "progress":
          wait();
          onProgress?.(data.bytes);
          return;
        case "done":
          end(data.outcome);
          return;
        case "failed":
          end(
            failed(request, {
              code: "reader-failed",
              message: `could not be read (${data.message})`,
            }),
          );
          return;
        default:
          data satisfies never;
      }
    });
  });
}

// ——— the parts ———

type Failure = Pick<Problem, "code" | "message">;

const cancelled: Failure = { code: "cancelled", message: "was not read: it was stopped" };
const didNotStart: Failure = {
  code: "no-worker",
  message: "was not read: the part of the page that reads files did not start",
};
const died: Failure = {
  code: "reader-failed",
  message: "was not read: the part of the page that reads files ended; it may be too large",
};

function tookTooLong(ms: number): Failure {
  return {
    code: "too-slow",
    message: `was not read: nothing came of it for ${ms / 1000} s, and it was stopped`,
  };
}

function failed({ reading }: ReadRequest, { code, message }: Failure): Outcome<never> {
  return { ok: false, problems: [{ code, subject: reading.source, message }] };
}
