/**
 * A mesh that can flatten: a girl's chest is the woman's with the breasts drawn back.
 *
 * For every vertex how far it goes back along z and which way the surface then faces. Almost all
 * are zero, so the three planes cost next to nothing in the packed file.
 */
import { decodeNormal, encodeNormal } from "./packed-net";
import { at, clamp } from "./vectors";

/** Furthest a vertex may draw back, cm. */
export const FURTHEST_CM = 8;

/** @param depths cm along −z per vertex; normals of the flat surface, x, y, z per vertex */
export function encodeRecede(depths: Float32Array, normals: Float32Array): Uint8Array {
  const count = depths.length;
  const bytes = new Uint8Array(count * 3);
  for (let vertex = 0; vertex < count; vertex++) {
    const depth = clamp(Math.round((at(depths, vertex) / FURTHEST_CM) * 127), 0, 127);
    if (depth === 0) continue;
    const i = vertex * 3;
    const [u, v] = encodeNormal(at(normals, i), at(normals, i + 1), at(normals, i + 2));
    bytes[vertex] = depth;
    bytes[count + vertex] = u;
    bytes[count * 2 + vertex] = v;
  }
  return bytes;
}

/** Normal of the flat surface, then depth 0…127 for 0…`FURTHEST_CM`; four bytes a vertex. */
export function decodeRecede(bytes: Uint8Array): Int8Array {
  const count = bytes.length / 3;
  const recede = new Int8Array(count * 4);
  for (let vertex = 0; vertex < count; vertex++) {
    const depth = at(bytes, vertex);
    if (depth === 0) continue;
    decodeNormal(recede, vertex * 4, at(bytes, count + vertex), at(bytes, count * 2 + vertex));
    recede[vertex * 4 + 3] = depth;
  }
  return recede;
}
