/**
 * What a recipe is. Coordinates in cm: origin on the floor between the heels, x to the person's
 * left, y up, z forward; z = 0 is the mid-coronal plane of the trunk. The person described is a
 * man of 176 cm and 73 kg in the anatomical position; everybody else is a warp of him.
 */
import type { ModulationName } from "../../../views/body/mesh/modulation";
import type { Path } from "../../../views/body/mesh/curve";
import type { PartId } from "../../../views/body/parts";
import type { Field } from "../distance/field";
import type { Box } from "../meshing/surface-net";

/** A solid given by its field and meshed on a grid. */
export interface SolidRecipe {
  readonly id: PartId;
  readonly field: Field;
  /** Where to look for its surface. */
  readonly box: Box;
  /** Grid spacing in the close set, cm. */
  readonly step: number;
  /** Grid spacing in the far set, cm; without it the common coarsening applies. */
  readonly farStep?: number;
  /** Described on the person's left only, drawn on both sides. */
  readonly mirrored?: true;
  /** What it flattens to along z while its owner is a child, see `mesh/recede.ts`. */
  readonly flatForm?: Field;
  /** How its own creases are looked for, see `occlusion.ts`. */
  readonly shade?: "organ" | "skin" | "none";
}

/** Tubes swept along axes: exact, cheap and always closed. */
export interface TubeRecipe {
  readonly id: PartId;
  readonly axes: readonly Path[];
  /** Curve points from one knot to the next. */
  readonly steps: number;
  /** Then evened out to points this far apart, cm. */
  readonly spacing?: number;
  readonly sides: number;
  readonly modulation?: ModulationName;
  /** The same solid as a field, for occlusion and outlines. */
  readonly field?: Field;
}
