/** Every number of the model says where it is from. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { shippedDrugs } from "../../src/pharmacology/drugs/library";
import { sources } from "../../src/pharmacology/sources";
import { checkStudy } from "../../src/interop/study-file";
import { planOf } from "./harness";

const whole = planOf({
  perfuse: 1,
  drugs: shippedDrugs.map(({ id }) => id),
  people: { one: { sex: "female", ageYears: 4 } },
  doses: [],
  untilHours: 24,
});

test("the model of all drugs together names a source for every parameter", () => {
  const all = whole.model.blocks.flatMap((block) =>
    Object.entries(block.parameters ?? {}).map(([name, parameter]) => ({
      name: `${block.name}.${name}`,
      ...parameter,
    })),
  );
  expect(all.length).toBeGreaterThan(250);
  const known = new Set<string>(Object.keys(sources));
  for (const { name, provenance, label } of all) {
    const ids =
      provenance.kind === "from"
        ? [provenance.source]
        : provenance.kind === "derived"
          ? provenance.sources
          : [];
    for (const id of ids) expect(known.has(id), `${name}: source ${id}`).toBe(true);
    expect(label, `${name} has no label`).not.toBe("");
  }
});

test("no source is listed that nothing cites", () => {
  const room = "src/pharmacology";
  const files = readdirSync(room, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "sources.ts",
  );
  const text = files.map((file) => readFileSync(join(room, file), "utf8")).join("\n");
  const unused = Object.keys(sources).filter((id) => !text.includes(`"${id}"`));
  expect(unused).toEqual([]);
});

test("shipped drugs pass the schema that strangers' drugs have to pass", () => {
  const study = { perfuse: 1, drugs: shippedDrugs, people: { one: {} }, doses: [] };
  const checked = checkStudy(study);
  expect(checked.ok ? [] : checked.problems).toEqual([]);
});
