/**
 * Asks a worker of its own for each slow piece of cryptography, and ends it with the answer: with
 * it go its 64 MiB, the passphrase and whatever else the work left in its memory.
 */
import { answer, type CryptoAnswer, type CryptoQuestion, type CryptoReply } from "./crypto-work";
import type { Derive } from "./keyring";
import type { Bytes } from "./seal";

export class CryptoClient {
  readonly #createWorker: (() => Worker) | undefined;

  /** @param createWorker undefined where there are none: the page then waits while it works */
  constructor(createWorker: (() => Worker) | undefined) {
    this.#createWorker = createWorker;
  }

  readonly derive: Derive = async (passphrase, derivation) => {
    const bytes = await this.#ask({ kind: "derive", passphrase, derivation });
    if (!bytes) throw new Error("no key was derived");
    return bytes;
  };

  async sealFile(content: Bytes, passphrase: string): Promise<Bytes> {
    const file = await this.#ask({ kind: "seal-file", content, passphrase });
    if (!file) throw new Error("no file was sealed");
    return file;
  }

  /** @returns undefined where the passphrase is another, or the file is damaged */
  openFile(file: Bytes, passphrase: string): Promise<Bytes | undefined> {
    return this.#ask({ kind: "open-file", file, passphrase });
  }

  #ask(question: CryptoQuestion): Promise<CryptoAnswer> {
    return this.#createWorker ? askWorker(this.#createWorker(), question) : answer(question);
  }
}

async function askWorker(worker: Worker, question: CryptoQuestion): Promise<CryptoAnswer> {
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<CryptoReply>) => {
        if (data.kind === "done") resolve(data.answer);
        else reject(new Error(data.why));
      });
      worker.addEventListener("error", ({ message }) => reject(new Error(message)));
      worker.postMessage(question);
    });
  } finally {
    worker.terminate();
  }
}
