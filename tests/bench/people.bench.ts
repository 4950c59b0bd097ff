/** Virtual people a second on one core: drawn, and with the parameters of a drug written for each. */
import { parameterWriter } from "../../src/pharmacology/assemble";
import { shippedDrugs } from "../../src/pharmacology/drugs/library";
import { makePopulation, type Population } from "../../src/pharmacology/people/population";
import { median, timesMs, type Report } from "./report";

const people = 20_000;
const repeats = 15;

export async function run(report: Report): Promise<void> {
  const population = crowd();
  const drawn = await timesMs(repeats, () => drawAll(population));
  report({
    name: "virtual people, drawn",
    value: (people / median(drawn)) * 1000,
    unit: "1/s",
    atLeast: 200_000,
    note: `one core, median of ${repeats} times ${people}`,
  });
  for (const drug of shippedDrugs) {
    const write = parameterWriter({ drugs: [drug], fed: false });
    const target = new Float64Array(1000);
    const written = await timesMs(repeats, () =>
      drawAll(population, (person) => write(person, target)),
    );
    report({
      name: `virtual people, with the parameters of ${drug.id}`,
      value: (people / median(written)) * 1000,
      unit: "1/s",
      atLeast: 80_000,
      note: `one core, median of ${repeats} times ${people}`,
    });
  }
}

type Drawn = Extract<ReturnType<Population["draw"]>, { ok: true }>;

function drawAll({ draw }: Population, use: (person: Drawn["person"]) => void = () => {}): void {
  for (let k = 0; k < people; k++) {
    const drawn = draw(k);
    if (drawn.ok) use(drawn.person);
  }
}

function crowd(): Population {
  const made = makePopulation({ count: people, seed: 7 });
  if (!made.ok) throw new Error(made.problems.map(({ message }) => message).join("\n"));
  return made.value;
}
