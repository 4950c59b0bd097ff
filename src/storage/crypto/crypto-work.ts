/**
 * The slow parts of the vault, each as one question and one answer: so that they can be asked of a
 * worker, or, in a browser without workers, be done here.
 */
import { deriveBytes, type Derivation } from "./derivation";
import { openFile, sealFile } from "./age-file";
import type { Bytes } from "./seal";

export type CryptoQuestion =
  | { readonly kind: "derive"; readonly passphrase: string; readonly derivation: Derivation }
  | { readonly kind: "seal-file"; readonly content: Bytes; readonly passphrase: string }
  | { readonly kind: "open-file"; readonly file: Bytes; readonly passphrase: string };

/** Undefined for a file that the passphrase does not open. */
export type CryptoAnswer = Bytes | undefined;

/** What a worker sends back. */
export type CryptoReply =
  | { readonly kind: "done"; readonly answer: CryptoAnswer }
  | { readonly kind: "failed"; readonly why: string };

export function answer(question: CryptoQuestion): Promise<CryptoAnswer> {
  switch (question.kind) {
    case "derive":
      return deriveBytes(question.passphrase, question.derivation);
    case "seal-file":
      return sealFile(question.content, question.passphrase);
    case "open-file":
      return openFile(question.file, question.passphrase);
  }
  question satisfies never;
}
