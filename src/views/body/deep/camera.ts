/**
 * Where the picture is taken from: presets, moves between them, and orbiting by hand.
 *
 * A view is a target on the body's axis, a distance and two angles. Heights and distances below
 * are the reference man's; for another person they follow his landmarks.
 */
import { PerspectiveCamera } from "three";
import { REFERENCE_HEIGHT, WHOLE_CAMERA } from "../anatomy";
import { distanceToFit, frameOf, TALL_AT_ONE } from "../framing";
import { clamp, mix } from "../mesh/vectors";
import type { BodyWarp } from "../warp";

export type ViewPreset =
  | "whole"
  | "hero"
  | "quarter"
  | "back"
  | "side"
  | "torso"
  | "torsoQuarter"
  | "thorax"
  | "abdomen"
  | "head";

interface PresetPlace {
  /** Reference height looked at; the whole figure if absent. */
  readonly height?: number;
  readonly distance?: number;
  /** Width that must stay in the picture, cm. */
  readonly width?: number;
  /** Degrees to the person's left, and up. */
  readonly azimuth: number;
  readonly elevation: number;
}

const presets: Readonly<Record<ViewPreset, PresetPlace>> = {
  whole: { azimuth: 0, elevation: 0 },
  hero: { azimuth: 12, elevation: 0 },
  quarter: { azimuth: 30, elevation: 3 },
  back: { azimuth: 180, elevation: 0 },
  side: { azimuth: 90, elevation: 0 },
  torso: { height: 118, distance: 170, width: 44, azimuth: 0, elevation: 2 },
  torsoQuarter: { height: 118, distance: 172, width: 46, azimuth: 34, elevation: 8 },
  thorax: { height: 132, distance: 110, width: 36, azimuth: 0, elevation: 0 },
  abdomen: { height: 107, distance: 105, width: 34, azimuth: 0, elevation: 0 },
  head: { height: 163, distance: 100, width: 24, azimuth: 66, elevation: 5 },
};

export interface Orbit {
  /** Height of the target above the floor and its offset to the sides, cm. */
  readonly targetX: number;
  readonly targetY: number;
  readonly distance: number;
  /** Radians. */
  readonly azimuth: number;
  readonly elevation: number;
}

const RADIANS = Math.PI / 180;
const STEEPEST = 70 * RADIANS;

export class OrbitCamera {
  readonly camera = new PerspectiveCamera(WHOLE_CAMERA.fieldOfView, 1, 10, 2000);
  #orbit: Orbit = { targetX: 0, targetY: 87, distance: 450, azimuth: 0, elevation: 0 };
  /** The preset that is kept when the person or the picture changes; null once moved by hand. */
  #preset: ViewPreset | null = "whole";
  #move: { from: Orbit; to: Orbit; start: number; duration: number } | null = null;
  #warp: BodyWarp | null = null;
  #home: Orbit = this.#orbit;

  get orbit(): Orbit {
    return this.#orbit;
  }
  get preset(): ViewPreset | null {
    return this.#preset;
  }
  get isMoving(): boolean {
    return this.#move !== null;
  }

  /** The person or the picture's shape has changed. */
  fit(warp: BodyWarp, aspect: number): void {
    const before = this.#home;
    this.#warp = warp;
    this.camera.aspect = aspect;
    this.camera.updateProjectionMatrix();
    this.#home = this.#orbitOf("whole");
    if (this.#preset) {
      this.#orbit = this.#orbitOf(this.#preset);
      this.#move = null;
    } else {
      const k = this.#home.distance / before.distance;
      this.#orbit = {
        ...this.#orbit,
        distance: this.#orbit.distance * k,
        targetY: (this.#orbit.targetY * this.#home.targetY) / before.targetY,
      };
    }
    this.#apply();
  }

  goTo(preset: ViewPreset, durationMs: number, now: number): void {
    this.#preset = preset;
    this.#travel(this.#orbitOf(preset), durationMs, now);
  }

