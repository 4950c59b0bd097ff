/**
 * A crowd as one person: the mean age, height and weight of its men, or of its women where most are
 * women, with the genes and conditions that were asked for. Loaded when bodies are shown.
 *
 * Sizes are drawn without the conditions, which the study of one person then brings about itself:
 * the weight that a pregnancy adds is not added twice. What only varies from person to person, such
 * as enzymes and flows, is typical.
 */
import { makePopulation } from "../pharmacology/people/population";
import type { ManyRequest } from "../pharmacology/people/request";
import type { Study, StudyOfMany } from "../pharmacology/study";

/** A mean of so many is within a hundredth of everybody's. */
const mostDrawn = 400;

/** Undefined where nobody can be drawn, of whom then nothing was simulated either. */
export function typicalStudy({ people, ...study }: StudyOfMany): Study | undefined {
  const { many } = people;
  const size = meanSize(many);
  if (!size) return undefined;
  const { title: _title, record: _record, thresholds: _thresholds, ...frame } = study;
  const { group, genes, renal, hepatic, pregnancyWeeks } = many;
  return {
    ...frame,
    people: {
      one: {
        ...size,
        ...(group && { group }),
        ...(genes && { genes }),
        ...(renal && { renal }),
        ...(hepatic && { hepatic }),
        ...(typeof pregnancyWeeks === "number" && { pregnancyWeeks }),
      },
    },
  };
}

/** Of those of one sex among the first people. */
function meanSize(many: ManyRequest) {
  const { renal: _renal, hepatic: _hepatic, pregnancyWeeks: _weeks, ...healthy } = many;
  const made = makePopulation(healthy);
  if (!made.ok) return undefined;
  const sex = made.value.typical.sex;
  const numbers = Array.from({ length: Math.min(many.count, mostDrawn) }, (_, k) => k);
  const drawn = numbers.flatMap((k) => {
    const one = made.value.draw(k);
    return one.ok ? [one.person] : [];
  });
  const ofSex = drawn.filter((person) => person.sex === sex);
  // of few, all may be of the other sex
  const [first = made.value.typical, ...others] = ofSex.length > 0 ? ofSex : drawn;
  const all = [first, ...others];
  const mean = (of: (person: typeof first) => number) =>
    all.reduce((sum, person) => sum + of(person), 0) / all.length;
  return {
    sex: first.sex,
    ageYears: mean(({ ageYears }) => ageYears),
    heightCm: mean(({ heightCm }) => heightCm),
    weightKg: mean(({ weightKg }) => weightKg),
  };
}
