/** The packed meshes as the page would unpack them, for the tests of this room. */
import { inflateRawSync } from "node:zlib";
import { beforeAll } from "vitest";
import {
  decodeNetEntry,
  decodeTubeEntry,
  readBodyFile,
  type BodyFile,
} from "../../views/body/body-file";
import type { BodyFacts } from "../../views/body/body-facts";
import type { DrawnMesh } from "../../views/body/mesh/packed-net";
import type { PartId } from "../../views/body/parts";
import { cachedBody } from "./cache.mjs";

export interface PackedBody {
  readonly far: ReadonlyMap<PartId, DrawnMesh>;
  readonly close: ReadonlyMap<PartId, DrawnMesh>;
  readonly farBytes: number;
  readonly closeBytes: number;
  readonly facts: BodyFacts;
  readonly factsBytes: number;
}

/** Making the meshes from nothing takes about fifteen seconds; other runs find them cached. */
const PATIENCE_MS = 120_000;

/** Gives the body to the tests of a file once it is there. */
export function thePackedBody(): { readonly body: PackedBody } {
  const holder: { body?: PackedBody } = {};
  beforeAll(async () => {
    const cached = await cachedBody(process.cwd());
    holder.body = {
      far: unpack(cached.far),
      close: unpack(cached.close),
      farBytes: cached.far.length,
      closeBytes: cached.close.length,
      facts: JSON.parse(cached.facts) as BodyFacts,
      factsBytes: cached.facts.length,
    };
  }, PATIENCE_MS);
  return {
    get body() {
      if (!holder.body) throw new Error("the body is there only inside tests");
      return holder.body;
    },
  };
}

function unpack(packed: Uint8Array): Map<PartId, DrawnMesh> {
  const file: BodyFile = readBodyFile(inflateRawSync(packed));
  return new Map([
    ...file.header.nets.map((entry) => [entry.id, decodeNetEntry(file, entry)] as const),
    ...file.header.tubes.map((entry) => [entry.id, decodeTubeEntry(file, entry)] as const),
  ]);
}
