/**
 * Fetches a set of meshes and unpacks it piece by piece, letting the page breathe in between.
 *
 * Unpacking a piece takes a few milliseconds; nothing here blocks a frame for long.
 */
import { BufferAttribute, BufferGeometry } from "three";
import {
  decodeAxes,
  decodeNetEntry,
  decodeTubeEntry,
  openBodyFile,
  type BodyFile,
} from "../body-file";
import type { PathPoint } from "../mesh/curve";
import type { DrawnMesh } from "../mesh/packed-net";
import type { PartId } from "../parts";

export interface LoadedSet {
  readonly meshes: ReadonlyMap<PartId, DrawnMesh>;
  /** Axes of the tubes, knots only: flow and granules run along them. */
  readonly axes: ReadonlyMap<PartId, PathPoint[][]>;
}

/** @throws TypeError, RangeError or an AbortError: the set cannot be had */
export async function loadSet(url: string, signal: AbortSignal): Promise<LoadedSet> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new TypeError(`the body's meshes answered ${response.status}`);
  const file = await openBodyFile(await response.arrayBuffer());
  return unpack(file, signal);
}

async function unpack(file: BodyFile, signal: AbortSignal): Promise<LoadedSet> {
  const meshes = new Map<PartId, DrawnMesh>();
  const axes = new Map<PartId, PathPoint[][]>();
  for (const entry of file.header.nets) {
    await breathe(signal);
    meshes.set(entry.id, decodeNetEntry(file, entry));
  }
  for (const entry of file.header.tubes) {
    await breathe(signal);
    meshes.set(entry.id, decodeTubeEntry(file, entry));
    axes.set(entry.id, decodeAxes(file, entry));
  }
  return { meshes, axes };
}

/** Gives way to input and paint; a message is quicker than a timer, which browsers hold back. */
export async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
  signal.throwIfAborted();
}

/** One geometry of one or more meshes. */
export function geometryOf(meshes: readonly DrawnMesh[]): BufferGeometry {
  const merged = meshes.length === 1 && meshes[0] ? meshes[0] : mergeDrawn(meshes);
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(merged.positions, 3));
  geometry.setAttribute("normalShade", new BufferAttribute(merged.normalsAndShade, 4, true));
  if (merged.recede) geometry.setAttribute("recede", new BufferAttribute(merged.recede, 4, true));
  const vertices = merged.positions.length / 3;
  const indices = vertices < 65536 ? Uint16Array.from(merged.indices) : merged.indices;
  geometry.setIndex(new BufferAttribute(indices, 1));
  return geometry;
}

function mergeDrawn(meshes: readonly DrawnMesh[]): DrawnMesh {
  const total = (pick: (mesh: DrawnMesh) => ArrayLike<number>) =>
    meshes.reduce((sum, mesh) => sum + pick(mesh).length, 0);
  const positions = new Float32Array(total((mesh) => mesh.positions));
  const normalsAndShade = new Int8Array(total((mesh) => mesh.normalsAndShade));
  const indices = new Uint32Array(total((mesh) => mesh.indices));
  let [vertex, corner] = [0, 0];
  for (const mesh of meshes) {
    positions.set(mesh.positions, vertex * 3);
    normalsAndShade.set(mesh.normalsAndShade, vertex * 4);
    for (const index of mesh.indices) indices[corner++] = index + vertex;
    vertex += mesh.positions.length / 3;
  }
  return { positions, normalsAndShade, indices };
}
