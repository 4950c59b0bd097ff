/** Sex, age, height and weight of a person of a request. */
import { personLimits } from "../body/person";
import { Body, referenceAt, type Sex, type Size } from "../body/typical-body";
import { bmiAt, bmiScore, scoreWithin, spreadAt, widest, type Spread } from "./anthropometry";
import type { DrawSource } from "./draw-source";
import type { ManyRequest } from "./request";
import { bodyNormals } from "./variability";

/** What is asked of sizes. */
export interface SizeRequest extends Pick<
  ManyRequest,
  "ageYears" | "femaleFraction" | "bmi" | "sameWeightKg"
> {
  /** Where it is known: everybody's. */
  readonly heightCm?: number | undefined;
}

export type MutableSize = { -readonly [K in keyof Size]: Size[K] };

/** Draws of a person's uniforms, two of each; those from 500 on are the genes'. */
const sexAndAge = { from: 0, until: 1 };
const bmiDraws = { from: 1, until: 2 };
const sizeDraws = { from: 0, until: 1 };

export const defaultAges = [20, 50] as const;

/** Draws sizes for a request, one person after the other; `size` and `reference` are the last one's. */
export class SizeDrawer {
  readonly size: MutableSize = { sex: "male", ageYears: 0, heightCm: 0, weightKg: 0 };
  /** The reference person of that sex and age. */
  readonly reference = new Body();
  readonly #spread: Spread = { height: 0, bmi: 0, correlation: 0 };
  readonly #request: SizeRequest;
  readonly #source: DrawSource;
  readonly #uniforms = new Float64Array(2 * bmiDraws.until);

  constructor(request: SizeRequest, source: DrawSource) {
    this.#request = request;
    this.#source = source;
  }

  /** What does not change between attempts: sex and age. */
  begin(person: number): void {
    const { femaleFraction = 0.5, ageYears: [from, to] = defaultAges } = this.#request;
    this.#source.uniforms(person, 0, sexAndAge, this.#uniforms);
    const sex: Sex = (this.#uniforms[0] ?? 0) < femaleFraction ? "female" : "male";
    const ageYears = from + (to - from) * (this.#uniforms[1] ?? 0);
    this.size.sex = sex;
    this.size.ageYears = ageYears;
    referenceAt(sex, ageYears, this.reference);
    spreadAt(sex, ageYears, this.#spread);
  }

  /** @returns false where the height or weight that were drawn are nobody's */
  draw(person: number, attempt: number, normals: Float64Array): boolean {
    this.#source.normals(person, attempt, sizeDraws, normals);
    const ownHeight = normals[bodyNormals.height] ?? 0;
    const ownBmi = normals[bodyNormals.bmi] ?? 0;
    if (Math.abs(ownHeight) > widest) return false;
    const { sameWeightKg } = this.#request;
    const met =
      typeof sameWeightKg === "number"
        ? this.#atWeight(sameWeightKg, ownHeight)
        : this.#atIndex(this.#score(person, attempt, ownBmi), ownHeight);
    const [least, most] = personLimits.weightKg;
    return met && this.size.weightKg >= least && this.size.weightKg <= most;
  }

  get #meanBmi(): number {
    return this.reference.bodyMassKg / (this.reference.heightCm / 100) ** 2;
  }

  /** Of the body mass index; drawn within the window, where one is asked for. */
  #score(person: number, attempt: number, own: number): number | undefined {
    const { bmi } = this.#request;
    if (!bmi) return Math.abs(own) > widest ? undefined : own;
    const [from, to] = bmi;
    const mean = this.#meanBmi;
    this.#source.uniforms(person, attempt, bmiDraws, this.#uniforms);
    return scoreWithin(
      bmiScore(from, mean, this.#spread),
      bmiScore(to, mean, this.#spread),
      this.#uniforms[2 * bmiDraws.from] ?? 0,
    );
  }

  #atIndex(score: number | undefined, ownHeight: number): boolean {
    if (score === undefined) return false;
    const { correlation, height } = this.#spread;
    const z = correlation * score + Math.sqrt(1 - correlation ** 2) * ownHeight;
    this.size.heightCm = this.#request.heightCm ?? this.reference.heightCm * (1 + height * z);
    const index = bmiAt(score, this.#meanBmi, this.#spread);
    this.size.weightKg = index * (this.size.heightCm / 100) ** 2;
    return true;
  }

  /** Everybody weighs the same; who is tall is thin, as far as anybody is. */
  #atWeight(weightKg: number, ownHeight: number): boolean {
    const { heightCm } = this.#request;
    this.size.heightCm =
      heightCm ?? this.reference.heightCm * (1 + this.#spread.height * ownHeight);
    this.size.weightKg = weightKg;
    // somebody who was measured is there, however rare
    const index = weightKg / (this.size.heightCm / 100) ** 2;
    const { bmi } = this.#request;
    if (bmi) return index >= bmi[0] && index <= bmi[1];
    if (heightCm !== undefined) return true;
    return Math.abs(bmiScore(index, this.#meanBmi, this.#spread)) <= widest;
  }
}
