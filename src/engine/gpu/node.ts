/**
 * WebGPU in Node: the optional package `webgpu` (Dawn).
 *
 * Collected GPU objects abort the process there, so the instance is kept for good. While a promise
 * of it is open, Dawn asks the device for news at every turn of the event loop, which keeps a core
 * busy; where the device is software that core is a part of it. So turns are made to last.
 */
export async function nodeGpu(): Promise<GPU | undefined> {
  try {
    // the package is optional: not every system has it
    const { create, globals } = await import("webgpu");
    Object.assign(globalThis, globals);
    kept ??= patiently(create([]));
    return kept;
  } catch {
    return undefined;
  }
}

let kept: GPU | undefined;

// ——— the parts ———

/** Between two looks whether the device is done: little beside the 50 ms of a dispatch. */
const pauseMs = 0.5;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Every device of it waits patiently. */
function patiently(gpu: GPU): GPU {
  const requestAdapter = gpu.requestAdapter.bind(gpu);
  gpu.requestAdapter = async (options) => {
    const adapter = await requestAdapter(options);
    if (!adapter) return adapter;
    const requestDevice = adapter.requestDevice.bind(adapter);
    adapter.requestDevice = async (descriptor) => {
      const device = await requestDevice(descriptor);
      waitPatiently(device.queue);
      return device;
    };
    return adapter;
  };
  return gpu;
}

/** While the queue works every turn of the event loop takes a pause. */
function waitPatiently(queue: GPUQueue): void {
  const submit = queue.submit.bind(queue);
  let working = 0;
  const pause = () => {
    if (working === 0) return;
    Atomics.wait(sleeper, 0, 0, pauseMs);
    setImmediate(pause);
  };
  const end = () => {
    working--;
  };
  queue.submit = (commands) => {
    submit(commands);
    if (working++ === 0) setImmediate(pause);
    queue.onSubmittedWorkDone().then(end, end);
  };
}
