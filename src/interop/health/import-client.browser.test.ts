/** Files read in a real worker of a real browser: answered, stopped, or killed when it hangs. */
import { afterEach, describe, expect, test } from "vitest";
import { readInWorker, type ImportOptions } from "./import-client";
import { codeOf, reading, understood } from "./reading-for-tests";

const workers: Worker[] = [];
const kept = (worker: Worker) => {
  workers.push(worker);
  return worker;
};
const reader = () =>
  kept(new Worker(new URL("./import.worker.ts", import.meta.url), { type: "module" }));
const hanging = () =>
  kept(
    new Worker(new URL("../../../tests/hostile/hang.worker.ts", import.meta.url), {
      type: "module",
    }),
  );

afterEach(() => workers.splice(0).forEach((worker) => worker.terminate()));

const read = (file: Blob, options: Partial<ImportOptions> = {}) =>
  readInWorker(
    { file, reading },
    { createWorker: reader, signal: new AbortController().signal, ...options },
  );

const record = (minute: number) => {
  const at = new Date(Date.UTC(2020, 0, 1) + minute * 60_000).toISOString().slice(0, 19);
  const time = `${at.replace("T", " ")} +0000`;
  return `<Record type="HKQuantityTypeIdentifierStepCount" sourceName="Watch" unit="count" startDate="${time}" endDate="${time}" value="0.5"/>\n`;
};

describe("a file in a worker", () => {
  test("is understood", async () => {
    const file = new Blob(["time,drug,value,unit\n2026-11-02T08:00:00+01:00,caffeine,2,mg/L"]);
    expect(understood(await read(file)).drugs).toEqual(["caffeine"]);
  });

  test("is refused with the reader's reason", async () => {
    expect(codeOf(await read(new Blob(["{"])))).toBe("not-json");
  });

  test("tells how far it is where it is streamed", async () => {
    const day = Array.from({ length: 1440 }, (_, minute) => record(minute)).join("");
    const parts = ["<HealthData>", ...Array.from({ length: 200 }, () => day), "</HealthData>"];
    const told: number[] = [];
    const outcome = await read(new Blob(parts), { onProgress: (bytes) => told.push(bytes) });
    expect(understood(outcome).events).toHaveLength(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.length).toBeGreaterThan(0);
  });

  test("is unpacked by the browser's own inflater, and a broken archive is a refusal", async () => {
    const { packed, broken } = await archives();
    expect(understood(await read(packed)).events).toHaveLength(1);
    expect(codeOf(await read(broken))).toBe("bad-zip");
  });
});

describe("a reader that hangs", () => {
  test("is killed after five seconds of silence", async () => {
    expect(codeOf(await read(new Blob(["x"]), { createWorker: hanging }))).toBe("too-slow");
  });

  test("is killed when the person stops it", async () => {
    const controller = new AbortController();
    const outcome = read(new Blob(["x"]), { createWorker: hanging, signal: controller.signal });
    controller.abort();
    expect(codeOf(await outcome)).toBe("cancelled");
  });

  test("that never starts is given up", async () => {
    const silent = () => kept(new Worker(URL.createObjectURL(new Blob([""]))));
    expect(codeOf(await read(new Blob(["x"]), { createWorker: silent, startMs: 50 }))).toBe(
      "no-worker",
    );
  });

  test("that cannot be loaded is told", async () => {
    const missing = () => kept(new Worker("/there-is-no-such-worker.js"));
    expect(codeOf(await read(new Blob(["x"]), { createWorker: missing }))).toBe("reader-failed");
  });
});

/** An export in a ZIP archive of one stored and deflated entry, and the same with bytes changed. */
async function archives(): Promise<{ readonly packed: Blob; readonly broken: Blob }> {
  const text = `<HealthData>${record(1).repeat(50)}</HealthData>`;
  const deflated = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const body = new Uint8Array(await new Response(deflated).arrayBuffer());
  const zip = oneEntry("export.xml", body, text.length);
  const wrong = oneEntry(
    "export.xml",
    body.map((byte, at) => (at < 4 ? byte ^ 255 : byte)),
    text.length,
  );
  return { packed: new Blob([zip]), broken: new Blob([wrong]) };
}

function oneEntry(name: string, body: Uint8Array, unpacked: number): Uint8Array<ArrayBuffer> {
  const letters = new TextEncoder().encode(name);
  const all = new Uint8Array(30 + 46 + 22 + 2 * letters.length + body.length);
  const view = new DataView(all.buffer);
  const entry = (at: number, signature: number, shift: number) => {
    view.setUint32(at, signature, true);
    view.setUint16(at + shift + 8, 8, true);
    view.setUint32(at + shift + 18, body.length, true);
    view.setUint32(at + shift + 22, unpacked, true);
    view.setUint16(at + shift + 26, letters.length, true);
  };
  entry(0, 0x04034b50, 0);
  all.set(letters, 30);
  all.set(body, 30 + letters.length);
  const directory = 30 + letters.length + body.length;
  entry(directory, 0x02014b50, 2);
  all.set(letters, directory + 46);
  const end = directory + 46 + letters.length;
  view.setUint32(end, 0x06054b50, true);
  view.setUint16(end + 8, 1, true);
  view.setUint16(end + 10, 1, true);
  view.setUint32(end + 12, 46 + letters.length, true);
  view.setUint32(end + 16, directory, true);
  return all;
}
