/** A drug under another id is the same drug, and two of them can be in one study. */
import { expect, test } from "vitest";
import { assembleModel } from "../assemble";
import { makePerson } from "../body/person";
import { shippedDrug, shippedDrugs } from "../drugs/library";
import { idsOf } from "../substances";
import { copyOf, freeId, withId } from "./identity";

test.each([
  ["My drug", [], "my-drug"],
  ["My drug", ["my-drug", "my-drug-2"], "my-drug-3"],
  ["Été 12!", [], "ete-12"],
  ["12", [], "my-drug"],
  ["", [], "my-drug"],
  ["Liver", [], "liver-drug"],
])("%s with %s taken is %s", (name, taken, id) => {
  expect(freeId(name, taken)).toBe(id);
});

test.each(shippedDrugs)("a copy of $id shares no id with it", (drug) => {
  const copy = copyOf(drug, freeId(`${drug.name} copy`, idsOf(drug)));
  expect(idsOf(copy).filter((id) => idsOf(drug).includes(id))).toEqual([]);
  expect(copy.own?.copyOf).toBe(drug.id);
});

test("a copy with forms and metabolites can be given with what it was copied from", () => {
  const drugs = ["itraconazole", "omeprazole"].flatMap((id) => shippedDrug(id) ?? []);
  for (const drug of drugs) {
    const { blocks } = assembleModel({
      person: makePerson(),
      drugs: [drug, withId(drug, "mine")],
      fed: false,
    });
    const names = blocks.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect(names).toContain("mine.liver");
  }
});
