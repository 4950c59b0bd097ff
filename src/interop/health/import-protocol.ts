/** What the page and the worker that reads files say to each other. */
import type { Outcome } from "../../core/model/model";
import type { Reading, Understood } from "./understood";

export interface ReadRequest {
  readonly file: Blob;
  readonly reading: Reading;
}

export type WorkerMessage =
  | { readonly kind: "ready" }
  /** Bytes that were read; told by readers that stream, and proof that they live. */
  | { readonly kind: "progress"; readonly bytes: number }
  | { readonly kind: "done"; readonly outcome: Outcome<Understood> }
  | { readonly kind: "failed"; readonly message: string };
