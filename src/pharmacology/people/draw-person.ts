/**
 * One person of a request: size, body, function, genes, conditions.
 *
 * Who is impossible is drawn again, with draws of that attempt alone: height, weight and organs.
 * Sex and age, genes, and all that is no matter of size stay, however often.
 */
import { microsomalProtein } from "../body/enzymes";
import { filtration, typicalFiltration } from "../body/filtration";
import { organNumber } from "../body/organs";
import { personFrom, typicalHaematocrit, type Person } from "../body/person";
import { typicalProtein } from "../body/plasma-proteins";
import { density } from "../body/reference-people";
import { Body, scaleToSize, type Size } from "../body/typical-body";
import { movesOf } from "../conditions/moves-of";
import {
  activityFactorsInto,
  drawGenotypes,
  geneProteins,
  type Genotypes,
} from "../genes/genotypes";
import type { GroupCode } from "../genes/groups";
import { genes } from "../genes/library";
import { applyMoves } from "./apply-moves";
import { correlateLiver } from "./correlated";
import { drawGutActivity, drawLiverActivity } from "./draw-activity";
import { varyFlows, varyMasses } from "./draw-body";
import { SizeDrawer } from "./draw-size";
import { byCounter, type DrawSource } from "./draw-source";
import { oneFactor } from "./factors";
import { groupCodeOf, type ManyRequest } from "./request";
import { adultFiltrationYears, firstLastingNormal, normalCount, variations } from "./variability";

export type Drawn =
  | {
      readonly ok: true;
      readonly person: Person;
      readonly genotypes: Genotypes;
      /** How often the body was drawn again because nobody could be like that. */
      readonly redraws: number;
    }
  | { readonly ok: false; readonly why: string };

/** After as many attempts somebody is given up. */
export const mostAttempts = 1000;

export const defaultSeed = 1;

/** What was measured of somebody, with how far it may be off, as a standard deviation of its log. */
export interface MeasuredValue {
  readonly value: number;
  readonly logSd: number;
}

/** What is known of everybody who is drawn: it takes the place of what people of that size have. */
export interface Known {
  readonly heightCm?: number;
  /** mL/min per 1.73 m². */
  readonly egfrMlMin173?: MeasuredValue;
  /** g/L. */
  readonly albumin?: MeasuredValue;
  /** g/L. */
  readonly aag?: MeasuredValue;
  /** Fraction. */
  readonly haematocrit?: MeasuredValue;
}

export class PersonDrawer {
  readonly #request: ManyRequest;
  readonly #known: Known;
  readonly #source: DrawSource;
  readonly #group: GroupCode;
  readonly #sizes: SizeDrawer;
  readonly #hasCondition: boolean;
  readonly #body = new Body();
  readonly #normals = new Float64Array(normalCount + (normalCount % 2));
  readonly #ofGenes = new Float64Array(geneProteins.length);
  readonly #uniforms = new Float64Array(2 * geneDraws.until);
  readonly #uniform: (number: number) => number;
  #person = 0;

  /** @param source  that of the request's seed when absent */
  constructor(
    request: ManyRequest,
    source: DrawSource = byCounter(request.seed ?? defaultSeed),
    known: Known = {},
  ) {
    this.#request = request;
    this.#known = known;
    this.#source = source;
    this.#sizes = new SizeDrawer({ ...request, heightCm: known.heightCm }, source);
    this.#uniform = (number) => this.#uniforms[number] ?? 0;
    this.#group = groupCodeOf(request.group);
    this.#hasCondition = asksForCondition(request);
  }

