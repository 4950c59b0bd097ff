/** Buffers of 32-bit words: made, filled, read. */

/** All 0. */
export function emptyBuffer(
  device: GPUDevice,
  words: number,
  usage: GPUBufferUsageFlags,
): GPUBuffer {
  return device.createBuffer({
    size: Math.max(16, 4 * words),
    usage: usage | GPUBufferUsage.COPY_DST,
  });
}

export function filledBuffer(
  device: GPUDevice,
  data: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>,
  usage: GPUBufferUsageFlags,
): GPUBuffer {
  const buffer = emptyBuffer(device, data.length, usage);
  device.queue.writeBuffer(buffer, 0, data);
  return buffer;
}

/** A copy of the first words of a buffer; waits for the work that was submitted before. */
export async function readBuffer(
  device: GPUDevice,
  source: GPUBuffer,
  words: number = source.size / 4,
): Promise<ArrayBuffer> {
  const size = 4 * words;
  const copy = device.createBuffer({
    size,
    usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ,
  });
  try {
    const encoder = device.createCommandEncoder();
    encoder.copyBufferToBuffer(source, 0, copy, 0, size);
    device.queue.submit([encoder.finish()]);
    await copy.mapAsync(GPUMapMode.READ);
    return copy.getMappedRange().slice(0);
  } finally {
    copy.destroy();
  }
}
