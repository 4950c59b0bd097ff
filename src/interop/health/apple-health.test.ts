/** Apple Health's export, and the reader of tags under it: streamed, cut anywhere, and refused. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAppleHealth } from "./apple-health";
import { codeOf, reading, understood } from "./reading-for-tests";
import { attribute, XmlTags } from "./xml-tags";

/** As an iPhone writes it, shortened. */
const documentType = `<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 13 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
<!ELEMENT Record ((MetadataEntry|HeartRateVariabilityMetadataList)*)>
<!-- Note: Any Records that appear as children of a correlation also appear as top-level "records" -->
]>`;

const record = (type: string, value: string, startDate: string, sourceName = "Watch", unit = "x") =>
  `<Record type="${type}" sourceName="${sourceName}" unit="${unit}" startDate="${startDate}" endDate="${startDate}" value="${value}"/>`;
const mass = (value: string, at: string, unit = "kg") =>
  record("HKQuantityTypeIdentifierBodyMass", value, at, "Scale", unit);

const exported = (records: string, type = documentType) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${type}\n<HealthData locale="de_DE">
 <ExportDate value="2026-11-20 10:00:00 +0100"/>
 <Me HKCharacteristicTypeIdentifierDateOfBirth="1980-05-01" HKCharacteristicTypeIdentifierBiologicalSex="HKBiologicalSexFemale"/>
 ${records}\n</HealthData>\n`;

async function* inPieces(text: string, length: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += length) yield bytes.slice(at, at + length);
}

const read = (text: string, length = 65_536) => readAppleHealth(inPieces(text, length), reading);

describe("what is read", () => {
  test("the person, weights and heights with their units", async () => {
    const { facts, events } = understood(
      await read(
        exported(
          mass("180", "2026-11-01 07:00:00 +0100", "lb") +
            record(
              "HKQuantityTypeIdentifierHeight",
              "170",
              "2020-01-01 07:00:00 +0100",
              "Me",
              "cm",
            ),
        ),
      ),
    );
    expect(facts).toEqual({
      sex: "female",
      age: { years: 46, on: "2026-11-20" },
      heightCm: 170,
    });
    expect(events).toMatchObject([
      { what: "weight", value: 81.6466, at: "2026-11-01T07:00:00+01:00", source: "a file" },
    ]);
  });

  test("a day's heart rate is the median of its resting rates, never single beats", async () => {
    const rate = (value: string, time: string, kind = "RestingHeartRate") =>
      record(`HKQuantityTypeIdentifier${kind}`, value, `2026-11-01 ${time} +0100`);
    const { events, ignored } = understood(
      await read(
        exported(
          rate("58", "07:00:00") +
            rate("60", "12:00:00") +
            rate("80", "23:00:00") +
            rate("140", "13:00:00", "HeartRate"),
        ),
      ),
    );
    expect(events).toMatchObject([
      { what: "heart-rate", value: 60, at: "2026-11-01T12:00:00+01:00" },
    ]);
    expect(ignored).toMatchObject([{ what: "HeartRate", count: 1 }]);
  });

  test("steps that two devices counted are not counted twice", async () => {
    const steps = (value: string, at: string, by: string) =>
      record("HKQuantityTypeIdentifierStepCount", value, at, by, "count");
    const { events } = understood(
      await read(
        exported(
          steps("3000", "2026-11-01 09:00:00 +0100", "Watch") +
            steps("4000", "2026-11-01 19:00:00 +0100", "Watch") +
            steps("5000", "2026-11-01 09:00:00 +0100", "Phone") +
            steps("100", "2026-11-02 00:10:00 +0100", "Phone"),
        ),
      ),
    );
    expect(events.map((event) => (event.kind === "measured" ? event.value : 0))).toEqual([
      7000, 100,
    ]);
  });

  test("it does not matter where the stream is cut", async () => {
    const text = exported(
      `${mass("70", "2026-11-01 07:00:00 +0100")}<!-- a > in a comment -->` +
        record("HKQuantityTypeIdentifierStepCount", "10", "2026-11-01 08:00:00 +0100", "Zoë’s > 1"),
    );
    const whole = await read(text);
    expect(understood(whole).events).toHaveLength(2);
    for (let length = 1; length < 60; length++) expect(await read(text, length)).toEqual(whole);
  });

  test("what has no number or no time is said", async () => {
    const { events, ignored } = understood(
      await read(exported(mass("heavy", "2026-11-01 07:00:00 +0100") + mass("70", "yesterday"))),
    );
    expect(events).toEqual([]);
    expect(ignored.map(({ why }) => why)).toEqual(["has no number", "has no time that can be"]);
  });

  test("progress is told in bytes", async () => {
    const text = exported(mass("70", "2026-11-01 07:00:00 +0100"));
    const told: number[] = [];
    const onProgress = (bytes: number) => told.push(bytes);
    await readAppleHealth(inPieces(text, 100), reading, { onProgress });
    expect(told.at(-1)).toBe(new TextEncoder().encode(text).length);
  });
});

describe("what is refused", () => {
  const type = (inside: string) => `<!DOCTYPE HealthData [${inside}]>`;
  test.each([
    ["document-type", exported("", type('<!ENTITY a "b">'))],
    ["document-type", exported("", type('<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;'))],
    ["document-type", exported("", type("%a;"))],
    ["document-type", exported("", type('<!-- fine --><!NOTATION n SYSTEM "n">'))],
    ["document-type", exported("", type("<!ELEMENT a (%b;)>"))],
    ["document-type", exported("", '<!DOCTYPE HealthData SYSTEM "http://example.org/a.dtd">')],
    ["document-type", exported("", '<!DOCTYPE HealthData PUBLIC "a" "b" []>')],
    ["document-type", exported("", "<!DOCTYPE HealthData>")],
    ["document-type", exported(type('<!ENTITY a "b">'))],
    ["document-type", exported("<!ENTITY a 'b'>")],
    ["unknown-format", "<html><body/></html>"],
    ["not-xml", exported("").replace("</HealthData>", "")],
    ["not-xml", exported("</Record>")],
    ["not-xml", exported("<Record")],
    ["not-xml", `${exported("")}<HealthData/>`],
    ["not-xml", exported("<1/>")],
    ["too-deep", exported("<a>".repeat(70) + "</a>".repeat(70))],
    ["too-long", exported(`<Record type="${"x".repeat(1_100_000)}`)],
  ])("%s", async (code, text) => expect(codeOf(await read(text))).toBe(code));

  test("letters that are no UTF-8", async () => {
    async function* bytes() {
      yield new TextEncoder().encode(exported(""));
      yield new Uint8Array([0xff, 0xfe]);
    }
    expect(codeOf(await readAppleHealth(bytes(), reading))).toBe("bad-encoding");
  });
});

