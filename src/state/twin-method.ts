/** How a twin learns, for whoever asks why: the equation, the assumed numbers, the sources. */
import { sourceInWords } from "../pharmacology/conditions/explain";
import {
  adultRateSource,
  childRateSource,
  rateLogSd,
  rateLogSdSource,
} from "../pharmacology/twin/creatinine";
import { errorModel } from "../pharmacology/twin/error-model";
import { ownVariations } from "../pharmacology/twin/own-factors";
import type { Provenance } from "../core/model/model";

export interface AssumedNumber {
  readonly name: string;
  readonly value: string;
  readonly from: string;
}

const percent = (value: number) => `${Number((100 * value).toPrecision(3))} %`;

const row = (name: string, value: string, provenance: Provenance): AssumedNumber => ({
  name,
  value,
  from: sourceInWords(provenance),
});

/** What the answer rests on besides the model of the body and of the drug. */
export const assumedNumbers: readonly AssumedNumber[] = [
  row(
    "Error of a level: assay and model",
    percent(errorModel.proportional.value),
    errorModel.proportional.provenance,
  ),
  row(
    "Least error, of the highest typical level",
    percent(errorModel.additive.value),
    errorModel.additive.provenance,
  ),
  row(
    "From one dose to the next",
    percent(errorModel.betweenOccasions.value),
    errorModel.betweenOccasions.provenance,
  ),
  row(
    "Drift of a person, per root of a day",
    percent(errorModel.driftPerRootDay.value),
    errorModel.driftPerRootDay.provenance,
  ),
  row(
    "Student’s t, degrees of freedom",
    String(errorModel.degrees.value),
    errorModel.degrees.provenance,
  ),
  row(
    "Own pace of clearing, between people",
    percent(ownVariations.elimination.cv),
    ownVariations.elimination.provenance,
  ),
  row(
    "Own hold of tissues, between people",
    percent(ownVariations.distribution.cv),
    ownVariations.distribution.provenance,
  ),
  row(
    "Own pace of uptake, between people",
    percent(ownVariations.absorption.cv),
    ownVariations.absorption.provenance,
  ),
  row("Filtration from creatinine, off by", percent(rateLogSd), rateLogSdSource),
  row("Filtration of adults from creatinine", "equation", adultRateSource),
  row("Filtration of children from creatinine", "equation", childRateSource),
];

/** One line, then what its letters mean. */
export const equation =
  "p(body | levels) ∝ p(body) · ∏ t₄( (ln level − ln C(body, time)) / s ),  s² = s₀² + (a / C)² + day² + drift² · days";

export const equationInWords =
  "Every body is drawn from people with the same facts and computed once. It counts by how probable it makes the levels; bodies are added where the levels point to, until enough of them count. Levels of one occasion share a shift of the day. C is the total concentration in venous plasma; a doubt about time counts as far as the curve moves in it.";
