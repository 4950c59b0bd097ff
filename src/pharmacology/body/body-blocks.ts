/** The body as blocks of a model: the parameters that every drug in it shares. */
import { parameter, type OfPerson, type PersonalBlock } from "../personal";
import { assumed, derived } from "../provenance";
import {
  cellSurface,
  cellSurfaceSource,
  compositionOf,
  interstitialFraction,
  spacesSource,
} from "./composition";
import {
  colonEnzymes,
  enzymes,
  gutEnzymeShares,
  kidneyCellVolumeL,
  liverCellFraction,
  microsomalProtein,
  ontogenySource,
  type Enzyme,
} from "./enzymes";
import {
  colonMucosalFlow,
  gastricEmptyingPerHour,
  gutReferenceHeightCm,
  gutSegments,
  gutSegmentSource,
  lumpedColonSource,
  villousFlowLPerH,
  type GutSegment,
} from "./gut";
import { organs, portalOrgans, type OrganId } from "./organs";
import { makePerson, personSources, volumeSource, type Person } from "./person";
import { bloodFlowLPerMin, density } from "./reference-people";

export interface BodyOptions {
  readonly fed: boolean;
  /** Enzymes that the drugs of the study need. */
  readonly enzymes: readonly string[];
}

export function bodyBlocks(options: BodyOptions): PersonalBlock[] {
  return [
    circulation(),
    ...organs.map(({ id, name }) => organBlock(id, name.toLowerCase())),
    ...options.enzymes.map(enzymeBlock),
    stomachLumen(options.fed),
    ...gutSegments.map(segmentBlock),
  ];
}

// ——— the parts ———

function circulation(): PersonalBlock {
  const perfused = organs.filter(({ id }) => id !== "lungs" && id !== "liver");
  const flows = perfused.map(({ id }) => [`Q_${id}`, { is: `${id}.flow`, unit: "L/h" }] as const);
  const { gfr, given } = personSources;
  const volume = volumeSource("blood");
  return {
    name: "body",
    inputs: { ...Object.fromEntries(flows), Q_ha: { is: "liver.arterialFlow", unit: "L/h" } },
    parameters: {
      weight: parameter((person) => person.weightKg, "kg", "body weight", given),
      arterialBlood: parameter(
        (person) => person.arterialBloodVolume,
        "L",
        "volume of arterial blood",
        volume,
      ),
      venousBlood: parameter(
        (person) => person.venousBloodVolume,
        "L",
        "volume of venous blood",
        volume,
      ),
      GFR: parameter((person) => person.gfr, "L/h", "glomerular filtration rate", gfr),
      villousFlow: parameter(
        villousFlow,
        "L/h",
        "blood flow past the enterocytes",
        derived("18 L/h, with the flow of the small intestine", "Yang07"),
      ),
    },
    define: {
      cardiacOutput: {
        text: ["Q_ha", ...flows.map(([name]) => name)].join(" + "),
        unit: "L/h",
        label: "cardiac output",
      },
    },
  };
}

