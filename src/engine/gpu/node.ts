/**
 * WebGPU in Node: the optional package `webgpu` (Dawn).
 *
 * Collected GPU objects abort the process there, so the instance is kept for good.
 */
export async function nodeGpu(): Promise<GPU | undefined> {
  try {
    // the package is optional: not every system has it
    const { create, globals } = await import("webgpu");
    Object.assign(globalThis, globals);
    kept ??= create([]);
    return kept;
  } catch {
    return undefined;
  }
}

let kept: GPU | undefined;
