/** How far each vertex lies in front of a flatter form, and which way that form faces there. */
import { encodeRecede, FURTHEST_CM } from "../../../views/body/mesh/recede";
import { at, clamp } from "../../../views/body/mesh/vectors";
import type { Field } from "../distance/field";

/** Nearer than this to the flat form a vertex stays where it is, cm. */
const SAME_PLACE = 0.05;
const GRADIENT_REACH = 0.25;

/** Bytes of `encodeRecede` for the front of a mesh. */
export function flatten(positions: Float32Array, flatForm: Field): Uint8Array {
  const count = positions.length / 3;
  const depths = new Float32Array(count);
  const normals = new Float32Array(count * 3);
  for (let vertex = 0; vertex < count; vertex++) {
    const [x, y, z] = [0, 1, 2].map((axis) => at(positions, vertex * 3 + axis)) as [
      number,
      number,
      number,
    ];
    if (z < 0 || flatForm(x, y, z) < SAME_PLACE) continue;
    const depth = depthTo(flatForm, x, y, z);
    if (depth < SAME_PLACE) continue;
    depths[vertex] = depth;
    normals.set(normalAt(flatForm, x, y, z - depth), vertex * 3);
  }
  return encodeRecede(depths, normals);
}

/** Walks back along z until the flat form begins. */
function depthTo(field: Field, x: number, y: number, z: number): number {
  let depth = 0;
  for (let step = 0; step < 60; step++) {
    const distance = field(x, y, z - depth);
    if (distance < 0.01) break;
    depth += Math.max(distance * 0.8, 0.01);
    if (depth > FURTHEST_CM) return 0;
  }
  return clamp(depth, 0, FURTHEST_CM);
}

function normalAt(field: Field, x: number, y: number, z: number): [number, number, number] {
  const e = GRADIENT_REACH;
  const gx = field(x + e, y, z) - field(x - e, y, z);
  const gy = field(x, y + e, z) - field(x, y - e, z);
  const gz = field(x, y, z + e) - field(x, y, z - e);
  const length = Math.hypot(gx, gy, gz) || 1;
  return [gx / length, gy / length, gz / length];
}
