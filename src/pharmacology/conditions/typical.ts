/**
 * The typical body of somebody's size before a condition, as far as conditions ask for it.
 *
 * Not the person's own, which differs by chance: a factor against the typical body keeps that
 * chance, so that people of one stage of kidney disease do not all filter alike.
 */
import { filtration, typicalFiltration } from "../body/filtration";
import { organNumber } from "../body/organs";
import { density } from "../body/reference-people";
import { bloodNumber, Body, referenceAt, scaleToSize } from "../body/typical-body";
import type { Covariates } from "./moves";

/** kg, and L/h of blood; a closed body of the covariates' weight. */
export function typicalBody({ sex, ageYears, heightCm, weightKg }: Covariates) {
  const { massKg, flow } = sized({ sex, ageYears, heightCm, weightKg });
  return {
    fatKg: massKg[organNumber.adipose] ?? NaN,
    bloodKg: massKg[bloodNumber] ?? NaN,
    restKg: massKg[organNumber.rest] ?? NaN,
    restFlow: flow[organNumber.rest] ?? NaN,
    cardiacOutput: flow[organNumber.lungs] ?? NaN,
  };
}

/** Filtration, mL/min per 1.73 m². */
export function typicalRate({ sex, ageYears, heightCm, weightKg }: Covariates): number {
  const size = { sex, ageYears, heightCm, weightKg };
  const kidneysL = (sized(size).massKg[organNumber.kidneys] ?? NaN) / density.kidneys.value;
  return typicalFiltration(ageYears, kidneysL) / perUnitRate(size);
}

/** Filtration as measured, mL/min per 1.73 m²; nothing where nobody measured. */
export function measuredRate(covariates: Covariates): number | undefined {
  const { egfrMlMin, egfrMlMin173 } = covariates;
  if (egfrMlMin === undefined) return egfrMlMin173;
  return filtration({ egfrMlMin }, { ...covariates, kidneys: NaN }) / perUnitRate(covariates);
}

// ——— the parts ———

function sized(size: Covariates): Body {
  const body = new Body();
  referenceAt(size.sex, size.ageYears, body);
  scaleToSize(body, size);
  return body;
}

/** L/h in this body for 1 mL/min per 1.73 m². The kidneys do not matter to a measured rate. */
function perUnitRate(size: Covariates): number {
  return filtration({ egfrMlMin173: 1 }, { ...size, kidneys: NaN });
}
