import { expect, test } from "vitest";
import { assembleModel } from "../pharmacology/assemble";
import { organs } from "../pharmacology/body/organs";
import { makePerson } from "../pharmacology/body/person";
import { shippedDrugs } from "../pharmacology/drugs/library";
import { partitionTable } from "./partition-table";

test.each([0, 1, 10, 35])("the table shows what the model uses, at %d years", (ageYears) => {
  const person = makePerson({ ageYears });
  for (const drug of shippedDrugs) {
    const { blocks } = assembleModel({ person, drugs: [drug], fed: false });
    const { rows } = partitionTable(drug, person);
    for (const { id } of organs) {
      const block = blocks.find(({ name }) => name === `${drug.id}.${id}`);
      const Kp = block?.parameters?.["Kp"]?.value;
      // behind a membrane the model holds the cells' share instead
      if (Kp !== undefined) expect(rows.find(({ organ }) => organ === id)?.used).toBe(Kp);
    }
  }
});
