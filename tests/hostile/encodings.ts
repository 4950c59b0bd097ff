/** Files whose bytes are strange before anything is said in them. */
import { bytes, json, text, type HostileCase } from "./case";

const utf16 = (content: string, isBig: boolean) => {
  const all = new Uint8Array(2 + 2 * content.length);
  const view = new DataView(all.buffer);
  view.setUint16(0, 0xfeff, !isBig);
  for (let at = 0; at < content.length; at++) {
    view.setUint16(2 + 2 * at, content.charCodeAt(at), !isBig);
  }
  return all;
};
const latin1 = (content: string) => Uint8Array.from(content, (letter) => letter.charCodeAt(0));

const table = "time,drug,value,unit\n2026-11-02T08:00:00Z,caffeine,2,mg/L\n";
const patient = '{"resourceType":"Patient","gender":"female"}';

const nested = (depth: number, open: string, close: string) =>
  open.repeat(depth) + close.repeat(depth);

export const encodingCases: readonly HostileCase[] = [
  text("no byte at all", "empty-file", ""),
  text("one space", "empty-file", " "),
  text("only line ends", "empty-file", "\r\n\r\n\n"),
  text("only a byte order mark", "empty-file", "\uFEFF"),
  text("one NUL", "not-text", "\0"),
  text("a table with a NUL in a cell", "not-text", table.replace("caffeine", "caf\0feine")),
  text("a table with a byte order mark", "kept", `\uFEFF${table}`),
  text("JSON with a byte order mark", "kept", `\uFEFF${patient}`),
  bytes("a table in UTF-16, little end first", "bad-encoding", () => utf16(table, false)),
  bytes("a table in UTF-16, big end first", "bad-encoding", () => utf16(table, true)),
  bytes("JSON in UTF-16", "bad-encoding", () => utf16(patient, false)),
  bytes("XML in UTF-16", "bad-encoding", () => utf16("<HealthData/>", false)),
  bytes("a table in Latin-1", "bad-encoding", () =>
    latin1(table.replace("caffeine", "caf\u00e9ine")),
  ),
  bytes("JSON in Latin-1", "bad-encoding", () => latin1('{"resourceType":"\u00e9"}')),
  bytes("an overlong slash", "bad-encoding", () => Uint8Array.of(0x7b, 0xc0, 0xaf)),
  bytes("a surrogate in UTF-8", "bad-encoding", () => Uint8Array.of(0x7b, 0xed, 0xa0, 0x80)),
  bytes("a letter cut in two", "bad-encoding", () => Uint8Array.of(0x7b, 0x22, 0xe2, 0x82)),
  bytes("a picture", "bad-encoding", () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)),
  text("a PDF", "no-columns", "%PDF-1.7\n1 0 obj\n<< >>\nendobj\n"),
  text("a script", "no-columns", "alert(1)"),
  text("HTML", "unknown-format", "<!-- a page --><html><script>alert(1)</script></html>"),
  text("64 MiB and a letter", "too-large", () => `{"a":"${"x".repeat(64 * 1024 * 1024)}"}`),
  text("brackets a hundred thousand deep", "too-deep", nested(100_000, "[", "]")),
  text("braces a hundred thousand deep", "too-deep", nested(100_000, '{"a":', "}")),
  text("brackets that never close", "too-deep", "[".repeat(1_000_000)),
  text("65 levels", "too-deep", nested(65, "[", "]")),
  text("64 levels", "unknown-format", nested(64, "[", "]")),
  text("closing brackets first", "not-json", "{]]]]"),
  text("a comma too many", "not-json", '{"resourceType":"Patient",}'),
  text("comments in JSON", "not-json", '{/* a */"resourceType":"Patient"}'),
  text("single quotes in JSON", "not-json", "{'resourceType':'Patient'}"),
  text("NaN in JSON", "not-json", '{"resourceType":"Observation","value":NaN}'),
  text("Infinity in JSON", "not-json", "[Infinity]"),
  text("a control character in a JSON text", "not-json", '{"a":"\u0001"}'),
  text("a lone surrogate in a JSON text", "unknown-format", String.raw`{"a":"\ud800"}`),
  text("JSON cut in a key", "not-json", '{"resourceTy'),
  text("JSON cut in a text", "not-json", '{"resourceType":"Pat'),
  text("two JSON values", "not-json", `${patient}${patient}`),
  text("JSON lines", "not-json", `${patient}\n${patient}\n`),
  text("an empty object", "unknown-format", "{}"),
  text("an empty list", "unknown-format", "[]"),
  text("a list of everything", "unknown-format", '[1,"a",null,true,{},[]]'),
  text("an empty key", "unknown-format", '{"":1}'),
  text(
    "the same key twice: the later counts",
    "kept",
    '{"resourceType":"Group","resourceType":"Patient","gender":"male"}',
  ),
  text("a text above 1 MiB", "long-text", () =>
    JSON.stringify({ resourceType: "x".repeat(1_048_577) }),
  ),
  text("a key above 1 MiB", "unknown-format", () => JSON.stringify({ ["x".repeat(1_048_577)]: 1 })),
  json(
    "a hundred thousand keys",
    "unknown-format",
    Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`k${n}`, n])),
  ),
  ...["__proto__", "constructor", "prototype"].flatMap((key) => [
    text(
      `${key} at the top`,
      "forbidden-key",
      `{"resourceType":"Patient","${key}":{"polluted":1}}`,
    ),
    text(
      `${key} deep inside`,
      "forbidden-key",
      `{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"a":[{"${key}":{"polluted":1}}]}}]}`,
    ),
    text(
      `${key} spelled in escapes`,
      "forbidden-key",
      `{"${key
        .split("")
        .map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)
        .join("")}":1}`,
    ),
    text(`${key} as a type of resource`, "nothing", `{"resourceType":"${key}"}`),
    text(
      `${key} as the name of a gene`,
      "nothing",
      `{"results":[{"gene":"${key}","diplotypes":[{"name":"*1/*1"}]}]}`,
    ),
    text(`${key} as a drug`, "asked", `time,drug,value,unit\n2026-11-02T08:00:00Z,${key},2,mg/L`),
    text(
      `${key} as a unit`,
      "asked",
      `time,drug,value,unit\n2026-11-02T08:00:00Z,caffeine,2,${key}`,
    ),
    text(
      `${key} as a code`,
      "nothing",
      `{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"${key}"}]},"valueQuantity":{"value":1}}`,
    ),
    text(
      `${key} as a kind of record`,
      "nothing",
      `<HealthData><Record type="${key}" value="1" startDate="2026-11-01 07:00:00 +0100"/></HealthData>`,
    ),
  ]),
];
