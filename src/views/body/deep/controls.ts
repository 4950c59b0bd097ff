/**
 * Hands on the camera: mouse, one or two fingers, wheel, keyboard. A short press without movement
 * is a pick, not a turn.
 */
import type { OrbitCamera } from "./camera";

export interface ControlEvents {
  /** The camera was moved by hand. */
  readonly onMove: () => void;
  /** A press at a place of the canvas, CSS pixels. */
  readonly onPress: (x: number, y: number) => void;
  /** The pointer is over the canvas, or has left. */
  readonly onPoint: (at: { readonly x: number; readonly y: number } | null) => void;
  readonly onReset: () => void;
}

const KEY_TURN = Math.PI / 24;
const KEY_ZOOM = 1.15;
/** Pixels a press may wander. */
const STILL = 5;

export function attachControls(
  canvas: HTMLCanvasElement,
  camera: OrbitCamera,
  { onMove, onPress, onPoint, onReset }: ControlEvents,
): () => void {
  const pointers = new Map<number, { x: number; y: number }>();
  let travelled = 0;
  const listening = new AbortController();
  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    handle: (event: HTMLElementEventMap[Name]) => void,
    passive = true,
  ) => canvas.addEventListener(name, handle, { signal: listening.signal, passive });

  const placeOf = (event: PointerEvent | WheelEvent) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  on("pointerdown", (event) => {
    if (pointers.size === 0) travelled = 0;
    pointers.set(event.pointerId, placeOf(event));
    canvas.setPointerCapture(event.pointerId);
  });

  on("pointermove", (event) => {
    const here = placeOf(event);
    const before = pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== "touch") onPoint(here);
      return;
    }
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    const [dx, dy] = [here.x - before.x, here.y - before.y];
    travelled += Math.hypot(dx, dy);
    pointers.set(event.pointerId, here);
    if (travelled < STILL) return;
    const tall = canvas.clientHeight || 1;
    if (other) {
      const spread = Math.hypot(here.x - other.x, here.y - other.y);
      const spreadBefore = Math.hypot(before.x - other.x, before.y - other.y);
      if (spreadBefore > 8) camera.zoom(spread / spreadBefore);
      camera.pan(-dx / tall / 2, dy / tall / 2);
    } else if (event.shiftKey || event.buttons === 2 || event.buttons === 4) {
      camera.pan(-dx / tall, dy / tall);
    } else camera.turn((-dx / tall) * Math.PI * 1.2, (dy / tall) * Math.PI * 0.8);
    onMove();
  });

  const release = (event: PointerEvent) => {
    const place = pointers.get(event.pointerId);
    pointers.delete(event.pointerId);
    if (event.type === "pointerup" && place && pointers.size === 0 && travelled < STILL)
      onPress(place.x, place.y);
  };
  on("pointerup", release);
  on("pointercancel", release);
  on("pointerleave", () => onPoint(null));
  on("contextmenu", (event) => event.preventDefault(), false);

  on(
    "wheel",
    (event) => {
      // A plain wheel scrolls the page unless the canvas has been chosen by click or key.
      if (!event.ctrlKey && document.activeElement !== canvas) return;
      event.preventDefault();
      camera.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)));
      onMove();
    },
    false,
  );

  on(
    "keydown",
    (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const act = keyActions[event.key];
      if (!act) return;
      event.preventDefault();
      if (act === "reset") onReset();
      else {
        act(camera, event.shiftKey);
        onMove();
      }
    },
    false,
  );

  return () => listening.abort();
}

type KeyAction = (camera: OrbitCamera, shift: boolean) => void;

/** Arrows turn, with Shift they move; plus and minus zoom; 0 goes back. */
const keyActions: Readonly<Record<string, KeyAction | "reset" | undefined>> = {
  ArrowLeft: (camera, shift) => (shift ? camera.pan(-0.05, 0) : camera.turn(KEY_TURN, 0)),
  ArrowRight: (camera, shift) => (shift ? camera.pan(0.05, 0) : camera.turn(-KEY_TURN, 0)),
  ArrowUp: (camera, shift) => (shift ? camera.pan(0, 0.05) : camera.turn(0, KEY_TURN)),
  ArrowDown: (camera, shift) => (shift ? camera.pan(0, -0.05) : camera.turn(0, -KEY_TURN)),
  "+": (camera) => camera.zoom(KEY_ZOOM),
  "=": (camera) => camera.zoom(KEY_ZOOM),
  "-": (camera) => camera.zoom(1 / KEY_ZOOM),
  _: (camera) => camera.zoom(1 / KEY_ZOOM),
  "0": "reset",
};
