/**
 * What the page asks of the engine, and what it gets: plain data that can be posted to a worker.
 *
 * `client.ts` calls it, `service.ts` answers it, in a worker or, where there is none, on the page.
 */
import type { Outcome, Problem } from "../core/model/model";
import type { Person } from "../pharmacology/body/person";
import type { EvidenceSet, InteractionRow } from "../pharmacology/evidence";
import type { Study } from "../pharmacology/study";
import type { ExplainedInteraction } from "./explain-interaction";
import type { Explanation } from "./explained";
import type { SetScores } from "./evidence-summary";
import type { Metric } from "./metrics";
import type { Proof, ProofProgress } from "./prove";
import type { ScoredInteraction } from "./score-interactions";
import type { PersonResult } from "./simulate";

export type { ExplainedInteraction } from "./explain-interaction";
export type { ExplainedNumber, Explanation } from "./explained";

/** What computes here, and why not something faster. */
export interface EngineInfo {
  readonly version: string;
  readonly cpu: {
    readonly kind: "wasm" | "tape";
    /** Why WebAssembly is not used. */
    readonly reason?: string;
  };
  readonly gpu: GpuStatus;
}

export type GpuStatus =
  | { readonly kind: "ready"; readonly name: string; readonly software: boolean }
  | { readonly kind: "unused"; readonly problem: Problem };

export interface SimulateRequest {
  readonly study: Study;
  /** Outputs besides those of the study, for the body map. */
  readonly outputs: readonly string[];
  /** Beginnings of state names (`midazolam.liver.`): what crosses their border is recorded. */
  readonly fluxesOf: readonly string[];
}

/** One recorded flux: what moves, from where to where. */
export interface Flux {
  readonly name: string;
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
  /** The rate as the model writes it, in the field's notation. */
  readonly formula: string;
  /** mg/h at the result's times. */
  readonly values: Float64Array;
}

export interface SimulationResult extends PersonResult {
  readonly person: Person;
  readonly filled: readonly { readonly what: string; readonly value: string }[];
  readonly fluxes: readonly Flux[];
  /** Of each curve. */
  readonly metrics: readonly (readonly Metric[])[];
  /** When something is given, h. */
  readonly doseTimes: readonly DoseTime[];
  readonly backend: string;
  readonly tookMs: number;
}

export interface DoseTime {
  readonly drug: string;
  readonly atHours: number;
  readonly overHours: number;
  readonly amountMg: number;
}

/** One row of the table that shows all partition methods side by side. */
export interface PartitionRow {
  readonly organ: string;
  readonly name: string;
  /** By method id; the drug's own method without its factor. */
  readonly byMethod: Readonly<Record<string, number>>;
  readonly used: number;
}

export interface PartitionTable {
  readonly drug: string;
  readonly method: string;
  readonly methods: readonly {
    readonly id: string;
    readonly name: string;
    readonly source: string;
    readonly vssL: number;
  }[];
  readonly rows: readonly PartitionRow[];
  readonly usedVssL: number;
}

/** A data set with what the engine predicts for it. */
export interface EvidenceScore extends SetScores {
  /** What repeats it. */
  readonly study: Study;
  /** The predicted curve: h and mg/L. */
  readonly times: Float64Array;
  readonly predicted: Float64Array;
}

/** A reported interaction with what the engine predicts for it. */
export interface InteractionScore extends ScoredInteraction {
  /** The victim with the other drug, and alone. */
  readonly studies: { readonly with: Study; readonly without: Study };
}

export interface ProveRequest {
  readonly study: Study;
  readonly people: number;
}

export interface ProveResult {
  readonly proof: Proof;
  readonly gpu: string;
  readonly cpuMs: number;
}

/** The whole surface. Every answer is an outcome; a throw is a fault of ours. */
export interface EngineService {
  info(): Promise<EngineInfo>;
  simulate(request: SimulateRequest): Promise<Outcome<SimulationResult>>;
  /** SHA-256 of the study's model with all its numbers. */
  identify(study: Study): Promise<Outcome<string>>;
  /** Blocks by name, each with those below it (`midazolam.liver` and `midazolam.liver.CYP3A4`). */
  explain(study: Study, blocks: readonly string[]): Promise<Outcome<readonly Explanation[]>>;
  partition(study: Study, drug: string): Promise<Outcome<PartitionTable>>;
  scoreSet(set: EvidenceSet): Promise<Outcome<EvidenceScore>>;
  /** Why a victim's exposure differs: simulates both studies of an interaction. */
  explainInteraction(
    studies: InteractionScore["studies"],
    victim: string,
  ): Promise<Outcome<ExplainedInteraction>>;
  scoreInteraction(row: InteractionRow): Promise<Outcome<InteractionScore>>;
  proveGpu(
    request: ProveRequest,
    onProgress: (progress: ProofProgress) => void,
  ): Promise<Outcome<ProveResult>>;
  /** Ends what is under way as soon as it looks. */
  cancel(): Promise<void>;
}
