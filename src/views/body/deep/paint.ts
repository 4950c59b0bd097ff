/**
 * Colours of the deep body. Painting writes uniforms and nothing else, so it may be called with
 * every frame of a playback.
 */
import { Vector3, type IUniform } from "three";
import {
  linearAt,
  linearOf,
  mixRgb,
  parseColour,
  type ColourMapId,
  type Rgb,
  type Theme,
} from "../../ui/colour-map";
import type { BodyValues, Place } from "../body-props";
import { BLOOD_TINT, BLOOD_TINT_SHARE } from "../flat-paint";
import { partOf } from "../parts";
import { leaderOf, placeOf } from "./groups";
import { themeLooks, type ThemeLook } from "./look";
import type { Surface, Uniforms } from "./surfaces";

export interface Layers {
  readonly skin: boolean;
  readonly bones: boolean;
  readonly muscle: boolean;
  readonly vessels: boolean;
  readonly flow: boolean;
}

export interface PaintState {
  readonly values: BodyValues;
  readonly theme: Theme;
  readonly colourMap: ColourMapId;
  readonly selected: Place | null;
  /** Period of the hatching of what is below the scale, pixels of the picture. */
  readonly hatchPixels: number;
}

export function paintSurface(surface: Surface, state: PaintState): void {
  const look = themeLooks[state.theme];
  switch (surface.group.look) {
    case "organ":
    case "vessel":
    case "airway":
    case "lung":
      return paintOrgan(surface, state, look);
    case "bone":
      return paintBone(surface, state, look);
    case "muscle":
      return paintMuscle(surface, state, look);
    case "skin":
      return paintSkin(surface, state, look);
    default:
      surface.group.look satisfies never;
  }
}

const BRAIN_GLOW = 0.32;
/** Sulci sparkle when the head is small: occlusion is softened more than elsewhere. */
const softnessOf = (id: string, look: ThemeLook) => (id === "brain" ? 0.45 : look.shadeSoftness);

function paintOrgan(surface: Surface, state: PaintState, look: ThemeLook): void {
  const uniforms = surface.passes["colour"] ?? {};
  const { id } = surface.group;
  const place = placeOf(surface.group);
  const t = place && state.values ? (state.values[place] ?? null) : null;
  const base = baseColour(surface, state, look);
  const isShown = t !== null && surface.group.look !== "airway";
  const isChosen = state.selected !== null && place === state.selected;
  const isOther = state.selected !== null && !isChosen;

  write(uniforms, "base", base);
  write(uniforms, "rimColour", look.organRim);
  write(uniforms, "backdrop", look.backdrop);
  const [r, g, b] = mixRgb([base[0] * 0.55, base[1] * 0.55, base[2] * 0.55], look.crease, 0.35);
  write(uniforms, "shadowColour", [r * 0.9, g * 0.9, b * 0.9]);
  set(uniforms, "softness", state.values ? softnessOf(id, look) : 0);
  const glow = isShown && look.glows ? (id === "brain" ? BRAIN_GLOW : 0.12 + 0.16 * t * t) : 0;
  set(uniforms, "glow", glow);
  set(uniforms, "rim", look.organRimStrength * (isShown || !state.values ? 1 : 1.5));
  // Parts without a compartment are plain: nothing is known of them, not even that it is little.
  const isBelow =
    state.values !== null && place !== null && t === null && surface.group.look !== "airway";
  set(uniforms, "hatch", isBelow && surface.group.look !== "vessel" ? state.hatchPixels : 0);
  set(uniforms, "edgeShade", state.values ? look.organEdgeShade : look.organEdgeShade * 0.5);
  set(uniforms, "dim", isOther ? look.dimming : 0);
  set(uniforms, "lift", isChosen ? 0.05 : 0);
  if (surface.group.look === "lung") set(uniforms, "alpha", lungAlpha(isChosen, isOther));
}

const lungAlpha = (isChosen: boolean, isOther: boolean) => (isChosen ? 0.86 : isOther ? 0.2 : 0.62);

