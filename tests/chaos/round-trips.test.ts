/** What goes out as a file comes back as it was: every twin, alone and among others, sealed by age. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { bodyOf, readTwins, textOf } from "../../src/state/twin-files";
import { openFile, sealFile } from "../../src/storage/crypto/age-file";
import { bytesOf } from "../../src/storage/crypto/seal";
import type { Twin } from "../../src/pharmacology/twin/twin";
import { anyTwin } from "./any-twin";
import { report, seed, trialsOf } from "./trials";

const trips = trialsOf("round-trips", 500);
/** The format is tried here, not how slow its passphrase is. */
const quickScrypt = 1;

test(`${trips} exports come back as they were`, { timeout: 60_000 + trips * 50 }, async () => {
  let letters = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyTwin, { minLength: 1, maxLength: 3 }), async (twins) => {
      const text = textOf(twins.map(bodyOrThrow));
      const file = await sealFile(bytesOf(text), "a file's passphrase", quickScrypt);
      const opened = await openFile(file, "a file's passphrase");
      expect(readTwins(new TextDecoder().decode(opened))).toEqual({ ok: true, value: twins });
      letters += text.length;
    }),
    { numRuns: trips, seed },
  );
  report(`${trips} round trips`, `${letters} letters`, `Node ${process.version}`);
});

function bodyOrThrow(twin: Twin): string {
  const body = bodyOf(twin);
  if (!body.ok) throw new Error(body.problems[0]?.message);
  return body.value;
}
