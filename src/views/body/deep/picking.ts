/**
 * What lies under the pointer: the parts drawn once as flat numbers at a quarter of the size,
 * read back whole and kept until the picture changes. Pointing is then an array look-up.
 */
import { NearestFilter, Scene, WebGLRenderTarget, type Camera, type WebGLRenderer } from "three";
import { at, clamp } from "../mesh/vectors";
import type { Surface } from "./surfaces";

const SHRINK = 4;

export class Picker {
  readonly #scene = new Scene();
  readonly #target = new WebGLRenderTarget(1, 1, {
    minFilter: NearestFilter,
    magFilter: NearestFilter,
  });
  #numbers = new Uint8Array(4);
  #isStale = true;

  constructor() {
    this.#scene.matrixAutoUpdate = false;
  }

  add(surface: Surface): void {
    this.#scene.add(surface.pick);
  }

  /** The picture has changed: camera, person, size or what is shown. */
  forget(): void {
    this.#isStale = true;
  }

  /** Number of the part at a place of the canvas (CSS pixels), 0 for none. */
  numberAt(renderer: WebGLRenderer, camera: Camera, x: number, y: number): number {
    const { clientWidth, clientHeight } = renderer.domElement;
    const width = Math.max(1, Math.ceil(clientWidth / SHRINK));
    const height = Math.max(1, Math.ceil(clientHeight / SHRINK));
    if (this.#isStale || width !== this.#target.width || height !== this.#target.height)
      this.#draw(renderer, camera, width, height);
    const column = clamp(Math.floor((x / clientWidth) * width), 0, width - 1);
    const row = clamp(Math.floor((1 - y / clientHeight) * height), 0, height - 1);
    return at(this.#numbers, (row * width + column) * 4);
  }

  #draw(renderer: WebGLRenderer, camera: Camera, width: number, height: number): void {
    this.#target.setSize(width, height);
    const before = renderer.getRenderTarget();
    renderer.setRenderTarget(this.#target);
    renderer.clear();
    renderer.render(this.#scene, camera);
    this.#numbers = new Uint8Array(width * height * 4);
    renderer.readRenderTargetPixels(this.#target, 0, 0, width, height, this.#numbers);
    renderer.setRenderTarget(before);
    this.#isStale = false;
  }

  dispose(): void {
    this.#target.dispose();
  }
}
