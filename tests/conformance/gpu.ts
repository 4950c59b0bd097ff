/** The software GPU for tests: Dawn for Node. Objects are kept, or Dawn aborts the process. */
import { acquireGpu, type Gpu } from "../../src/engine/gpu/device";
import { nodeGpu } from "../../src/engine/gpu/node";

const kept: unknown[] = [];

export async function testGpu(onLost: (message: string) => void = () => {}): Promise<Gpu> {
  const acquired = await acquireGpu({ gpu: await nodeGpu(), allowSoftware: true, onLost });
  if (!acquired.ok) throw new Error(acquired.problems.map(({ message }) => message).join());
  kept.push(acquired.value);
  return acquired.value;
}
