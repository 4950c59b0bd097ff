/**
 * A small WebAssembly encoder: just the sections and instructions that emit-wasm.ts uses.
 *
 * Checked by running what it writes. Numbers of the binary format are from the WebAssembly core
 * specification 2.0, section 5 (with the 128-bit SIMD instructions of its appendix).
 */

export type ValueType = "i32" | "f64" | "v128";

const typeCode: Record<ValueType, number> = { i32: 0x7f, f64: 0x7c, v128: 0x7b };

const plainCode = {
  "f64.ne": [0x62],
  "f64.lt": [0x63],
  "f64.abs": [0x99],
  "f64.neg": [0x9a],
  "f64.sqrt": [0x9f],
  "f64.add": [0xa0],
  "f64.sub": [0xa1],
  "f64.mul": [0xa2],
  "f64.div": [0xa3],
  "f64.min": [0xa4],
  "f64.max": [0xa5],
  "f64.convert_i32_u": [0xb8],
  "i32.add": [0x6a],
  "i32.lt_u": [0x49],
  select: [0x1b],
  end: [0x0b],
  "f64x2.splat": [0xfd, 0x14],
  "f64x2.ne": [0xfd, 0x48],
  "f64x2.lt": [0xfd, 0x49],
  "v128.and": [0xfd, 0x4e],
  "v128.bitselect": [0xfd, 0x52],
  "f64x2.abs": [0xfd, 0xec, 0x01],
  "f64x2.neg": [0xfd, 0xed, 0x01],
  "f64x2.sqrt": [0xfd, 0xef, 0x01],
  "f64x2.add": [0xfd, 0xf0, 0x01],
  "f64x2.sub": [0xfd, 0xf1, 0x01],
  "f64x2.mul": [0xfd, 0xf2, 0x01],
  "f64x2.div": [0xfd, 0xf3, 0x01],
  "f64x2.min": [0xfd, 0xf4, 0x01],
  "f64x2.max": [0xfd, 0xf5, 0x01],
} as const satisfies Record<string, readonly number[]>;

export type PlainInstruction = keyof typeof plainCode;

/** The body of one function, written instruction by instruction. */
export class FunctionWriter {
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
  readonly #locals: ValueType[] = [];
  readonly #code: number[] = [];

  constructor(parameters: readonly ValueType[], results: readonly ValueType[] = []) {
    this.parameters = parameters;
    this.results = results;
  }

  local(type: ValueType): number {
    this.#locals.push(type);
    return this.parameters.length + this.#locals.length - 1;
  }

  op(name: PlainInstruction): this {
    for (const byte of plainCode[name]) this.#code.push(byte);
    return this;
  }

  get(local: number): this {
    return this.#put(0x20, local);
  }

  set(local: number): this {
    return this.#put(0x21, local);
  }

  tee(local: number): this {
    return this.#put(0x22, local);
  }

  call(index: number): this {
    return this.#put(0x10, index);
  }

  i32(value: number): this {
    this.#code.push(0x41, ...signed(value));
    return this;
  }

  f64(value: number): this {
    this.#code.push(0x44, ...bytesOf(value));
    return this;
  }

  /** Both lanes the same number. */
  f64x2(value: number): this {
    const bytes = bytesOf(value);
    this.#code.push(0xfd, 0x0c, ...bytes, ...bytes);
    return this;
  }

  /** Address on the stack, plus `offset` bytes. */
  load(type: "f64" | "v128", offset: number): this {
    if (type === "f64") this.#code.push(0x2b, 3, ...unsigned(offset));
    else this.#code.push(0xfd, 0x00, 3, ...unsigned(offset));
    return this;
  }

  store(type: "f64" | "v128", offset: number): this {
    if (type === "f64") this.#code.push(0x39, 3, ...unsigned(offset));
    else this.#code.push(0xfd, 0x0b, 3, ...unsigned(offset));
    return this;
  }

