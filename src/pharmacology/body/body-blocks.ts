/** A person as blocks of a model: the parameters that every drug in that body shares. */
import type { Block, Parameter, Provenance } from "../../core/model/model";
import { derived } from "../provenance";
import {
  cellSurface,
  cellSurfaceSource,
  compositionOf,
  interstitialFraction,
  spacesSource,
} from "./composition";
import {
  enzymes,
  gutEnzymeShares,
  liverCellFraction,
  microsomalProtein,
  ontogenySource,
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
import { personSources, volumeSource, type Person } from "./person";
import { bloodFlowLPerMin, density } from "./reference-people";

export interface BodyOptions {
  readonly fed: boolean;
  /** Enzymes that the drugs of the study need. */
  readonly enzymes: readonly string[];
}

export function bodyBlocks(person: Person, options: BodyOptions): Block[] {
  return [
    circulation(person),
    ...organs.map(({ id, name }) => organBlock(person, id, name.toLowerCase())),
    ...options.enzymes.map((id) => enzymeBlock(person, id)),
    stomachLumen(options.fed),
    ...gutSegments.map((segment) => segmentBlock(person, segment)),
  ];
}

export function parameter(
  value: number,
  unit: string,
  label: string,
  provenance: Provenance,
): Parameter {
  return { value, unit, label, provenance };
}

// ——— the parts ———

function circulation(person: Person): Block {
  const perfused = organs.filter(({ id }) => id !== "lungs" && id !== "liver");
  const flows = perfused.map(({ id }) => [`Q_${id}`, { is: `${id}.flow`, unit: "L/h" }] as const);
  const { gfr, given } = personSources;
  const volume = volumeSource("blood");
  return {
    name: "body",
    inputs: { ...Object.fromEntries(flows), Q_ha: { is: "liver.arterialFlow", unit: "L/h" } },
    parameters: {
      weight: parameter(person.weightKg, "kg", "body weight", given),
      arterialBlood: parameter(person.arterialBloodVolume, "L", "volume of arterial blood", volume),
      venousBlood: parameter(person.venousBloodVolume, "L", "volume of venous blood", volume),
      GFR: parameter(person.gfr, "L/h", "glomerular filtration rate", gfr),
      villousFlow: parameter(
        villousFlow(person),
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

function organBlock(person: Person, id: OrganId, name: string): Block {
  const volume = parameter(person.volume[id], "L", `volume of the ${name}`, volumeSource(id));
  const spaces = {
    interstitialFraction: parameter(
      interstitialFraction(id),
      "fraction",
      `interstitial share of the ${name}`,
      spacesSource,
    ),
    cellSurface: parameter(
      cellSurfaceDm2(id, person.volume[id]),
      "dm^2",
      `surface of the cells of the ${name}`,
      cellSurfaceSource,
    ),
  };
  if (id === "lungs") return { name: id, parameters: { volume, ...spaces } };
  const flow = (label: string) =>
    parameter(person.flow[id], "L/h", `${label} to the ${name}`, personSources.flow);
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
        microsomalProtein.value,
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
function cellSurfaceDm2(id: OrganId, volumeL: number): number {
  const { areaM2, volumeML } = compositionOf(cellSurface, id);
  return areaM2 * 100 * ((volumeL * 1000) / volumeML) ** 0.75;
}

function enzymeBlock(person: Person, id: string): Block {
  const enzyme = enzymes[id];
  if (!enzyme) throw new RangeError(`no enzyme ${id}`);
  const activity = (value: number | undefined, where: string) =>
    parameter(
      value ?? 1,
      "ratio",
      `activity of ${id} in the ${where}, relative to the adult`,
      ontogenySource,
    );
  return {
    name: id,
    parameters: {
      liver: parameter(
        enzyme.liver.value,
        "µmol/L",
        `${id} in liver cells`,
        enzyme.liver.provenance,
      ),
      liverActivity: activity(person.liverActivity[id], "liver"),
      ...(enzyme.gut && {
        gut: parameter(
          enzyme.gut.value * (villousFlow(person) / villousFlowLPerH.value),
          "µmol",
          `${id} in the mucosa of the small intestine`,
          enzyme.gut.provenance,
        ),
        gutActivity: activity(person.gutActivity[id], "gut"),
      }),
    },
  };
}

function stomachLumen(fed: boolean): Block {
  const { value, provenance } = gastricEmptyingPerHour[fed ? "fed" : "fasted"];
  return {
    name: "gastricLumen",
    parameters: {
      emptying: parameter(
        value,
        "1/h",
        `emptying of the ${fed ? "fed" : "fasted"} stomach`,
        provenance,
      ),
    },
  };
}

function villousFlow(person: Person): number {
  const referenceFlow = (bloodFlowLPerMin.smallIntestine[6] ?? 0) * 60;
  return (villousFlowLPerH.value * person.flow.smallIntestine) / referenceFlow;
}

function segmentBlock(person: Person, segment: GutSegment): Block {
  const size = person.heightCm / gutReferenceHeightCm;
  const isSmall = segment.of === "smallIntestine";
  const source = isSmall ? gutSegmentSource : lumpedColonSource;
  const { name } = segment;
  const flow = villousFlow(person) * segment.flowFraction * (isSmall ? 1 : colonMucosalFlow.value);
  const order = gutSegments.filter((other) => other.of === "smallIntestine").indexOf(segment);
  const share = gutEnzymeShares.values[order];
  return {
    name: segment.id,
    parameters: {
      transit: parameter(60 / segment.residenceMin, "1/h", `transit through the ${name}`, source),
      area: parameter(
        segment.areaCm2 * segment.areaFactor * size ** 2,
        "cm^2",
        `effective surface of the ${name}`,
        source,
      ),
      fluid: parameter(
        segment.volumeML * segment.fillFraction * size ** 3,
        "mL",
        `liquid in the ${name}`,
        source,
      ),
      mucosa: parameter(
        person.volume[segment.of] * segment.wallFraction * segment.mucosaFraction,
        "L",
        `mucosa of the ${name}`,
        source,
      ),
      mucosalFlow: parameter(
        flow,
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
      ...(share !== undefined && {
        enzymeShare: parameter(
          share,
          "fraction",
          `share of the gut's enzymes in the ${name}`,
          gutEnzymeShares.provenance,
        ),
      }),
    },
  };
}
