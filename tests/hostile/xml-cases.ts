/** XML and archives that are wrong, odd or meant to harm. */
import { zipOf, type Packed } from "../../src/interop/health/zip-for-tests";
import { bytes, text, type Fate, type HostileCase } from "./case";

const record = (attributes: string) => `<HealthData><Record ${attributes}/></HealthData>`;
const mass = (change: Readonly<Record<string, string>> = {}) => {
  const attributes = {
    type: "HKQuantityTypeIdentifierBodyMass",
    unit: "kg",
    value: "70",
    startDate: "2026-11-01 07:00:00 +0100",
    ...change,
  };
  return record(
    Object.entries(attributes)
      .map(([name, value]) => `${name}="${value}"`)
      .join(" "),
  );
};
const typed = (type: string) => `<?xml version="1.0"?>\n${type}\n${mass()}`;
const inside = (declarations: string) => typed(`<!DOCTYPE HealthData [${declarations}]>`);

/** Each entity ten of the one before. */
const laughs = Array.from(
  { length: 10 },
  (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
);

const types: readonly (readonly [name: string, document: string, fate: Fate])[] = [
  ["none", mass(), "kept"],
  ["empty brackets", inside(""), "kept"],
  [
    "elements and attributes",
    inside("<!ELEMENT HealthData (Record*)><!ATTLIST Record value CDATA #REQUIRED>"),
    "kept",
  ],
  ["comments with marks in them", inside("<!-- <!ENTITY x '> ]]> -->"), "kept"],
  ["a billion laughs", inside(`<!ENTITY l0 "ha">${laughs.join("")}`), "document-type"],
  ["one entity of a megabyte", inside(`<!ENTITY a "${"x".repeat(1_000_000)}">`), "document-type"],
  ["an entity of a file", inside('<!ENTITY a SYSTEM "file:///etc/passwd">'), "document-type"],
  ["an entity of an address", inside('<!ENTITY a SYSTEM "https://example.org/">'), "document-type"],
  ["a public entity", inside('<!ENTITY a PUBLIC "a" "b">'), "document-type"],
  ["a parameter entity", inside('<!ENTITY % a "b">'), "document-type"],
  ["a reference to a parameter entity", inside("%a;"), "document-type"],
  ["a reference within an element", inside("<!ELEMENT a (%b;)>"), "document-type"],
  ["an unparsed entity", inside('<!ENTITY a SYSTEM "b" NDATA c>'), "document-type"],
  ["a notation", inside('<!NOTATION a SYSTEM "b">'), "document-type"],
  ["a processing instruction inside", inside("<?xml-stylesheet href='a'?>"), "document-type"],
  ["text inside", inside("hello"), "document-type"],
  [
    "an entity after a comment that seems not to close",
    inside("<!-- --><!ENTITY a 'b'><!-- -->"),
    "document-type",
  ],
  ["a system address", typed('<!DOCTYPE HealthData SYSTEM "a.dtd">'), "document-type"],
  ["a public address", typed('<!DOCTYPE HealthData PUBLIC "a" "b">'), "document-type"],
  [
    "a system address and brackets",
    typed('<!DOCTYPE HealthData SYSTEM "a.dtd" []>'),
    "document-type",
  ],
  ["a name only", typed("<!DOCTYPE HealthData>"), "document-type"],
  ["no name", typed("<!DOCTYPE [ ]>"), "document-type"],
  ["small letters", typed("<!doctype HealthData []>"), "document-type"],
  ["two of them", typed("<!DOCTYPE a [<!ENTITY b 'c'>]><!DOCTYPE HealthData []>"), "document-type"],
  [
    "one after the root began",
    `<HealthData><!DOCTYPE HealthData []></HealthData>`,
    "document-type",
  ],
  ["an entity without a type", `<HealthData><!ENTITY a "b"></HealthData>`, "document-type"],
  ["one that never ends", "<!DOCTYPE HealthData [ <!ELEMENT a ", "not-xml"],
  ["one of two megabytes", inside(`<!ELEMENT a (${"b,".repeat(1_000_000)}c)>`), "too-long"],
];

const documents: readonly (readonly [name: string, document: string, fate: Fate])[] = [
  [
    "XInclude",
    `<HealthData xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd"/></HealthData>`,
    "nothing",
  ],
  ["a stylesheet", `<?xml-stylesheet href="https://example.org/"?>${mass()}`, "kept"],
  ["an undeclared entity in a value", mass({ unit: "&kg;" }), "asked"],
  ["an entity of a control character", mass({ unit: "kg&#0;" }), "asked"],
  ["an entity beyond Unicode", mass({ unit: "&#x110000;kg" }), "asked"],
  ["CDATA with tags in it", `<HealthData><![CDATA[<Record type="x"/>]]></HealthData>`, "nothing"],
  ["CDATA outside", `<![CDATA[x]]><HealthData/>`, "not-xml"],
  ["CDATA that never ends", "<HealthData><![CDATA[ </HealthData>", "not-xml"],
  ["a comment that never ends", `<HealthData><!-- ${mass()}`, "not-xml"],
  ["another root", "<ClinicalDocument/>", "unknown-format"],
  ["SVG with a script", "<svg><script>alert(1)</script></svg>", "unknown-format"],
  ["two roots", "<HealthData/><HealthData/>", "not-xml"],
  ["text before the root", "<?xml version='1.0'?>hello<HealthData/>", "not-xml"],
  ["text after the root", "<HealthData/>hello", "not-xml"],
  ["a root that never closes", "<HealthData>", "not-xml"],
  ["an element that never closes", "<HealthData><Record></HealthData>", "not-xml"],
  ["a closing tag alone", "</HealthData>", "not-xml"],
  ["tags crossed", "<HealthData><a><b></a></b></HealthData>", "not-xml"],
  ["a tag without a name", "<HealthData>< /></HealthData>", "not-xml"],
  ["a name that begins with a digit", "<HealthData><1/></HealthData>", "not-xml"],
  ["a quote that never closes", '<HealthData><Record value="70/></HealthData>', "not-xml"],
  [
    "65 elements deep",
    `<HealthData>${"<a>".repeat(64)}${"</a>".repeat(64)}</HealthData>`,
    "too-deep",
  ],
  ["a hundred thousand elements deep", `<HealthData>${"<a>".repeat(100_000)}`, "too-deep"],
  ["an attribute of two megabytes", mass({ device: "x".repeat(2_000_000) }), "too-long"],
  [
    "a hundred thousand attributes in one tag",
    record(Array.from({ length: 100_000 }, (_, n) => `a${n}="1"`).join(" ")),
    "too-long",
  ],
  ["an attribute twice: the first counts", mass().replace("value=", 'value="80" value='), "kept"],
  ["an attribute in another's value", mass({ device: "value='500'" }), "kept"],
  [
    "a hundred thousand kinds of record",
    `<HealthData>${Array.from({ length: 100_000 }, (_, n) => `<Record type="t${n}"/>`).join("")}</HealthData>`,
    "nothing",
  ],
  ["a value that is no number", mass({ value: "seventy" }), "nothing"],
  ["an empty value", mass({ value: "" }), "nothing"],
  ["an endless value", mass({ value: "1e999" }), "nothing"],
  ["a value in hexadecimal that cannot be", mass({ value: "0xFFFF" }), "asked"],
  ["a value below nothing", mass({ value: "-70" }), "asked"],
  ["no unit", mass({ unit: "" }), "asked"],
  ["a strange unit", mass({ unit: "catties" }), "asked"],
  ["a date that is none", mass({ startDate: "2026-02-30 07:00:00 +0100" }), "nothing"],
  ["a date without an offset", mass({ startDate: "2026-11-01 07:00:00" }), "nothing"],
  ["a date in the future", mass({ startDate: "2030-11-01 07:00:00 +0100" }), "nothing"],
  [
    "a birth that is none",
    '<HealthData><Me HKCharacteristicTypeIdentifierDateOfBirth="1990-99-99"/></HealthData>',
    "nothing",
  ],
  [
    "more steps than anybody takes",
    mass({ type: "HKQuantityTypeIdentifierStepCount", value: "999999999" }),
    "asked",
  ],
  ["steps below nothing", mass({ type: "HKQuantityTypeIdentifierStepCount", value: "-5" }), "kept"],
];

// ——— archives ———

const letters = (content: string) => new TextEncoder().encode(content);
const entry = (change: Partial<Packed> = {}): Packed => ({
  name: "apple_health_export/export.xml",
  bytes: letters(mass()),
  ...change,
});
const zeros = (length: number) => new Uint8Array(length);

const archives: readonly (readonly [
  name: string,
  zip: () => Uint8Array<ArrayBuffer>,
  fate: Fate,
])[] = [
  ["as it is", () => zipOf([entry()]), "kept"],
  ["stored", () => zipOf([entry({ isStored: true })]), "kept"],
  ["empty", () => zipOf([]), "unknown-format"],
  ["a bomb of ten megabytes", () => zipOf([entry({ bytes: zeros(10_000_000) })]), "zip-ratio"],
  [
    "a bomb beside the export",
    () => zipOf([entry(), entry({ name: "b", bytes: zeros(10_000_000) })]),
    "zip-ratio",
  ],
  [
    "a bomb that says it is none",
    () => zipOf([entry({ bytes: zeros(10_000_000), claims: { unpacked: 1000 } })]),
    "zip-ratio",
  ],
  [
    "an export that unpacks to more than it says",
    () => zipOf([entry({ claims: { unpacked: 10 } })]),
    "zip-ratio",
  ],
  [
    "an export that unpacks to less than it says",
    () => zipOf([entry({ claims: { unpacked: 1000 } })]),
    "kept",
  ],
  ["257 files", () => zipOf(Array.from({ length: 257 }, () => entry())), "zip-entries"],
  ["256 files", () => zipOf(Array.from({ length: 256 }, () => entry())), "kept"],
  ["a path that climbs", () => zipOf([entry({ name: "../../export.xml" })]), "zip-path"],
  ["a path that climbs backwards", () => zipOf([entry({ name: "..\\export.xml" })]), "zip-path"],
  ["a path from the root", () => zipOf([entry({ name: "/export.xml" })]), "zip-path"],
  ["a path on a drive", () => zipOf([entry({ name: "C:/export.xml" })]), "zip-path"],
  ["a path with a NUL", () => zipOf([entry({ name: "export.xml\0.txt" })]), "zip-path"],
  [
    "two dots in a name that climb nowhere",
    () => zipOf([entry({ name: "a..b/export.xml" })]),
    "kept",
  ],
  ["locked", () => zipOf([entry({ claims: { flags: 1 } })]), "zip-encrypted"],
  ["packed in another way", () => zipOf([entry({ claims: { method: 14 } })]), "zip-method"],
  [
    "not deflated though it says so",
    () => zipOf([entry({ isStored: true, claims: { method: 8 } })]),
    "bad-zip",
  ],
  [
    "deflated though it says stored",
    () => zipOf([entry({ claims: { method: 0 } })]),
    "bad-encoding",
  ],
  ["cut off", () => zipOf([entry()]).slice(0, 100), "bad-zip"],
  ["a beginning only", () => Uint8Array.of(0x50, 0x4b, 3, 4), "bad-zip"],
  ["more files in the count than there are", () => zipOf([entry()], 2), "bad-zip"],
  ["above 4 GiB, it says", () => zipOf([entry()], 0xffff), "zip64"],
  [
    "an archive in an archive",
    () => zipOf([entry({ name: "a.zip", bytes: zipOf([entry()]) })]),
    "bad-encoding",
  ],
  [
    "two files, no export",
    () => zipOf([entry({ name: "a" }), entry({ name: "b" })]),
    "unknown-format",
  ],
  [
    "an export with a document type",
    () => zipOf([entry({ bytes: letters(inside("<!ENTITY a 'b'>")) })]),
    "document-type",
  ],
];

export const xmlCases: readonly HostileCase[] = [
  ...types.map(([name, document, fate]) =>
    text(`XML: a document type with ${name}`, fate, document),
  ),
  ...documents.map(([name, document, fate]) => text(`XML: ${name}`, fate, document)),
  ...archives.map(([name, zip, fate]) => bytes(`ZIP: ${name}`, fate, zip)),
];
