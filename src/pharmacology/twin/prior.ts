/**
 * People like this one: drawn from rows of independent standard normals, so that whoever learns
 * about the person moves normals and nothing else.
 *
 * A row is: the normals that people vary by (people/variability.ts), sex, age, two for each gene,
 * and each drug's own factors.
 */
import { normalCdf } from "../../core/numerics/normal";
import type { Model } from "../../core/model/model";
import type { Person } from "../body/person";
import type { Drug } from "../drug";
import { genes } from "../genes/library";
import { PersonDrawer } from "../people/draw-person";
import type { DrawSource } from "../people/draw-source";
import { normalCount } from "../people/variability";
import type { KnownAt } from "./known";
import { ownFactorNames, ownPlaces, type OwnPlace } from "./own-factors";

const sexAt = normalCount;
const genesAt = normalCount + 2;
const ownAt = genesAt + 2 * genes.length;
const geneNumbers = genes.flatMap(({ firstDraw }) => [firstDraw, firstDraw + 1]);

/** Where one of the drugs' own normals stands in a row. */
export const ownNormal = (normal: number): number => ownAt + normal;

/** Normals in a row. */
export const rowLength = (drugs: readonly Drug[]): number =>
  ownAt + ownFactorNames.length * drugs.length;

export class TwinPrior {
  readonly #drawer: PersonDrawer;
  readonly #places: readonly OwnPlace[];
  #row: ArrayLike<number> = [];

  constructor({ request, known }: KnownAt, model: Model, drugs: readonly Drug[]) {
    this.#drawer = new PersonDrawer(request, this.#source(), known);
    this.#places = ownPlaces(model, drugs);
  }

  /** Undefined where nobody can be like that. */
  person(row: ArrayLike<number>): Person | undefined {
    this.#row = row;
    const drawn = this.#drawer.draw(0, 1);
    return drawn.ok ? drawn.person : undefined;
  }

  /** Changes parameters of the model, in its order, by the drugs' own factors. */
  applyOwn(row: ArrayLike<number>, parameters: Float64Array): void {
    for (const { place, normal, sd } of this.#places) {
      const factor = Math.exp(sd * (row[ownNormal(normal)] ?? 0));
      parameters[place] = (parameters[place] ?? 0) * factor;
    }
  }

  #source(): DrawSource {
    return {
      normals: (_person, _attempt, { from, until }, target) => {
        for (let i = 2 * from; i < 2 * until; i++) target[i] = this.#row[i] ?? 0;
      },
      uniforms: (_person, _attempt, { from }, target) => {
        if (from === 0) {
          target[0] = normalCdf(this.#row[sexAt] ?? 0);
          target[1] = normalCdf(this.#row[sexAt + 1] ?? 0);
        } else {
          geneNumbers.forEach((number, i) => {
            target[number] = normalCdf(this.#row[genesAt + i] ?? 0);
          });
        }
      },
    };
  }
}