  /** Turns by radians and moves the target by shares of the picture's height. */
  turn(azimuth: number, elevation: number): void {
    const { orbit } = this.#taken();
    this.#orbit = {
      ...orbit,
      azimuth: orbit.azimuth + azimuth,
      elevation: clamp(orbit.elevation + elevation, -STEEPEST, STEEPEST),
    };
    this.#apply();
  }

  pan(right: number, up: number): void {
    const { orbit } = this.#taken();
    const tall = orbit.distance * TALL_AT_ONE;
    const limit = this.#warp?.heightCm ?? REFERENCE_HEIGHT;
    this.#orbit = {
      ...orbit,
      targetX: clamp(orbit.targetX + right * tall, -limit / 3, limit / 3),
      targetY: clamp(orbit.targetY + up * tall, 0, limit),
    };
    this.#apply();
  }

  /** @param factor above one comes nearer */
  zoom(factor: number): void {
    const { orbit } = this.#taken();
    const nearest = this.#home.distance * 0.1;
    this.#orbit = {
      ...orbit,
      distance: clamp(orbit.distance / factor, nearest, this.#home.distance * 1.8),
    };
    this.#apply();
  }

  place(orbit: Partial<Orbit>): void {
    this.#orbit = { ...this.#taken().orbit, ...orbit };
    this.#apply();
  }

  /** One step of a move; false once it has arrived. */
  advance(now: number): boolean {
    if (!this.#move) return false;
    const { from, to, start, duration } = this.#move;
    const t = clamp((now - start) / duration, 0, 1);
    const eased = t * t * (3 - 2 * t);
    this.#orbit = {
      targetX: mix(from.targetX, to.targetX, eased),
      targetY: mix(from.targetY, to.targetY, eased),
      distance: Math.exp(mix(Math.log(from.distance), Math.log(to.distance), eased)),
      azimuth: mix(from.azimuth, to.azimuth, eased),
      elevation: mix(from.elevation, to.elevation, eased),
    };
    if (t >= 1) this.#move = null;
    this.#apply();
    return true;
  }

  #taken(): { orbit: Orbit } {
    this.#preset = null;
    this.#move = null;
    return { orbit: this.#orbit };
  }

  #travel(to: Orbit, duration: number, now: number): void {
    const from = this.#orbit;
    // Go round the shorter way.
    const turns = Math.round((from.azimuth - to.azimuth) / (2 * Math.PI));
    const nearest = { ...to, azimuth: to.azimuth + turns * 2 * Math.PI };
    if (duration <= 0) {
      this.#orbit = nearest;
      this.#move = null;
      this.#apply();
    } else this.#move = { from, to: nearest, start: now, duration };
  }

  #orbitOf(preset: ViewPreset): Orbit {
    const { height, distance, width, azimuth, elevation } = presets[preset];
    const angles = { targetX: 0, azimuth: azimuth * RADIANS, elevation: elevation * RADIANS };
    const warp = this.#warp;
    if (!warp) return this.#orbit;
    if (height === undefined || distance === undefined || width === undefined) {
      const frame = frameOf(warp);
      return {
        ...angles,
        targetY: frame.centreY,
        distance: distanceToFit(frame, this.camera.aspect),
      };
    }
    const heightOf = (y: number) => warp.place([0, y, 0])[1];
    const isHead = preset === "head";
    const size = isHead
      ? (heightOf(176) - heightOf(153)) / 23
      : (heightOf(143.5) - heightOf(84)) / 59.5;
    const wide = warp.place([isHead ? 8 : 16, height, 0], 1)[0] / (isHead ? 8 : 16);
    const fit = (width * wide) / this.camera.aspect / TALL_AT_ONE;
    return { ...angles, targetY: heightOf(height), distance: Math.max(distance * size, fit) };
  }

  #apply(): void {
    const { targetX, targetY, distance, azimuth, elevation } = this.#orbit;
    const level = distance * Math.cos(elevation);
    const [right, ahead] = [Math.cos(azimuth), Math.sin(azimuth)];
    const [x, z] = [targetX * right, -targetX * ahead];
    this.camera.position.set(
      x + level * ahead,
      targetY + distance * Math.sin(elevation),
      z + level * right,
    );
    this.camera.lookAt(x, targetY, z);
    this.camera.near = Math.max(2, distance - 220);
    this.camera.far = distance + 260;
    this.camera.updateProjectionMatrix();
    this.camera.updateMatrixWorld();
  }
}
