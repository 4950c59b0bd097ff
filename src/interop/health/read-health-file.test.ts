/** Files of any kind: told apart by what is in them, and archives opened with care. */
import { describe, expect, test } from "vitest";
import { readHealthFile } from "./read-health-file";
import { codeOf, reading, understood } from "./reading-for-tests";
import { zipOf } from "./zip-for-tests";

const read = (...parts: BlobPart[]) => readHealthFile(new Blob(parts), reading);
const bytes = (text: string) => new TextEncoder().encode(text);

const apple = `<?xml version="1.0"?><HealthData>
<Record type="HKQuantityTypeIdentifierBodyMass" unit="kg" value="70" startDate="2026-11-01 07:00:00 +0100"/>
</HealthData>`;
const genotypes = `${"# a long preamble\n".repeat(50)}rs776746\t7\t99\tCC\n`;
const weight = { events: [{ kind: "measured", what: "weight", value: 70 }] };

describe("kinds", () => {
  test.each([
    ["Apple Health", apple, weight],
    [
      "Open mHealth",
      '{"body_weight":{"value":70,"unit":"kg"},"effective_time_frame":{"date_time":"2026-11-01T07:00:00Z"}}',
      weight,
    ],
    ["FHIR", '{"resourceType":"Patient","gender":"female"}', { facts: { sex: "female" } }],
    [
      "PharmCAT",
      '{"results":[{"gene":"CYP2C9","diplotypes":[{"name":"*1/*3"}]}]}',
      { facts: { genes: { CYP2C9: "*1/*3" } } },
    ],
    ["genotypes", genotypes, { facts: { genes: { CYP3A5: "*3/*3" } } }],
    [
      "a table",
      "time,drug,value,unit\n2026-11-01T07:00:00Z,caffeine,2,mg/L",
      { drugs: ["caffeine"] },
    ],
  ])("%s is told by its content", async (_name, text, expected) => {
    expect(understood(await read(text))).toMatchObject(expected);
    expect(understood(await read("\uFEFF", text))).toMatchObject(expected);
  });

  test.each([
    ["empty-file", ""],
    ["unknown-format", "{}"],
    ["unknown-format", "[1,2,3]"],
    ["not-json", "{"],
    ["too-deep", "[".repeat(65) + "]".repeat(65)],
    ["forbidden-key", '{"resourceType":"Patient","__proto__":{"a":1}}'],
    ["forbidden-key", '{"resourceType":"Patient","a":{"constructor":1}}'],
    ["long-text", JSON.stringify({ resourceType: "x".repeat(1_048_577) })],
    ["unknown-format", "<svg xmlns='http://www.w3.org/2000/svg'/>"],
    ["no-columns", "hello"],
  ])("%s", async (code, text) => expect(codeOf(await read(text))).toBe(code));

  test("letters that are no UTF-8 are refused", async () => {
    expect(codeOf(await read(new Uint8Array([0x74, 0xff, 0xfe, 0x00])))).toBe("bad-encoding");
  });

  test("64 MiB are the most that is read as a whole", async () => {
    const mebi = "x".repeat(1024 * 1024);
    const parts = Array.from({ length: 64 }, () => mebi);
    expect(codeOf(await read("{", ...parts))).toBe("too-large");
  });
});

describe("archives", () => {
  const entry = { name: "apple_health_export/export.xml", bytes: bytes(apple) };

  test.each([
    ["deflated", entry],
    ["stored", { ...entry, isStored: true }],
  ])("an export is read where it is %s", async (_name, file) => {
    const zip = zipOf([{ name: "apple_health_export/export_cda.xml", bytes: bytes("<a/>") }, file]);
    expect(understood(await read(zip))).toMatchObject(weight);
  });

  test("genotypes come packed alone", async () => {
    const zip = zipOf([{ name: "genome.txt", bytes: bytes(genotypes) }]);
    expect(understood(await read(zip)).facts.genes).toEqual({ CYP3A5: "*3/*3" });
  });

  const bomb = { name: "export.xml", bytes: new Uint8Array(2_000_000) };
  const liar = { ...entry, claims: { unpacked: 20 } };
  const broken = {
    ...entry,
    bytes: bytes("no deflate at all"),
    isStored: true,
    claims: { method: 8 },
  };
  test.each([
    ["zip-ratio", zipOf([bomb])],
    ["zip-ratio", zipOf([liar])],
    ["zip-path", zipOf([{ ...entry, name: "../export.xml" }])],
    ["zip-path", zipOf([{ ...entry, name: "/etc/export.xml" }])],
    ["zip-path", zipOf([{ ...entry, name: "C:\\export.xml" }])],
    ["zip-path", zipOf([entry, { ...entry, name: "a/../../b" }])],
    ["zip-encrypted", zipOf([{ ...entry, claims: { flags: 1 } }])],
    ["zip-method", zipOf([{ ...entry, claims: { method: 99 } }])],
    ["zip-entries", zipOf(Array.from({ length: 257 }, () => entry))],
    ["zip64", zipOf([entry], 0xffff)],
    ["bad-zip", zipOf([entry], 2)],
    ["bad-zip", zipOf([entry]).slice(0, 60)],
    ["bad-zip", zipOf([broken])],
    [
      "unknown-format",
      zipOf([
        { ...entry, name: "a.txt" },
        { ...entry, name: "b.txt" },
      ]),
    ],
  ])("%s", async (code, zip) => expect(codeOf(await read(zip))).toBe(code));
});