describe("tags", () => {
  test("an attribute is found whole, outside of other values, and its entities are resolved", () => {
    const tag = `<Record data-type="no" note=" type='no' " type = 'a &lt; &#38; &#x41; &bogus;' x="1"/>`;
    expect(attribute(tag, "type")).toBe("a < & A &bogus;");
    expect(attribute(tag, "missing")).toBeUndefined();
    expect(attribute('<a b="1', "b")).toBeUndefined();
  });

  test("whatever the text and however it is cut, the same tags come, and nothing is thrown", () => {
    const piece = fc.constantFrom(
      "<a>",
      "</a>",
      "<b/>",
      "<!--",
      "-->",
      '"',
      "'",
      ">",
      "<",
      "x",
      "<![CDATA[",
      "]]>",
      "<?p",
      "?>",
      "<!DOCTYPE a [",
      "]",
    );
    const names = (text: string, length: number) => {
      const found: string[] = [];
      const tags = new XmlTags({ onTag: (name) => found.push(name) });
      let problem = undefined;
      for (let at = 0; at < text.length && !problem; at += length) {
        problem = tags.write(text.slice(at, at + length));
      }
      return [found, (problem ?? tags.end())?.code];
    };
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.integer({ min: 1, max: 9 }),
        (all, cut) => {
          const text = `<r>${all.join("")}</r>`;
          const [whole, problem] = names(text, text.length);
          const [pieces, same] = names(text, cut);
          expect(same).toBe(problem);
          // a problem may be noticed before or after a tag of the same piece is told
          if (problem === undefined) expect(pieces).toEqual(whole);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });
});