function organBlock(id: OrganId, name: string): PersonalBlock {
  const volume = parameter(
    (person) => person.volume[id],
    "L",
    `volume of the ${name}`,
    volumeSource(id),
  );
  const spaces = {
    interstitialFraction: parameter(
      interstitialFraction(id),
      "fraction",
      `interstitial share of the ${name}`,
      spacesSource,
    ),
    cellSurface: parameter(
      cellSurfaceDm2(id),
      "dm^2",
      `surface of the cells of the ${name}`,
      cellSurfaceSource,
    ),
  };
  if (id === "lungs") return { name: id, parameters: { volume, ...spaces } };
  const flow = (label: string) =>
    parameter((person) => person.flow[id], "L/h", `${label} to the ${name}`, personSources.flow);
  if (id === "kidneys") {
    return {
      name: id,
      parameters: {
        volume,
        flow: flow("blood flow"),
        ...spaces,
        cells: parameter(
          kidneyCellVolumeL.value,
          "L",
          "cells of the reference man's kidneys",
          kidneyCellVolumeL.provenance,
        ),
        function: parameter(
          kidneyFunction,
          "ratio",
          "function of the kidneys' cells, relative to the reference man",
          kidneyFunctionSource,
        ),
      },
    };
  }
  if (id !== "liver") {
    return { name: id, parameters: { volume, flow: flow("blood flow"), ...spaces } };
  }
  const portal = portalOrgans.map((organ) => [`Q_${organ}`, organ] as const);
  return {
    name: id,
    inputs: Object.fromEntries(
      portal.map(([q, organ]) => [q, { is: `${organ}.flow`, unit: "L/h" }]),
    ),
    parameters: {
      volume,
      arterialFlow: flow("arterial blood flow"),
      ...spaces,
      cellFraction: parameter(
        liverCellFraction.value,
        "fraction",
        "liver cells as a share of the liver",
        liverCellFraction.provenance,
      ),
      density: parameter(
        density.liver.value,
        "g/mL",
        "density of the liver",
        density.liver.provenance,
      ),
      microsomalProtein: parameter(
        (person) => person.microsomalProtein,
        "mg/g",
        "microsomal protein of the liver",
        microsomalProtein.provenance,
      ),
    },
    define: {
      flow: { text: ["arterialFlow", ...portal.map(([q]) => q)].join(" + "), unit: "L/h" },
      cells: { text: "cellFraction * volume", unit: "L" },
      protein: { text: "microsomalProtein * density * volume", unit: "mg" },
    },
  };
}

/** dm²; grows with the organ's volume to the power 0.75. */
function cellSurfaceDm2(id: OrganId): OfPerson {
  const { areaM2, volumeML } = compositionOf(cellSurface, id);
  return ({ volume }) => areaM2 * 100 * ((volume[id] * 1000) / volumeML) ** 0.75;
}

/** P-glycoprotein: how much of it there is relative to the adult; clearances say what that does. */
function transporterBlock(): PersonalBlock {
  const activity = (value: number | OfPerson, where: string) =>
    parameter(
      value,
      "ratio",
      `P-glycoprotein of the ${where}, relative to the adult`,
      assumed("no dependence on age"),
    );
  return {
    name: "Pgp",
    parameters: {
      gutActivity: activity((person) => person.gutActivity.Pgp ?? 1, "gut"),
      liverActivity: activity(1, "liver"),
      kidneysActivity: activity(kidneyFunction, "kidneys"),
    },
  };
}

/** Relative to the reference man: what the kidneys' cells do is taken to go with filtration. */
function kidneyFunction({ gfr }: Person): number {
  return gfr / referenceFiltration;
}

const kidneyFunctionSource = assumed(
  "what the kidneys' cells do goes with filtration: nephrons are lost and mature as a whole",
);

function enzymeBlock(id: string): PersonalBlock {
  if (id === "Pgp") return transporterBlock();
  const enzyme = enzymes[id];
  if (!enzyme) throw new RangeError(`no enzyme ${id}`);
  const { gut, kidneys } = enzyme;
  const activity = (value: OfPerson, where: string) =>
    parameter(
      value,
      "ratio",
      `activity of ${id} in the ${where}, relative to the adult`,
      ontogenySource,
    );
  return {
    name: id,
    parameters: {
      liver: parameter(
        concentrationIn(enzyme),
        "µmol/L",
        `${id} in liver cells`,
        enzyme.liver.provenance,
      ),
      liverActivity: activity((person) => person.liverActivity[id] ?? 1, "liver"),
      ...(gut && {
        gut: parameter(
          (person) => gut.value * (villousFlow(person) / villousFlowLPerH.value),
          "µmol",
          `${id} in the mucosa of the small intestine`,
          gut.provenance,
        ),
        gutActivity: activity((person) => person.gutActivity[id] ?? 1, "gut"),
      }),
      ...(kidneys && {
        kidneys: parameter(
          kidneys.value,
          "µmol/L",
          `${id} in the cells of the kidneys`,
          kidneys.provenance,
        ),
        kidneysActivity: parameter(
          kidneyFunction,
          "ratio",
          `activity of ${id} in the kidneys, relative to the reference man`,
          kidneyFunctionSource,
        ),
      }),
    },
  };
}