  extractLane(lane: 0 | 1): this {
    this.#code.push(0xfd, 0x21, lane);
    return this;
  }

  replaceLane(lane: 0 | 1): this {
    this.#code.push(0xfd, 0x22, lane);
    return this;
  }

  /** Repeats `body` with a byte counter 0, 16, … below `bytes`. */
  loop(bytes: number, body: (counter: number) => void): this {
    const counter = this.local("i32");
    this.i32(0).set(counter);
    this.#code.push(0x03, 0x40);
    body(counter);
    this.get(counter).i32(16).op("i32.add").tee(counter).i32(bytes).op("i32.lt_u");
    this.#code.push(0x0d, 0);
    return this.op("end");
  }

  encode(): number[] {
    const runs: [count: number, type: ValueType][] = [];
    for (const type of this.#locals) {
      const last = runs.at(-1);
      if (last?.[1] === type) last[0]++;
      else runs.push([1, type]);
    }
    const locals = runs.flatMap(([count, type]) => [...unsigned(count), typeCode[type]]);
    const head = [...unsigned(runs.length), ...locals];
    const size = head.length + this.#code.length + 1;
    return [...unsigned(size), ...head].concat(this.#code, 0x0b);
  }

  #put(code: number, index: number): this {
    this.#code.push(code, ...unsigned(index));
    return this;
  }
}

export interface ImportedFunction {
  readonly module: string;
  readonly name: string;
  readonly parameters: readonly ValueType[];
  readonly results: readonly ValueType[];
}

/** Imports come first in the numbering of functions. */
export interface ModuleParts {
  readonly imports: readonly ImportedFunction[];
  readonly functions: readonly { readonly name?: string; readonly body: FunctionWriter }[];
  readonly memoryPages: number;
}

/** The bytes of a module that exports its memory as `memory` and its named functions. */
export function encodeModule({
  imports,
  functions,
  memoryPages,
}: ModuleParts): Uint8Array<ArrayBuffer> {
  const signatures = [...imports, ...functions.map(({ body }) => body)];
  const types = signatures.map(({ parameters, results }) => [
    0x60,
    ...list(parameters.map((type) => [typeCode[type]])),
    ...list(results.map((type) => [typeCode[type]])),
  ]);
  const named = functions.flatMap(({ name }, index) =>
    name === undefined ? [] : [[...text(name), 0, ...unsigned(imports.length + index)]],
  );
  return Uint8Array.from(
    [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0].concat(
      section(1, list(types)),
      section(
        2,
        list(
          imports.map((item, i) => [...text(item.module), ...text(item.name), 0, ...unsigned(i)]),
        ),
      ),
      section(3, list(functions.map((_, i) => unsigned(imports.length + i)))),
      section(5, [1, 0, ...unsigned(memoryPages)]),
      section(7, list([[...text("memory"), 2, 0], ...named])),
      section(10, list(functions.map(({ body }) => body.encode()))),
    ),
  );
}

// ——— the parts ———

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length)].concat(content);
}

function list(items: readonly (readonly number[])[]): number[] {
  return unsigned(items.length).concat(...items);
}

/** Names are ASCII. */
function text(name: string): number[] {
  const codes = Array.from(name, (letter) => letter.charCodeAt(0));
  return [...unsigned(codes.length), ...codes];
}

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  do {
    const low = left & 0x7f;
    left >>>= 7;
    bytes.push(left === 0 ? low : low | 0x80);
  } while (left !== 0);
  return bytes;
}

/** Signed LEB128 of a 32-bit integer. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  let left = value | 0;
  for (;;) {
    const low = left & 0x7f;
    left >>= 7;
    const done = (left === 0 && (low & 0x40) === 0) || (left === -1 && (low & 0x40) !== 0);
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
}

function bytesOf(value: number): Uint8Array {
  return new Uint8Array(new Float64Array([value]).buffer);
}
