/**
 * The meshes and materials of one drawn group: which passes it needs, in which order.
 *
 * Order of drawing: back of the skin −1 · organs and vessels 1 · points 1.2 · lungs 1.4 and 1.5 ·
 * bones 2 and 3 · muscle 4 and 4.1 · fat 6 and 7 · skin 8 and 9 · outline 20. Every pass that only
 * writes depth must be "transparent": three.js draws all opaque things first, whatever their order,
 * and glass would hide everything behind it.
 */
import {
  BackSide,
  DoubleSide,
  FrontSide,
  Mesh,
  NoBlending,
  ShaderMaterial,
  Vector3,
  Vector4,
  type BufferGeometry,
  type DataTexture,
  type IUniform,
  type ShaderMaterialParameters,
  type Side,
} from "three";
import type { DrawGroup } from "./groups";
import {
  depthFragment,
  fatFragment,
  glassFragment,
  muscleFragment,
  organFragment,
  pickFragment,
  surfaceVertex,
} from "./shaders/surface";

export type Uniforms = Record<string, IUniform>;

/** Uniforms of a group that belong to the person, shared by all its passes. */
export interface PersonUniforms extends Uniforms {
  warpTable: IUniform<DataTexture>;
  growth: IUniform<Vector4>;
  fatShare: IUniform<number>;
  /** 0 draws a child's flat chest, 1 a woman's. */
  maturity: IUniform<number>;
}

export interface Surface {
  readonly group: DrawGroup;
  readonly meshes: readonly Mesh[];
  /** Colour passes by name. */
  readonly passes: Readonly<Record<string, Uniforms>>;
  readonly person: PersonUniforms;
  readonly pick: Mesh;
  setGeometry: (geometry: BufferGeometry) => void;
}

/** Fat lies this far under the skin's surface, cm. */
const FAT_DEPTH = 0.28;

export function makeSurface(
  group: DrawGroup,
  geometry: BufferGeometry,
  warpTable: DataTexture,
  pickNumber: number,
): Surface {
  const person: PersonUniforms = {
    warpTable: { value: warpTable },
    growth: { value: new Vector4(0, 0, 0, 1) },
    fatShare: { value: 0 },
    maturity: { value: 1 },
  };
  const moves = group.look === "skin" || group.look === "muscle";
  const recedes = geometry.hasAttribute("recede");
  const defines = { ...(moves ? { FAT: "" } : {}), ...(recedes ? { RECEDES: "" } : {}) };
  const meshes: Mesh[] = [];
  const passes: Record<string, Uniforms> = {};

  const draw = (order: number, uniforms: Uniforms, more: ShaderMaterialParameters): Mesh => {
    const material = new ShaderMaterial({
      vertexShader: surfaceVertex,
      defines,
      ...more,
      uniforms: { inset: { value: 0 }, ...uniforms, ...person },
    });
    const mesh = new Mesh(geometry, material);
    mesh.renderOrder = order;
    mesh.frustumCulled = false;
    mesh.matrixAutoUpdate = false;
    mesh.name = group.id;
    meshes.push(mesh);
    return mesh;
  };
  const depthOnly = (order: number, side: Side = FrontSide) =>
    draw(
      order,
      {},
      {
        fragmentShader: depthFragment,
        defines: { ...defines, DEPTH_ONLY: "" },
        colorWrite: false,
        transparent: true,
        blending: NoBlending,
        side,
      },
    );
  const pass = (
    name: string,
    order: number,
    uniforms: Uniforms,
    more: ShaderMaterialParameters,
  ) => {
    passes[name] = uniforms;
    return draw(order, uniforms, more);
  };
  const veil = { transparent: true, depthWrite: false };

  switch (group.look) {
    case "organ":
    case "vessel":
    case "airway":
      pass("colour", 1, organUniforms(group.look === "vessel" ? 60 : 38), {
        fragmentShader: organFragment,
      });
      break;
    case "lung":
      depthOnly(1.4);
      pass("colour", 1.5, organUniforms(38), { fragmentShader: organFragment, transparent: true });
      break;
    case "bone":
      depthOnly(2);
      pass("colour", 3, glassUniforms(1.5, 0.5), { fragmentShader: glassFragment, ...veil });
      break;
    case "muscle":
      depthOnly(4);
      pass("colour", 4.1, glassUniforms(1.6, 0), { fragmentShader: muscleFragment, ...veil });
      break;
    case "skin": {
      pass("back", -1, glassUniforms(2.2, 1.3), {
        fragmentShader: glassFragment,
        side: BackSide,
        ...veil,
      });
      const fat = { ...glassUniforms(1.3, 0), inset: { value: FAT_DEPTH } };
      const fatDepth = draw(
        6,
        { inset: fat.inset },
        {
          fragmentShader: depthFragment,
          defines: { ...defines, DEPTH_ONLY: "" },
          colorWrite: false,
          transparent: true,
          blending: NoBlending,
        },
      );
      const fatColour = pass("fat", 7, fat, { fragmentShader: fatFragment, ...veil });
      fatDepth.visible = fatColour.visible = false;
      fatDepth.userData["fat"] = fatColour.userData["fat"] = true;
      depthOnly(8);
      pass(
        "front",
        9,
        { ...glassUniforms(2.4, 1.3), form: { value: 0 } },
        { fragmentShader: glassFragment, ...veil, defines: { ...defines, FORM: "" } },
      );
      break;
    }
    default:
      group.look satisfies never;
  }

  const pick = new Mesh(
    geometry,
    new ShaderMaterial({
      vertexShader: surfaceVertex,
      fragmentShader: pickFragment,
      defines,
      blending: NoBlending,
      side: DoubleSide,
      uniforms: { number: { value: pickNumber }, inset: { value: 0 }, ...person },
      ...pickDepth(group),
    }),
  );
  pick.renderOrder = pickOrder(group);
  pick.frustumCulled = false;
  pick.matrixAutoUpdate = false;

  return {
    group,
    meshes,
    passes,
    person,
    pick,
    setGeometry: (next) => {
      for (const mesh of [...meshes, pick]) mesh.geometry = next;
    },
  };
}

/** What lies inside wins over the glass around it. */
function pickOrder({ look }: DrawGroup): number {
  const order = { skin: 0, muscle: 1, bone: 2, lung: 3, airway: 4, vessel: 5, organ: 6 } as const;
  return order[look];
}

function pickDepth({ look }: DrawGroup): ShaderMaterialParameters {
  const isInside = look === "organ" || look === "vessel" || look === "airway";
  return isInside ? {} : { depthTest: false, depthWrite: false };
}

const colour = () => ({ value: new Vector3() });
const number = (value: number) => ({ value });

const organUniforms = (gloss: number): Uniforms => ({
  base: colour(),
  rimColour: colour(),
  shadowColour: colour(),
  backdrop: colour(),
  softness: number(0),
  glow: number(0),
  alpha: number(1),
  gloss: number(gloss),
  rim: number(0.5),
  edgeShade: number(0),
  dim: number(0),
  lift: number(0),
  hatch: number(0),
});

const glassUniforms = (power: number, crease: number): Uniforms => ({
  base: colour(),
  rimColour: colour(),
  alpha: number(0.5),
  power: number(power),
  inner: number(0.1),
  crease: number(crease),
});
