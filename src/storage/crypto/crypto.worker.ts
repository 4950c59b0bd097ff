/** One question, one answer (crypto-work.ts); whoever asked then ends this worker. */
import { answer, type CryptoQuestion, type CryptoReply } from "./crypto-work";

addEventListener("message", ({ data }: MessageEvent<CryptoQuestion>) => {
  void answer(data).then(
    (done) => reply({ kind: "done", answer: done }),
    (fault: unknown) => reply({ kind: "failed", why: String(fault).slice(0, 200) }),
  );
});

function reply(message: CryptoReply): void {
  postMessage(message);
}
