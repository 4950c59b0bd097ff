/** How glass, light and backgrounds look in each theme. Numbers are drawn by eye. */
import { linearOf, parseColour, type Rgb, type Theme } from "../../ui/colour-map";

const linear = (hex: string): Rgb => linearOf(parseColour(hex));

export interface ThemeLook {
  readonly organRim: Rgb;
  readonly organRimStrength: number;
  /** How much darker an organ's edge is than its face, 0–1. */
  readonly organEdgeShade: number;
  /** How far occlusion gives way to the scale's colour, 0–1. */
  readonly shadeSoftness: number;
  /** Towards what shadows in creases go. */
  readonly crease: Rgb;
  /** What organs fade into when another one is selected. */
  readonly backdrop: Rgb;
  readonly dimming: number;
  readonly skin: { readonly base: Rgb; readonly rim: Rgb };
  /** How solid face, hands and feet look: above zero lit parts show, below zero shaded ones. */
  readonly skinForm: number;
  readonly skinFront: { readonly alpha: number; readonly inner: number };
  readonly skinBack: { readonly alpha: number; readonly inner: number };
  readonly bone: { readonly base: Rgb; readonly rim: Rgb };
  readonly boneGlass: { readonly alpha: number; readonly inner: number };
  readonly skullGlass: { readonly alpha: number; readonly inner: number };
  readonly muscleRim: Rgb;
  readonly muscleAlpha: number;
  readonly bronchi: Rgb;
  readonly artery: Rgb;
  readonly vein: Rgb;
  /** Around the selected organ, display space. */
  readonly outline: Rgb;
  readonly glows: boolean;
}

export const themeLooks: Readonly<Record<Theme, ThemeLook>> = {
  dark: {
    organRim: linear("#bcd8ff"),
    organRimStrength: 0.5,
    organEdgeShade: 0.3,
    shadeSoftness: 0.15,
    crease: linear("#0a1020"),
    backdrop: linear("#172331"),
    dimming: 0.7,
    skin: { base: linear("#32506e"), rim: linear("#a9d0ff") },
    skinForm: 0.6,
    skinFront: { alpha: 0.95, inner: 0.06 },
    skinBack: { alpha: 0.35, inner: 0.03 },
    bone: { base: linear("#6f88a6"), rim: linear("#d6e6fa") },
    boneGlass: { alpha: 0.5, inner: 0.1 },
    skullGlass: { alpha: 0.22, inner: 0 },
    muscleRim: linear("#e9b7a6"),
    muscleAlpha: 0.4,
    bronchi: linear("#d7e6ee"),
    artery: linear("#d8504c"),
    vein: linear("#4a72c4"),
    outline: [1, 1, 1],
    glows: true,
  },
  light: {
    organRim: linear("#ffffff"),
    organRimStrength: 0.12,
    organEdgeShade: 0.5,
    shadeSoftness: 0,
    crease: linear("#2a1822"),
    backdrop: linear("#dfe5ea"),
    dimming: 0.5,
    skin: { base: linear("#d8c3b4"), rim: linear("#8a7a72") },
    skinForm: -0.5,
    skinFront: { alpha: 0.75, inner: 0.07 },
    skinBack: { alpha: 0.25, inner: 0.05 },
    bone: { base: linear("#b9c4cb"), rim: linear("#7d8d9a") },
    boneGlass: { alpha: 0.55, inner: 0.16 },
    skullGlass: { alpha: 0.3, inner: 0.03 },
    muscleRim: linear("#8c3a33"),
    muscleAlpha: 0.42,
    bronchi: linear("#f2fafc"),
    artery: linear("#c23b3b"),
    vein: linear("#3f63b0"),
    outline: [0.05, 0.1, 0.14],
    glows: false,
  },
};
