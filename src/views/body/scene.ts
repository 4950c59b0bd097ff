/**
 * The deep body: a three.js scene in a canvas. This module owns its lifetime and says what may be
 * asked of it; geometry, paint, camera and points have files of their own in `deep/`.
 *
 * It draws only when something has changed, rests while it cannot be seen, and on a software
 * renderer leaves out what costs most: glow, particles, fine meshes, half of the pixels.
 */
import { closeUrl, facts, farUrl } from "virtual:perfuse-body";
import {
  DataTexture,
  FloatType,
  LinearSRGBColorSpace,
  Mesh,
  NoToneMapping,
  RGBAFormat,
  Scene,
  Vector3,
  Vector4,
  WebGLRenderer,
  type BufferGeometry,
} from "three";
import type { ColourMapId, Theme } from "../ui/colour-map";
import { labelAnchors } from "./anchors";
import type { BodyValues, Lumen, Place } from "./body-props";
import type { BodyShape } from "./body-shape";
import { OrbitCamera, type Orbit, type ViewPreset } from "./deep/camera";
import { attachControls } from "./deep/controls";
import { Glow } from "./deep/glow";
import { drawGroups, leaderOf, placeOf } from "./deep/groups";
import { breathe, geometryOf, loadSet, type LoadedSet } from "./deep/load";
import { themeLooks } from "./deep/look";
import { makeOutline } from "./deep/outline";
import { paintSurface, type Layers, type PaintState } from "./deep/paint";
import { Picker } from "./deep/picking";
import {
  fillGranules,
  growGranules,
  makeFlow,
  makeGranules,
  tintPoints,
  type PointCloud,
} from "./deep/points";
import { makeSurface, type PersonUniforms, type Surface } from "./deep/surfaces";
import { belongsTo } from "./flat-body";
import { frameOf, TALL_AT_ONE } from "./framing";
import { smoothPath, type PathPoint } from "./mesh/curve";
import { clamp, smoothstep } from "./mesh/vectors";
import { fatShareOf, TABLE_ROWS, TABLE_SAMPLES, warpFor, type BodyWarp } from "./warp";

export type { Layers } from "./deep/paint";
export type { Orbit, ViewPreset } from "./deep/camera";

export interface BodySceneOptions {
  readonly person: BodyShape;
  readonly theme: Theme;
  readonly colourMap: ColourMapId;
  readonly layers?: Partial<Layers>;
  /** No particles, no eased camera moves. */
  readonly reducedMotion?: boolean;
  /** "light" leaves out glow, particles, fine meshes and, in motion, pixels; "auto" does so on a software renderer. */
  readonly quality?: "auto" | "light" | "full";
  /** The first picture is on the canvas. */
  readonly onReady?: () => void;
  readonly onPick?: (place: Place | null) => void;
  readonly onHover?: (place: Place | null) => void;
  /** After every picture: labels follow the camera. */
  readonly onFrame?: () => void;
  /** The picture is gone. `isFinal`: it will not come back, show the flat body. */
  readonly onLost?: (reason: LossReason, isFinal: boolean) => void;
  readonly onRestored?: () => void;
  /** The camera was moved by hand: no preset is shown any more. */
  readonly onMoved?: () => void;
  /** The key for the whole body was pressed. */
  readonly onReset?: () => void;
}

export type LossReason = "no-webgl" | "context-lost" | "meshes-not-loaded";

/** Where a place's label points to, CSS pixels from the canvas's corner. */
export interface AnchorOnScreen {
  readonly place: Place;
  readonly x: number;
  readonly y: number;
  /** 1 when its side of the body faces the camera, 0 when turned away. */
  readonly facing: number;
}

