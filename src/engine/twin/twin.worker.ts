/** A worker that learns about one person, or that solves draws for one that does. */
import { expose, proxy, transfer, wrap } from "comlink";
import type { Twin } from "../../pharmacology/twin/twin";
import { holdForLife } from "../hold-for-life";
import type { CloudPart } from "./cloud";
import type { LearnOptions } from "./learn";
import type { TwinStudy } from "./plan-twin";
import type { CloudAssistant, TwinAnswer, TwinService } from "./twin-api";
import { TwinEngine, type TwinEngineOptions } from "./twin-service";

const solvesFor = (engine: TwinEngine): CloudAssistant => ({
  openCloud: (study: TwinStudy) => Promise.resolve(engine.openCloud(study)),
  solveCloud: (latents: Float64Array) => Promise.resolve(moved(engine.solveCloud(latents))),
});

/**
 * Called once, first.
 *
 * @param life name of a lock that this worker holds as long as it lives
 */
async function start(options: TwinEngineOptions, life: string): Promise<TwinService> {
  await holdForLife(life);
  const engine = new TwinEngine(options);
  return proxy({
    ...solvesFor(engine),
    assist: (port: MessagePort) => engine.addAssistant(wrap<CloudAssistant>(port)),
    serve: (port: MessagePort) => expose(solvesFor(engine), port),
    learn: (
      twin: Twin,
      nowMs: number,
      onPreview: (answer: TwinAnswer) => void,
      learnOptions?: LearnOptions,
    ) => engine.learn(twin, nowMs, onPreview, learnOptions),
    plan: () => Promise.resolve(engine.plan()),
    whatIf: (changed: Twin, nowMs: number) => engine.whatIf(changed, nowMs),
    stop: () => engine.stop(),
  });
}

/** Arrays are handed over rather than copied. */
function moved(part: CloudPart): CloudPart {
  const { curves, areas, traits, solved } = part;
  return transfer(
    part,
    [curves, areas, traits, solved].map(({ buffer }) => buffer as ArrayBuffer),
  );
}

export interface TwinWorker {
  start: typeof start;
}

expose({ start } satisfies TwinWorker);
