/**
 * The rim round the selected organ, seen through everything in front of it: its shape is marked in
 * the stencil, then a hull a few pixels larger is drawn where there is no mark.
 */
import {
  AlwaysStencilFunc,
  DoubleSide,
  Group,
  Mesh,
  NotEqualStencilFunc,
  ReplaceStencilOp,
  ShaderMaterial,
  Vector3,
} from "three";
import type { Rgb } from "../../ui/colour-map";
import type { Surface } from "./surfaces";
import { depthFragment, hullFragment, hullVertex, surfaceVertex } from "./shaders/surface";

const WIDTH_PIXELS = 2.2;

export interface Outline {
  readonly object: Group;
  choose: (surfaces: readonly Surface[]) => void;
  /** The chosen parts have got new meshes. */
  refresh: () => void;
  colour: (rgb: Rgb) => void;
  aim: (pictureHeight: number) => void;
  dispose: () => void;
}

/** Parts whose own shape is the whole body are shown by their fill, not by a rim. */
const canHaveRim = ({ group }: Surface) =>
  group.look === "organ" || group.look === "lung" || group.look === "vessel";

export function makeOutline(): Outline {
  const object = new Group();
  object.matrixAutoUpdate = false;
  const shared = {
    colour: { value: new Vector3(1, 1, 1) },
    alpha: { value: 0.95 },
    hullWidth: { value: 0.01 },
    inset: { value: 0 },
  };
  let chosen: readonly Surface[] = [];

  const clear = () => {
    for (const child of object.children)
      if (child instanceof Mesh && child.material instanceof ShaderMaterial)
        child.material.dispose();
    object.clear();
  };
  const add = (surface: Surface, order: number, material: ShaderMaterial) => {
    const mesh = new Mesh(surface.pick.geometry, material);
    mesh.renderOrder = order;
    mesh.frustumCulled = false;
    mesh.matrixAutoUpdate = false;
    object.add(mesh);
  };
  const mark = (surface: Surface) =>
    new ShaderMaterial({
      vertexShader: surfaceVertex,
      fragmentShader: depthFragment,
      uniforms: { ...surface.person, inset: shared.inset },
      colorWrite: false,
      depthTest: false,
      depthWrite: false,
      transparent: true,
      side: DoubleSide,
      stencilWrite: true,
      stencilRef: 1,
      stencilFunc: AlwaysStencilFunc,
      stencilZPass: ReplaceStencilOp,
    });
  const hull = (surface: Surface) =>
    new ShaderMaterial({
      vertexShader: hullVertex,
      fragmentShader: hullFragment,
      uniforms: { ...surface.person, ...shared },
      depthTest: false,
      depthWrite: false,
      transparent: true,
      side: DoubleSide,
      stencilWrite: true,
      stencilRef: 1,
      stencilFunc: NotEqualStencilFunc,
      // Once per pixel: overlapping hulls must not add up.
      stencilZPass: ReplaceStencilOp,
    });
  const build = () => {
    clear();
    for (const surface of chosen) add(surface, 20, mark(surface));
    for (const surface of chosen) add(surface, 21, hull(surface));
  };

  return {
    object,
    choose: (surfaces) => {
      chosen = surfaces.filter(canHaveRim);
      build();
    },
    refresh: build,
    colour: ([red, green, blue]) => shared.colour.value.set(red, green, blue),
    aim: (pictureHeight) => {
      shared.hullWidth.value = (WIDTH_PIXELS * 2) / Math.max(1, pictureHeight);
    },
    dispose: clear,
  };
}
