/** Bloom on dark: the picture goes through a buffer, its bright parts are blurred and added. */
import {
  BufferAttribute,
  BufferGeometry,
  HalfFloatType,
  LinearFilter,
  Mesh,
  NoBlending,
  OrthographicCamera,
  ShaderMaterial,
  Vector2,
  WebGLRenderTarget,
  type Camera,
  type IUniform,
  type Scene,
  type WebGLRenderer,
} from "three";
import { addFragment, blurFragment, brightFragment, screenVertex } from "./shaders/glow";

const THRESHOLD = 0.62;
const STRENGTH = 0.25;

export class Glow {
  readonly #picture = new WebGLRenderTarget(1, 1, {
    type: HalfFloatType,
    samples: 4,
    stencilBuffer: true,
  });
  readonly #small = [0, 1, 2, 3].map(
    () => new WebGLRenderTarget(1, 1, { depthBuffer: false, minFilter: LinearFilter }),
  ) as [WebGLRenderTarget, WebGLRenderTarget, WebGLRenderTarget, WebGLRenderTarget];
  readonly #bright = pass(brightFragment, {
    picture: { value: null },
    threshold: { value: THRESHOLD },
  });
  readonly #blur = pass(blurFragment, {
    picture: { value: null },
    stride: { value: new Vector2() },
  });
  readonly #add = pass(addFragment, {
    picture: { value: null },
    near: { value: null },
    wide: { value: null },
    strength: { value: STRENGTH },
  });
  readonly #screen = new Mesh(fullScreenTriangle(), this.#bright);
  readonly #camera = new OrthographicCamera();

  constructor() {
    this.#screen.frustumCulled = false;
  }

  resize(width: number, height: number): void {
    this.#picture.setSize(width, height);
    for (const [index, target] of this.#small.entries()) {
      const shrink = index < 2 ? 3 : 8;
      target.setSize(
        Math.max(1, Math.round(width / shrink)),
        Math.max(1, Math.round(height / shrink)),
      );
    }
  }

  render(renderer: WebGLRenderer, scene: Scene, camera: Camera): void {
    const [near, nearSwap, wide, wideSwap] = this.#small;
    renderer.setRenderTarget(this.#picture);
    renderer.clear();
    renderer.render(scene, camera);
    this.#draw(renderer, this.#bright, near, { picture: this.#picture.texture });
    this.#blurBoth(renderer, near, nearSwap);
    this.#draw(renderer, this.#blur, wide, { picture: near.texture, stride: new Vector2(0, 0) });
    this.#blurBoth(renderer, wide, wideSwap);
    this.#blurBoth(renderer, wide, wideSwap);
    this.#draw(renderer, this.#add, null, {
      picture: this.#picture.texture,
      near: near.texture,
      wide: wide.texture,
    });
  }

  #blurBoth(renderer: WebGLRenderer, target: WebGLRenderTarget, swap: WebGLRenderTarget): void {
    const { width, height, texture } = target;
    this.#draw(renderer, this.#blur, swap, {
      picture: texture,
      stride: new Vector2(1.4 / width, 0),
    });
    this.#draw(renderer, this.#blur, target, {
      picture: swap.texture,
      stride: new Vector2(0, 1.4 / height),
    });
  }

  #draw(
    renderer: WebGLRenderer,
    material: ShaderMaterial,
    target: WebGLRenderTarget | null,
    values: Readonly<Record<string, unknown>>,
  ): void {
    for (const [name, value] of Object.entries(values)) {
      const uniform: IUniform | undefined = material.uniforms[name];
      if (uniform) uniform.value = value;
    }
    this.#screen.material = material;
    renderer.setRenderTarget(target);
    renderer.render(this.#screen, this.#camera);
  }

  dispose(): void {
    for (const target of [this.#picture, ...this.#small]) target.dispose();
    for (const material of [this.#bright, this.#blur, this.#add]) material.dispose();
    this.#screen.geometry.dispose();
  }
}

function pass(fragmentShader: string, uniforms: Record<string, IUniform>): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: screenVertex,
    fragmentShader,
    uniforms,
    depthTest: false,
    depthWrite: false,
    blending: NoBlending,
  });
}

function fullScreenTriangle(): BufferGeometry {
  const geometry = new BufferGeometry();
  const corners = new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]);
  geometry.setAttribute("position", new BufferAttribute(corners, 3));
  return geometry;
}