function baseColour({ group }: Surface, { values, colourMap, theme }: PaintState, look: ThemeLook) {
  const leader = leaderOf(group);
  const { takes, natural } = partOf(leader);
  if (group.look === "airway") return look.bronchi;
  const isBlood = takes === "arterialBlood" || takes === "venousBlood";
  if (!values) {
    if (isBlood) return takes === "arterialBlood" ? look.artery : look.vein;
    return linearOf(parseColour(natural));
  }
  const scale = linearAt(colourMap, takes ? (values[takes] ?? null) : null, theme);
  if (!isBlood) return scale;
  return mixRgb(scale, linearOf(parseColour(BLOOD_TINT[takes])), BLOOD_TINT_SHARE);
}

function paintBone(surface: Surface, state: PaintState, look: ThemeLook): void {
  const uniforms = surface.passes["colour"] ?? {};
  const glass = surface.group.id === "skull" ? look.skullGlass : look.boneGlass;
  const t = state.values?.bone ?? null;
  const isChosen = state.selected === "bone";
  const isOther = state.selected !== null && !isChosen;
  const share = isChosen ? 0.85 : 0.4;
  write(uniforms, "base", tinted(look.bone.base, t, state, share));
  write(uniforms, "rimColour", tinted(look.bone.rim, t, state, share * 0.6));
  const fade = isOther ? (surface.group.id === "bones" ? 0.4 : 0.12) : 1;
  set(uniforms, "alpha", isChosen ? 0.9 : glass.alpha * fade);
  const inner = surface.group.id === "cage" ? glass.inner * 0.6 : glass.inner;
  set(uniforms, "inner", isChosen ? 0.42 : inner * fade);
}

function paintMuscle(surface: Surface, state: PaintState, look: ThemeLook): void {
  const uniforms = surface.passes["colour"] ?? {};
  const isChosen = state.selected === "muscle";
  const isOther = state.selected !== null && !isChosen;
  const base = state.values
    ? linearAt(state.colourMap, state.values.muscle ?? null, state.theme)
    : linearOf(parseColour(partOf("muscle").natural));
  write(uniforms, "base", base);
  write(uniforms, "rimColour", state.values ? mixRgb(base, look.muscleRim, 0.5) : look.muscleRim);
  set(uniforms, "alpha", look.muscleAlpha * (isChosen ? 2.1 : isOther ? 0.3 : 1));
}

function paintSkin(surface: Surface, state: PaintState, look: ThemeLook): void {
  const t = state.values?.skin ?? null;
  const isChosen = state.selected === "skin";
  const isOther = state.selected !== null && !isChosen;
  const share = isChosen ? 0.85 : 0.26;
  for (const side of ["front", "back"] as const) {
    const uniforms = surface.passes[side] ?? {};
    const glass = side === "front" ? look.skinFront : look.skinBack;
    write(uniforms, "base", tinted(look.skin.base, t, state, share));
    write(uniforms, "rimColour", tinted(look.skin.rim, t, state, isChosen ? 0.7 : 0.06));
    const fade = isOther ? 0.7 : 1;
    set(uniforms, "alpha", glass.alpha * fade);
    set(uniforms, "inner", isChosen ? 0.3 : glass.inner * fade);
    set(uniforms, "form", look.skinForm * fade);
  }
  const fat = surface.passes["fat"] ?? {};
  const isFat = state.selected === "adipose";
  const base = state.values
    ? linearAt(state.colourMap, state.values.adipose ?? null, state.theme)
    : linearOf(parseColour("#e8c878"));
  write(fat, "base", base);
  write(fat, "rimColour", mixRgb(base, [1, 1, 1], 0.35));
  set(fat, "alpha", isFat ? 0.8 : 0);
  for (const mesh of surface.meshes) if (mesh.userData["fat"]) mesh.visible = isFat;
}

/** Glass with a share of the scale's colour; below the scale, plain glass. */
function tinted(
  glass: Rgb,
  t: number | null,
  { colourMap, theme }: PaintState,
  share: number,
): Rgb {
  return t === null ? glass : mixRgb(glass, linearAt(colourMap, t, theme), share);
}

function write(uniforms: Uniforms, name: string, [r, g, b]: Rgb): void {
  const uniform: IUniform | undefined = uniforms[name];
  if (uniform?.value instanceof Vector3) uniform.value.set(r, g, b);
}

function set(uniforms: Uniforms, name: string, value: number): void {
  const uniform = uniforms[name];
  if (uniform) uniform.value = value;
}