export interface BodyScene {
  setPerson: (person: BodyShape) => void;
  /** Uniforms only: may be called every frame. */
  paint: (values: BodyValues, lumen?: Lumen) => void;
  setTheme: (theme: Theme) => void;
  setColourMap: (map: ColourMapId) => void;
  select: (place: Place | null) => void;
  /** A preset, eased unless motion is reduced, or an orbit, at once. */
  setView: (view: ViewPreset | Partial<Orbit>) => void;
  setLayers: (layers: Partial<Layers>) => void;
  setReducedMotion: (reduced: boolean) => void;
  /** CSS pixels from the canvas's corner. */
  pick: (x: number, y: number) => Place | null;
  anchors: () => AnchorOnScreen[];
  /** Middle and half width of the body in the picture, CSS pixels. */
  edges: () => { readonly middle: number; readonly reach: number };
  /** Where the picture is taken from: several bodies share one camera. */
  orbit: () => Orbit;
  resize: () => void;
  dispose: () => void;
  /** For tests and the curious. */
  readonly stats: () => SceneStats;
}

export interface SceneStats {
  readonly renderer: string;
  readonly isLight: boolean;
  readonly set: "none" | "far" | "close";
  readonly frames: number;
  /** Of the last picture; the GPU may still be at it. */
  readonly frameMs: number;
  readonly drawCalls: number;
  readonly triangles: number;
}

const ALL_LAYERS: Layers = { skin: true, bones: true, muscle: true, vessels: true, flow: true };
const MOVE_MS = 650;
const MOST_PIXELS = 4.2e6;
/** What a software renderer draws in a fifth of a second beside the meshes. */
const LIGHT_PIXELS = 2.6e5;
const SETTLE_MS = 500;
const HATCH_PIXELS = 7;
/** A lost context that has not come back by then is given up. */
const RESTORE_WITHIN_MS = 6000;

/** @returns undefined where there is no WebGL 2; `onLost` has then said so */
export function createBodyScene(
  canvas: HTMLCanvasElement,
  options: BodySceneOptions,
): BodyScene | undefined {
  const renderer = openRenderer(canvas);
  if (!renderer) {
    options.onLost?.("no-webgl", true);
    return undefined;
  }
  return new DeepBody(canvas, renderer, options);
}

