import { describe, expect, test } from "vitest";
import type { Study, StudyOfMany } from "../pharmacology/study";
import { decodeStudy, encodeStudy, personalFields } from "./share-link";

const study: Study = {
  perfuse: 1,
  title: "Café ☕",
  drugs: ["caffeine"],
  people: { one: { sex: "female", ageYears: 30, weightKg: 60 } },
  doses: [{ drug: "caffeine", route: "oral", amountMg: 200, atHours: 0 }],
};

async function codeOf(text: string): Promise<string> {
  const result = await decodeStudy(text);
  return result.ok ? "ok" : (result.problems[0]?.code ?? "");
}

async function deflated(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = Buffer.from(await new Response(stream).arrayBuffer());
  return `v1.${bytes.toString("base64url")}`;
}

describe("a study in an address", () => {
  test("comes back as it was", async () => {
    const text = await encodeStudy(study);
    expect(text).toMatch(/^v1\.[\w-]+$/);
    expect(await decodeStudy(text)).toEqual({ ok: true, value: study });
  });

  test("keeps what an amount is of, and says nothing of it where nothing was said", async () => {
    const [dose] = study.doses;
    if (!dose) throw new Error("nothing is given");
    const ofSalt: Study = { ...study, doses: [{ ...dose, amountOf: "salt" }, dose] };
    const read = await decodeStudy(await encodeStudy(ofSalt));
    expect(read).toEqual({ ok: true, value: ofSalt });
  });

  test("is refused in one sentence when cut at any place", async () => {
    const text = await encodeStudy(study);
    for (let length = 0; length < text.length; length++) {
      expect(["broken-link", "unknown-link", "not-json", "empty-file"]).toContain(
        await codeOf(text.slice(0, length)),
      );
    }
  });

  test.each([
    ["hello", "unknown-link"],
    ["v2.abc", "unknown-link"],
    ["v1.", "broken-link"],
    ["v1.%00%00", "broken-link"],
    ["v1.AAAA", "broken-link"],
    [`v1.${"A".repeat(30_000)}`, "too-large"],
  ])("%.20s is refused as %s", async (text, code) => {
    expect(await codeOf(text)).toBe(code);
  });

  test("that unpacks to very much is refused while it unpacks", async () => {
    expect(await codeOf(await deflated(" ".repeat(5_000_000)))).toBe("too-large");
  });

  test("with a key that no study has is refused by name", async () => {
    const result = await decodeStudy(await deflated(JSON.stringify({ ...study, spy: 1 })));
    expect(result.ok ? [] : result.problems).toEqual([
      { code: "unknown-key", subject: "spy", message: "is not a key that this file may have" },
    ]);
  });

  test("lists what of the person it carries", () => {
    expect(personalFields(study)).toEqual([
      { field: "Sex", value: "female" },
      { field: "Age", value: "30 years" },
      { field: "Weight", value: "60 kg" },
    ]);
    expect(personalFields({ ...study, people: { one: {} } })).toEqual([]);
  });

  test("may be of many people, and then carries no person", async () => {
    const recipe = { count: 5000, seed: 3, ageYears: [65, 80], hepatic: "B" } as const;
    const many: StudyOfMany = { ...study, people: { many: recipe } };
    expect(await decodeStudy(await encodeStudy(many))).toEqual({ ok: true, value: many });
    expect(personalFields(many)).toEqual([]);
    const nobody = { ...many, people: { many: { ...recipe, count: 0 } } };
    expect(await codeOf(await encodeStudy(nobody))).toBe("bad-value");
  });

  test("lists health, genes and own numbers too", () => {
    const one = {
      renal: "severe",
      hepatic: "B",
      pregnancyWeeks: 20,
      group: "European",
      genes: { CYP2D6: "*4/*4" },
    } as const;
    const listed = personalFields({ ...study, people: { one }, overrides: { "liver.volume": 2 } });
    expect(listed.map(({ field, value }) => `${field}: ${value}`)).toEqual([
      "Kidney disease: severe",
      "Liver disease: Child–Pugh B",
      "Pregnancy: 20 weeks",
      "Group: European",
      "Genes: CYP2D6 *4/*4",
      "Numbers of the model: 1 of this study's own",
    ]);
  });
});
