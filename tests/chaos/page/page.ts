/**
 * The page under trial: the vault as the app has it, built and served like the app, its parts laid
 * open to the tests (`globalThis.vaultTrial`). No part of it is shipped.
 */
import { createCryptoWorker } from "../../../src/app/trusted";
import { VaultState } from "../../../src/state/vault.svelte";
import { Notices } from "../../../src/state/notices.svelte";
import * as lives from "./lives";
import * as tabs from "./tabs";
import * as mutations from "./mutations";

/** The vault with everything real: worker, Argon2id, locks. */
function vaultState(): VaultState {
  return new VaultState({
    notices: new Notices(),
    createWorker: createCryptoWorker,
    mayKeep: () => ({ ok: true, value: undefined }),
    onForgotten: () => undefined,
  });
}

const trial = { ...lives, ...tabs, ...mutations, vaultState };
export type Trial = typeof trial;

Object.assign(globalThis, { vaultTrial: trial });