class DeepBody implements BodyScene {
  readonly #canvas: HTMLCanvasElement;
  /** In CSS pixels; kept, because asking the canvas after a change makes the page lay out at once. */
  #size = { width: 1, height: 1 };
  readonly #renderer: WebGLRenderer;
  readonly #options: BodySceneOptions;
  readonly #rendererName: string;
  readonly #isLight: boolean;
  readonly #scene = new Scene();
  readonly #camera = new OrbitCamera();
  readonly #picker = new Picker();
  readonly #outline = makeOutline();
  readonly #warpTable = new DataTexture(
    new Float32Array(TABLE_SAMPLES * TABLE_ROWS * 4),
    TABLE_SAMPLES,
    TABLE_ROWS,
    RGBAFormat,
    FloatType,
  );
  readonly #surfaces: Surface[] = [];
  readonly #leaving = new AbortController();
  readonly #detach: () => void;
  #glow: Glow | null = null;
  #flow: PointCloud | null = null;
  #granules: PointCloud | null = null;

  #person: BodyShape;
  #warp: BodyWarp;
  #state: PaintState;
  #lumen: Lumen | undefined;
  #layers: Layers;
  #reducedMotion: boolean;

  #loaded: SceneStats["set"] = "none";
  #isLost = false;
  #isVisible = true;
  #isOnScreen = true;
  #isOnBattery = false;
  /** Light pictures are drawn with fewer pixels and, once still, again with all. */
  #isSettled = false;
  #settling = 0;
  /** Passed once the last light picture is finished: until then no further one is asked for. */
  #unfinished: WebGLSync | null = null;
  #needsFrame = true;
  #needsPaint = true;
  #request = 0;
  #lastFrame = 0;
  #frames = 0;
  #frameMs = 0;
  #hovered: Place | null = null;

  constructor(canvas: HTMLCanvasElement, renderer: WebGLRenderer, options: BodySceneOptions) {
    this.#canvas = canvas;
    this.#renderer = renderer;
    this.#options = options;
    this.#rendererName = nameOf(renderer);
    const quality = options.quality ?? "auto";
    this.#isLight = quality === "auto" ? isSoftware(this.#rendererName) : quality === "light";
    this.#person = options.person;
    this.#warp = warpFor(options.person, facts);
    this.#layers = { ...ALL_LAYERS, ...options.layers };
    this.#reducedMotion = options.reducedMotion ?? false;
    this.#state = {
      values: null,
      theme: options.theme,
      colourMap: options.colourMap,
      selected: null,
      hatchPixels: HATCH_PIXELS,
    };
    this.#scene.matrixAutoUpdate = false;
    this.#detach = attachControls(canvas, this.#camera, {
      onMove: () => {
        this.#moved();
        options.onMoved?.();
      },
      onPress: (x, y) => options.onPick?.(this.pick(x, y)),
      onPoint: (at) => this.#point(at),
      onReset: () => {
        this.setView("whole");
        options.onReset?.();
      },
    });
    this.#watch();
    this.resize();
    void this.#load();
  }

  // ——— what may be asked

  setPerson(person: BodyShape): void {
    this.#person = person;
    this.#warp = warpFor(person, facts);
    this.#placePerson();
    this.#camera.fit(this.#warp, this.#aspect());
    this.#moved();
  }

  paint(values: BodyValues, lumen?: Lumen): void {
    this.#state = { ...this.#state, values };
    this.#lumen = lumen;
    this.#repaint();
  }

  setTheme(theme: Theme): void {
    this.#state = { ...this.#state, theme };
    this.#repaint();
  }

  setColourMap(colourMap: ColourMapId): void {
    this.#state = { ...this.#state, colourMap };
    this.#repaint();
  }

  select(selected: Place | null): void {
    this.#state = { ...this.#state, selected };
    this.#outline.choose(
      this.#surfaces.filter(({ group }) => selected !== null && placeOf(group) === selected),
    );
    this.#repaint();
  }

  setView(view: ViewPreset | Partial<Orbit>): void {
    if (typeof view === "string") {
      const duration = this.#reducedMotion || this.#isLight ? 0 : MOVE_MS;
      this.#camera.goTo(view, duration, performance.now());
    } else this.#camera.place(view);
    this.#moved();
  }

  setLayers(layers: Partial<Layers>): void {
    this.#layers = { ...this.#layers, ...layers };
    this.#showParts();
    this.#moved();
  }

  setReducedMotion(reduced: boolean): void {
    this.#reducedMotion = reduced;
    this.#showParts();
    this.#wake();
  }

  pick(x: number, y: number): Place | null {
    if (this.#isLost || this.#loaded === "none") return null;
    const number = this.#picker.numberAt(this.#renderer, this.#camera.camera, x, y);
    const surface = this.#surfaces[number - 1];
    return surface ? placeOf(surface.group) : null;
  }

  anchors(): AnchorOnScreen[] {
    const { camera } = this.#camera;
    const { width, height } = this.#size;
    const { azimuth } = this.#camera.orbit;
    const [ahead, level] = [Math.sin(azimuth), Math.cos(azimuth)];
    const [reach] = this.#warp.place([31, 100, 0]);
    return labelAnchors
      .filter(({ part }) => belongsTo(part, this.#person))
      .map(({ place, part, point }): AnchorOnScreen => {
        const world = new Vector3(...this.#warp.placeOn(part, point));
        // How far it lies on the near or the far side of the body's axis.
        const nearness = (world.x * ahead + world.z * level) / (reach * 0.3);
        const { x, y } = world.project(camera);
        return {
          place,
          x: ((x + 1) / 2) * width,
          y: ((1 - y) / 2) * height,
          facing: smoothstep(-1.15, -0.45, nearness),
        };
      });
  }

  edges(): { readonly middle: number; readonly reach: number } {
    const { orbit } = this.#camera;
    const perCm = this.#size.height / (orbit.distance * TALL_AT_ONE);
    const frame = frameOf(this.#warp);
    // Arms reach sideways, the body's depth is about a third of that.
    const wide = Math.hypot(Math.cos(orbit.azimuth), 0.4 * Math.sin(orbit.azimuth));
    return {
      middle: this.#size.width / 2 - orbit.targetX * perCm,
      reach: (frame.width / 2) * wide * perCm,
    };
  }

  orbit(): Orbit {
    return this.#camera.orbit;
  }

  resize(): void {
    const { clientWidth, clientHeight } = this.#canvas;
    const [width, height] = [Math.max(1, clientWidth), Math.max(1, clientHeight)];
    this.#size = { width, height };
    this.#renderer.setSize(width, height, false);
    this.#sharpen(false);
    this.#camera.fit(this.#warp, this.#aspect());
    this.#moved();
    // At once, or the browser shows one empty frame of the new size.
    if (this.#loaded !== "none" && !this.#isLost) this.#draw(performance.now());
  }

  stats(): SceneStats {
    const { calls, triangles } = this.#renderer.info.render;
    return {
      renderer: this.#rendererName,
      isLight: this.#isLight,
      set: this.#loaded,
      frames: this.#frames,
      frameMs: this.#frameMs,
      drawCalls: calls,
      triangles,
    };
  }

  dispose(): void {
    this.#leaving.abort();
    cancelAnimationFrame(this.#request);
    clearTimeout(this.#settling);
    this.#detach();
    for (const { meshes, pick } of this.#surfaces)
      for (const mesh of [...meshes, pick]) discard(mesh);
    for (const cloud of [this.#flow, this.#granules])
      if (cloud) {
        cloud.points.geometry.dispose();
        discard(cloud.points);
      }
    this.#outline.dispose();
    this.#picker.dispose();
    this.#glow?.dispose();
    this.#warpTable.dispose();
    this.#renderer.dispose();
  }

  // ——— meshes

  async #load(): Promise<void> {
    const { signal } = this.#leaving;
    try {
      await this.#show(await loadSet(farUrl, signal), "far");
    } catch (error) {
      if (signal.aborted) return;
      console.warn("The three-dimensional body could not be loaded.", error);
      this.#options.onLost?.("meshes-not-loaded", true);
      return;
    }
    if (this.#isLight || savesData()) return;
    try {
      await whenIdle(signal);
      await this.#show(await loadSet(closeUrl, signal), "close");
    } catch {
      // The far set goes on serving: finer meshes are a nicety.
    }
  }

  async #show(set: LoadedSet, which: "far" | "close"): Promise<void> {
    const { signal } = this.#leaving;
    const geometries: BufferGeometry[] = [];
    for (const { parts } of drawGroups) {
      await breathe(signal);
      geometries.push(geometryOf(parts.flatMap((id) => set.meshes.get(id) ?? [])));
    }
    if (which === "far") await this.#begin(set, geometries);
    else this.#refine(geometries);
    this.#loaded = which;
    this.#showParts();
    this.#repaint();
  }

  async #begin(set: LoadedSet, geometries: readonly BufferGeometry[]): Promise<void> {
    for (const [index, group] of drawGroups.entries()) {
      const geometry = geometries[index];
      if (!geometry) continue;
      const surface = makeSurface(group, geometry, this.#warpTable, index + 1);
      this.#surfaces.push(surface);
      this.#scene.add(...surface.meshes);
      this.#picker.add(surface);
    }
    this.#makePoints(set);
    this.#scene.add(this.#outline.object);
    this.#placePerson();
    this.select(this.#state.selected);
    // Shaders are compiled off the main thread where the driver can.
    if (!this.#renderer.getContext().getExtension("KHR_parallel_shader_compile")) return;
    await this.#renderer.compileAsync(this.#scene, this.#camera.camera);
    this.#leaving.signal.throwIfAborted();
  }

  #refine(geometries: readonly BufferGeometry[]): void {
    for (const [index, surface] of this.#surfaces.entries()) {
      const geometry = geometries[index];
      if (!geometry) continue;
      const before = surface.pick.geometry;
      surface.setGeometry(geometry);
      before.dispose();
    }
    this.#outline.refresh();
  }

  #makePoints({ axes }: LoadedSet): void {
    const person: PersonUniforms = {
      warpTable: { value: this.#warpTable },
      growth: { value: new Vector4(0, 0, 0, 1) },
      fatShare: { value: 0 },
      maturity: { value: 1 },
    };
    this.#flow = makeFlow(axes.get("arteries") ?? [], axes.get("veins") ?? [], person);
    const curve = (knots: readonly PathPoint[] | undefined) => smoothPath(knots ?? [], 4);
    this.#granules = makeGranules(
      [
        smoothPath(facts.gutAxes.stomach, 4),
        curve(axes.get("smallIntestine")?.[0]),
        curve(axes.get("largeIntestine")?.[0]),
      ],
      person,
    );
    this.#scene.add(this.#flow.points, this.#granules.points);
  }

  // ——— person and colours

  #placePerson(): void {
    const data: unknown = this.#warpTable.image.data;
    if (data instanceof Float32Array) data.set(this.#warp.table);
    this.#warpTable.needsUpdate = true;
    const { growth, fatness, womanly } = this.#warp;
    for (const { group, person } of this.#surfaces) {
      const { fixed, factor } = growth[leaderOf(group)] ?? { fixed: [0, 0, 0], factor: 1 };
      person.growth.value.set(fixed[0], fixed[1], fixed[2], factor);
      person.fatShare.value = fatShareOf(leaderOf(group), fatness);
      person.maturity.value = womanly * (1 + 0.22 * Math.max(0, fatness));
    }
    if (this.#granules)
      growGranules(this.#granules, [growth.stomach, growth.smallIntestine, growth.largeIntestine]);
    this.#showParts();
  }

  #showParts(): void {
    const { skin, bones, muscle, vessels, flow } = this.#layers;
    for (const { group, meshes, pick } of this.#surfaces) {
      const isLayerOn =
        group.look === "skin"
          ? skin
          : group.look === "bone"
            ? bones
            : group.look === "muscle"
              ? muscle
              : group.look === "vessel"
                ? vessels
                : true;
      const isShown = isLayerOn && belongsTo(leaderOf(group), this.#person);
      for (const mesh of [...meshes, pick]) mesh.layers.set(isShown ? 0 : 1);
    }
    if (this.#flow)
      this.#flow.points.visible = flow && vessels && !this.#reducedMotion && !this.#isLight;
  }

  #repaint(): void {
    this.#needsPaint = true;
    this.#wake();
  }

  #applyPaint(): void {
    this.#needsPaint = false;
    for (const surface of this.#surfaces) paintSurface(surface, this.#state);
    this.#outline.colour(themeLooks[this.#state.theme].outline);
    if (this.#granules) fillGranules(this.#granules, this.#lumen);
    if (this.#flow && this.#granules) tintPoints(this.#flow, this.#granules, this.#state.theme);
  }

  // ——— pictures

  #moved(): void {
    this.#picker.forget();
    this.#wake();
  }

  #wake(): void {
    this.#needsFrame = true;
    if (this.#request === 0 && this.#mayDraw())
      this.#request = requestAnimationFrame((now) => this.#frame(now));
  }

  #mayDraw(): boolean {
    return (
      this.#loaded !== "none" &&
      !this.#isLost &&
      this.#isVisible &&
      this.#isOnScreen &&
      !this.#leaving.signal.aborted
    );
  }

  #frame(now: number): void {
    this.#request = 0;
    if (!this.#mayDraw()) return;
    const isFlowing = this.#flow?.points.visible ?? false;
    const isAnimated = isFlowing || this.#camera.isMoving;
    // Flow alone is slow: half the rate is enough, and on battery for everything.
    const interval = this.#isOnBattery || (!this.#needsFrame && isFlowing) ? 1000 / 31 : 0;
    const isDue = now - this.#lastFrame >= interval && (this.#needsFrame || isAnimated);
    if (isDue && !this.#isBusy()) this.#draw(now);
    if (isAnimated || this.#needsFrame)
      this.#request = requestAnimationFrame((next) => this.#frame(next));
  }

  #draw(now: number): void {
    const start = performance.now();
    if (this.#isLight && this.#isSettled && this.#needsFrame) this.#sharpen(false);
    if (this.#isLight && !this.#isSettled) this.#settleSoon();
    this.#needsFrame = false;
    this.#lastFrame = now;
    if (this.#camera.advance(now)) this.#picker.forget();
    if (this.#needsPaint) this.#applyPaint();
    this.#advancePoints(now);
    const { camera } = this.#camera;
    this.#outline.aim(this.#size.height);
    this.#renderer.info.reset();
    if (this.#state.theme === "dark" && !this.#isLight) {
      this.#glow ??= this.#makeGlow();
      this.#glow.render(this.#renderer, this.#scene, camera);
    } else {
      this.#renderer.setRenderTarget(null);
      this.#renderer.clear();
      this.#renderer.render(this.#scene, camera);
    }
    if (this.#isLight) this.#markUnfinished();
    this.#frameMs = performance.now() - start;
    if (this.#frames++ === 0) this.#options.onReady?.();
    this.#options.onFrame?.();
  }

  /** A software renderer that is asked faster than it draws makes the whole page sluggish. */
  #isBusy(): boolean {
    if (!this.#unfinished) return false;
    const gl = this.#renderer.getContext();
    if (!(gl instanceof WebGL2RenderingContext)) return false;
    if (gl.getSyncParameter(this.#unfinished, gl.SYNC_STATUS) !== gl.SIGNALED) return true;
    gl.deleteSync(this.#unfinished);
    this.#unfinished = null;
    return false;
  }

  #markUnfinished(): void {
    const gl = this.#renderer.getContext();
    if (this.#unfinished || !(gl instanceof WebGL2RenderingContext)) return;
    this.#unfinished = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
  }

  #makeGlow(): Glow {
    const glow = new Glow();
    glow.resize(this.#renderer.domElement.width, this.#renderer.domElement.height);
    return glow;
  }

  #advancePoints(now: number): void {
    const pixels = this.#renderer.domElement.height / TALL_AT_ONE;
    for (const cloud of [this.#flow, this.#granules]) {
      if (!cloud) continue;
      const { time, pixelsPerCm } = cloud.uniforms;
      if (time && !this.#reducedMotion) time.value = (now / 1000) % 3600;
      if (pixelsPerCm) pixelsPerCm.value = pixels;
    }
  }

  /** Sets the number of pixels; a light picture has down to a quarter of them until it is still. */
  #sharpen(isSettled: boolean): void {
    this.#isSettled = isSettled;
    const { width, height } = this.#size;
    const full = Math.min(globalThis.devicePixelRatio || 1, this.#isLight ? 1 : 2);
    const area = width * height;
    const light = clamp(Math.sqrt(LIGHT_PIXELS / area), 0.5, 1);
    const wanted = this.#isLight && !isSettled ? light : full;
    const ratio = Math.min(wanted, Math.sqrt(MOST_PIXELS / area));
    if (ratio !== this.#renderer.getPixelRatio()) this.#renderer.setPixelRatio(ratio);
    this.#state = { ...this.#state, hatchPixels: HATCH_PIXELS * ratio };
    this.#needsPaint = true;
    this.#glow?.resize(this.#renderer.domElement.width, this.#renderer.domElement.height);
  }

  #settleSoon(): void {
    clearTimeout(this.#settling);
    this.#settling = window.setTimeout(() => {
      if (!this.#mayDraw() || this.#needsFrame) return;
      this.#sharpen(true);
      this.#draw(performance.now());
    }, SETTLE_MS);
  }

  #aspect(): number {
    return this.#size.width / this.#size.height;
  }

  #point(at: { readonly x: number; readonly y: number } | null): void {
    // On a software renderer reading back costs as much as a picture: hover is left out.
    if (this.#isLight) return;
    const place = at ? this.pick(at.x, at.y) : null;
    if (place === this.#hovered) return;
    this.#hovered = place;
    this.#canvas.style.cursor = place ? "pointer" : "grab";
    this.#options.onHover?.(place);
  }

  // ——— the world outside

  #watch(): void {
    const { signal } = this.#leaving;
    const canvas = this.#canvas;
    canvas.addEventListener(
      "webglcontextlost",
      (event) => {
        event.preventDefault();
        this.#lose();
      },
      { signal },
    );
    canvas.addEventListener("webglcontextrestored", () => this.#restore(), { signal });
    document.addEventListener(
      "visibilitychange",
      () => {
        this.#isVisible = !document.hidden;
        this.#wake();
      },
      { signal },
    );
    this.#isVisible = !document.hidden;
    const onScreen = new IntersectionObserver(([entry]) => {
      this.#isOnScreen = entry?.isIntersecting ?? true;
      this.#wake();
    });
    onScreen.observe(canvas);
    const sized = new ResizeObserver(() => this.resize());
    sized.observe(canvas);
    signal.addEventListener("abort", () => {
      onScreen.disconnect();
      sized.disconnect();
    });
    void watchBattery(signal, (isDischarging) => (this.#isOnBattery = isDischarging));
  }

  #lose(): void {
    this.#isLost = true;
    this.#unfinished = null;
    this.#options.onLost?.("context-lost", false);
    const timer = setTimeout(() => {
      if (this.#isLost) this.#options.onLost?.("context-lost", true);
    }, RESTORE_WITHIN_MS);
    this.#leaving.signal.addEventListener("abort", () => clearTimeout(timer));
  }

  #restore(): void {
    this.#isLost = false;
    this.#warpTable.needsUpdate = true;
    this.#picker.forget();
    this.#repaint();
    this.#options.onRestored?.();
  }
}

// ——— below: the browser

function openRenderer(canvas: HTMLCanvasElement): WebGLRenderer | undefined {
  try {
    const renderer = new WebGLRenderer({
      canvas,
      alpha: true,
      antialias: true,
      stencil: true,
      powerPreference: "high-performance",
    });
    renderer.setClearColor(0x000000, 0);
    renderer.autoClear = false;
    renderer.info.autoReset = false;
    // Shaders write display colours themselves.
    renderer.outputColorSpace = LinearSRGBColorSpace;
    renderer.toneMapping = NoToneMapping;
    return renderer;
  } catch {
    return undefined;
  }
}

function nameOf(renderer: WebGLRenderer): string {
  const gl = renderer.getContext();
  const unmasked = gl.getExtension("WEBGL_debug_renderer_info");
  const name: unknown = gl.getParameter(unmasked?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER);
  return typeof name === "string" ? name : "";
}

const isSoftware = (name: string) =>
  /swiftshader|llvmpipe|softpipe|software|basic render|\bCPU\b/i.test(name);

function discard(object: { material: Mesh["material"] }): void {
  for (const material of [object.material].flat()) material.dispose();
}

/** The person asked the browser to be sparing. */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

async function whenIdle(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    if (typeof requestIdleCallback === "function")
      requestIdleCallback(() => resolve(), { timeout: 4000 });
    else setTimeout(resolve, 1500);
  });
  signal.throwIfAborted();
}

interface Battery extends EventTarget {
  readonly charging: boolean;
}

/** Known in Chromium only; elsewhere nothing is assumed. */
async function watchBattery(
  signal: AbortSignal,
  tell: (isDischarging: boolean) => void,
): Promise<void> {
  const { getBattery } = navigator as Navigator & { getBattery?: () => Promise<Battery> };
  try {
    const battery = await getBattery?.call(navigator);
    if (!battery || signal.aborted) return;
    tell(!battery.charging);
    battery.addEventListener("chargingchange", () => tell(!battery.charging), { signal });
  } catch {
    // Not allowed to know: draw at full rate.
  }
}