/** 117 mL/min, in L/h. */
const referenceFiltration = makePerson().gfr;

/** A microsomal enzyme is there in proportion to the microsomal protein. */
function concentrationIn({ liver, isMicrosomal }: Enzyme): number | OfPerson {
  const { value } = liver;
  const reference = microsomalProtein.value;
  return isMicrosomal ? (person) => value * (person.microsomalProtein / reference) : value;
}

function stomachLumen(fed: boolean): PersonalBlock {
  const { value, provenance } = gastricEmptyingPerHour[fed ? "fed" : "fasted"];
  return {
    name: "gastricLumen",
    parameters: {
      emptying: parameter(
        (person) => value / person.gastricEmptyingTime,
        "1/h",
        `emptying of the ${fed ? "fed" : "fasted"} stomach`,
        provenance,
      ),
    },
  };
}

const referenceGutFlow = (bloodFlowLPerMin.smallIntestine[6] ?? 0) * 60;

function villousFlow(person: Person): number {
  return (villousFlowLPerH.value * person.flow.smallIntestine) / referenceGutFlow;
}

/** 1/h. All segments of the small intestine are faster or slower together. */
function transitIn({ of, residenceMin }: GutSegment): number | OfPerson {
  const typical = 60 / residenceMin;
  return of === "smallIntestine" ? (person) => typical / person.intestinalTransitTime : typical;
}

/** Lengths and radii relative to the table's. */
function gutSize(person: Person): number {
  return person.heightCm / gutReferenceHeightCm;
}

function segmentBlock(segment: GutSegment): PersonalBlock {
  const isSmall = segment.of === "smallIntestine";
  const source = isSmall ? gutSegmentSource : lumpedColonSource;
  const { name } = segment;
  const flowRatio = isSmall ? 1 : colonMucosalFlow.value;
  return {
    name: segment.id,
    parameters: {
      transit: parameter(transitIn(segment), "1/h", `transit through the ${name}`, source),
      area: parameter(
        (person) => segment.areaCm2 * segment.areaFactor * gutSize(person) ** 2,
        "cm^2",
        `effective surface of the ${name}`,
        source,
      ),
      fluid: parameter(
        (person) => segment.volumeML * segment.fillFraction * gutSize(person) ** 3,
        "mL",
        `liquid in the ${name}`,
        source,
      ),
      mucosa: parameter((person) => mucosa(person, segment), "L", `mucosa of the ${name}`, source),
      mucosalFlow: parameter(
        (person) => villousFlow(person) * segment.flowFraction * flowRatio,
        "L/h",
        `blood flow past the mucosa of the ${name}`,
        isSmall ? villousFlowLPerH.provenance : colonMucosalFlow.provenance,
      ),
      flowFraction: parameter(
        segment.flowFraction,
        "fraction",
        `share of the ${name} in its organ`,
        source,
      ),
      enzymeShare: enzymeShare(segment),
    },
  };
}

/** L. */
function mucosa({ volume }: Person, { of, wallFraction, mucosaFraction }: GutSegment): number {
  return volume[of] * wallFraction * mucosaFraction;
}

/** Of all the enzyme that the small intestine has: what the colon has comes on top. */
function enzymeShare(segment: GutSegment) {
  const label = `the gut's enzymes in the ${segment.name}, relative to the whole small intestine`;
  const small = gutSegments.filter(({ of }) => of === "smallIntestine");
  const share = gutEnzymeShares.values[small.indexOf(segment)];
  if (share !== undefined) return parameter(share, "fraction", label, gutEnzymeShares.provenance);
  return parameter(
    (person) => {
      const all = small.reduce((sum, each) => sum + mucosa(person, each), 0);
      return (colonEnzymes.value * mucosa(person, segment)) / all;
    },
    "fraction",
    label,
    colonEnzymes.provenance,
  );
}