  /** Person k, whatever was drawn before. */
  draw(k: number, attempts = mostAttempts): Drawn {
    this.#person = k;
    this.#sizes.begin(k);
    this.#source.normals(k, 0, lastingDraws, this.#normals);
    correlateLiver(this.#normals);
    this.#source.uniforms(k, 0, geneDraws, this.#uniforms);
    const genotypes = drawGenotypes(this.#group, this.#uniform, this.#request.genes);
    activityFactorsInto(genotypes, this.#ofGenes);
    for (let attempt = 0; attempt < attempts; attempt++) {
      const person = this.#attempt(attempt);
      if (person) return { ok: true, person, genotypes, redraws: attempt };
    }
    return { ok: false, why: nobodyLike(this.#sizes.size, attempts) };
  }

  /** A person, or nobody where body or condition leave too little of something. */
  #attempt(attempt: number): Person | undefined {
    const { size, reference } = this.#sizes;
    if (!this.#sizes.draw(this.#person, attempt, this.#normals)) return undefined;
    this.#source.normals(this.#person, attempt, organDraws, this.#normals);
    const body = this.#body;
    body.copy(reference);
    scaleToSize(body, size);
    const kidneysL = (body.massKg[organNumber.kidneys] ?? 0) / density.kidneys.value;
    if (!varyMasses(body, size.weightKg, this.#normals)) return undefined;
    varyFlows(body, this.#normals);
    const person = personFrom(body, this.#function(size, kidneysL));
    return this.#hasCondition ? this.#inCondition(person) : person;
  }

  /** All that is no mass and no flow. Filtration goes with the typical kidneys of the size. */
  #function({ sex, ageYears, heightCm, weightKg }: Size, kidneysL: number): OwnNumbers {
    const normals = this.#normals;
    const known = this.#known;
    const own = (what: "haematocrit" | "albumin" | "aag", typical: number) =>
      measured(known[what], what, normals) ?? typical * vary[what](normals);
    return {
      sex,
      ageYears,
      heightCm,
      weightKg,
      haematocrit: own("haematocrit", typicalHaematocrit(sex, ageYears)),
      albumin: own("albumin", typicalProtein("albumin", ageYears)),
      aag: own("aag", typicalProtein("aag", ageYears)),
      gfr: this.#filtration(ageYears, heightCm, weightKg, kidneysL),
      microsomalProtein: microsomalProtein.value * vary.microsomalProtein(normals),
      gastricEmptyingTime: vary.gastricEmptyingTime(normals),
      intestinalTransitTime: vary.intestinalTransitTime(normals),
      liverActivity: drawLiverActivity(ageYears, normals, this.#ofGenes),
      gutActivity: drawGutActivity(ageYears, normals, this.#ofGenes),
      filledIn: nothing,
    };
  }

  #filtration(ageYears: number, heightCm: number, weightKg: number, kidneysL: number): number {
    const rate = measured(this.#known.egfrMlMin173, "filtration", this.#normals);
    if (rate !== undefined) {
      const size = { ageYears, heightCm, weightKg, kidneys: kidneysL };
      return filtration({ egfrMlMin173: rate }, size);
    }
    const factor = ageYears < adultFiltrationYears ? vary.childFiltration : vary.filtration;
    return typicalFiltration(ageYears, kidneysL) * factor(this.#normals);
  }

  #inCondition(person: Person): Person | undefined {
    const rate = this.#known.egfrMlMin173?.value;
    const covariates = rate === undefined ? person : { ...person, egfrMlMin173: rate };
    const moves = movesOf(this.#request, covariates);
    if (!moves.ok) throw new RangeError("a condition that was not checked before");
    const moved = applyMoves(person, moves.value);
    return moved.ok ? this.#asMeasured(moved.person, person) : undefined;
  }

  /** What was measured was measured in the condition. */
  #asMeasured(moved: Person, before: Person): Person {
    const { albumin, haematocrit, aag } = this.#known;
    if (!albumin && !haematocrit && !aag) return moved;
    return {
      ...moved,
      albumin: albumin ? before.albumin : moved.albumin,
      haematocrit: haematocrit ? before.haematocrit : moved.haematocrit,
      aag: aag ? before.aag : moved.aag,
    };
  }
}

// ——— the parts ———

type OwnNumbers = Parameters<typeof personFrom>[1];

const nothing: readonly never[] = [];

const organDraws = { from: 1, until: firstLastingNormal / 2 };
const lastingDraws = { from: firstLastingNormal / 2, until: Math.ceil(normalCount / 2) };

/** Genes number their uniforms one by one, from 1000 on. */
const geneNumbers = genes.map(({ firstDraw }) => firstDraw);
const geneDraws = {
  from: Math.floor(Math.min(...geneNumbers) / 2),
  until: Math.floor(Math.max(...geneNumbers) / 2) + 1,
};

const vary = {
  haematocrit: oneFactor(variations.haematocrit),
  albumin: oneFactor(variations.albumin),
  aag: oneFactor(variations.aag),
  filtration: oneFactor(variations.filtration),
  childFiltration: oneFactor(variations.childFiltration),
  microsomalProtein: oneFactor(variations.microsomalProtein),
  gastricEmptyingTime: oneFactor(variations.gastricEmptyingTime),
  intestinalTransitTime: oneFactor(variations.intestinalTransitTime),
};

/** Around what was measured, by the normal that the quantity has in everybody. */
function measured(
  known: MeasuredValue | undefined,
  what: "haematocrit" | "albumin" | "aag" | "filtration",
  normals: Float64Array,
): number | undefined {
  return known && known.value * Math.exp(known.logSd * (normals[variations[what].normal] ?? 0));
}

function asksForCondition({ renal, hepatic, pregnancyWeeks }: ManyRequest): boolean {
  return (
    (renal ?? "normal") !== "normal" ||
    (hepatic ?? "normal") !== "normal" ||
    typeof pregnancyWeeks === "number"
  );
}

function nobodyLike({ sex, ageYears }: Size, attempts: number): string {
  const years =
    ageYears < 2 ? `${Math.round(ageYears * 12)} months` : `${Math.floor(ageYears)} years`;
  return `no ${sex} of ${years} was found in ${attempts} draws with the height, weight and organs asked for`;
}
