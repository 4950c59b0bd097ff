/** Writes the packed file that `src/views/body/body-file.ts` reads. */
import { deflateRawSync } from "node:zlib";
import {
  encodeAxes,
  type BodyFileHeader,
  type NetEntry,
  type Span,
  type TubeEntry,
  type TubeShape,
} from "../../views/body/body-file";
import type { PathPoint } from "../../views/body/mesh/curve";
import { differences, encodeNet } from "../../views/body/mesh/packed-net";
import type { PartId } from "../../views/body/parts";
import type { Net } from "./meshing/surface-net";

export interface ShadedNet {
  readonly id: PartId;
  readonly net: Net;
  readonly shade: Uint8Array;
  readonly mirrored?: true | undefined;
  /** Bytes of `encodeRecede`. */
  readonly recede?: Uint8Array | undefined;
}

export interface ShadedTube {
  readonly shape: TubeShape;
  readonly axes: readonly (readonly PathPoint[])[];
  readonly shade: Uint8Array;
}

/** The file before DEFLATE. */
export function layOutFile(nets: readonly ShadedNet[], tubes: readonly ShadedTube[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const place = (bytes: Uint8Array): Span => {
    pieces.push(bytes);
    length += bytes.length;
    return [length - bytes.length, bytes.length];
  };
  const header: BodyFileHeader = {
    nets: nets.map(({ id, net, shade, mirrored, recede }): NetEntry => ({
      id,
      ...net.grid,
      ...(mirrored ? { mirrored } : {}),
      bytes: place(encodeNet(net.grid, net.inside, net.offsets, net.normals, shade)),
      ...(recede ? { recede: place(recede) } : {}),
    })),
    tubes: tubes.map(({ shape, axes, shade }): TubeEntry => ({
      ...shape,
      knots: axes.map((axis) => axis.length),
      axes: place(encodeAxes(axes)),
      shade: place(encodeShade(shade)),
    })),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const file = new Uint8Array(4 + text.length + length);
  new DataView(file.buffer).setUint32(0, text.length, true);
  file.set(text, 4);
  let offset = 4 + text.length;
  for (const piece of pieces) {
    file.set(piece, offset);
    offset += piece.length;
  }
  return file;
}

export const deflate = (file: Uint8Array): Uint8Array =>
  deflateRawSync(file, { level: 9, memLevel: 9 });

function encodeShade(shade: Uint8Array): Uint8Array {
  const halved = shade.map((value) => value >> 1);
  differences(halved);
  return halved;
}
