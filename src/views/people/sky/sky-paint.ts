/**
 * Draws a sky on a canvas. Every kind of dot is drawn once, into a small picture, and stamped for
 * each person: ten thousand stamps are one short task, where ten thousand arcs are a long one.
 */
import type { Level } from "./sky";
import { failed, placed, type SkyLayout } from "./sky-layout";

export interface SkyPicture {
  readonly layout: SkyLayout;
  /** The place in `levels` of everybody's outcome. */
  readonly levelOf: Uint8Array;
  readonly levels: readonly Level[];
  /** Not 0 for whom is selected; null while nobody is, and all are drawn alike. */
  readonly selected: Uint8Array | null;
  readonly colours: {
    /** Seen on the ground, whatever the colour of a dot is. */
    readonly rim: string;
    readonly failed: string;
    readonly none: string;
  };
}

/** How much of an unselected dot is left. */
const faint = 0.16;

/**
 * @param ratio  pixels of the device in one of the page
 * @param margin  pixels of the page between the edge of the canvas and the box
 */
export function paintSky(
  context: CanvasRenderingContext2D,
  picture: SkyPicture,
  ratio: number,
  margin: number,
): void {
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.translate(Math.round(margin * ratio), Math.round(margin * ratio));
  const stamps = drawStamps(picture, ratio);
  if (!picture.selected) {
    stampPeople(context, picture, stamps, ratio, () => true);
    return;
  }
  const { selected, layout } = picture;
  // Nobody in the rail fades: they are the ones that could be overlooked.
  const isStrong = (person: number) => Boolean(selected[person]) || layout.kinds[person] !== placed;
  context.globalAlpha = faint;
  stampPeople(context, picture, stamps, ratio, (person) => !isStrong(person));
  context.globalAlpha = 1;
  stampPeople(context, picture, stamps, ratio, isStrong);
}

// ——— the parts ———

interface Stamps {
  /** Squares in a row: one a level, then the cross of the failed, then that of no value. */
  readonly sheet: HTMLCanvasElement;
  readonly size: number;
}

function stampPeople(
  context: CanvasRenderingContext2D,
  { layout, levelOf, levels }: SkyPicture,
  { sheet, size }: Stamps,
  ratio: number,
  isWanted: (person: number) => boolean,
): void {
  const { x, y, kinds } = layout;
  const half = size / 2;
  for (let person = 0; person < kinds.length; person++) {
    if (!isWanted(person)) continue;
    const kind = kinds[person] ?? placed;
    const square = kind === placed ? (levelOf[person] ?? 0) : levels.length + kind - failed;
    // On whole pixels of the device a stamp is copied and not smeared.
    const left = Math.round((x[person] ?? 0) * ratio - half);
    const top = Math.round((y[person] ?? 0) * ratio - half);
    context.drawImage(sheet, square * size, 0, size, size, left, top, size, size);
  }
}

function drawStamps({ layout, levels, colours }: SkyPicture, ratio: number): Stamps {
  const radius = layout.radius * ratio;
  const crossRadius = 3.2 * ratio;
  const size = 2 * Math.ceil(Math.max(radius, crossRadius) + ratio);
  const sheet = document.createElement("canvas");
  sheet.width = size * (levels.length + 2);
  sheet.height = size;
  const pen = sheet.getContext("2d");
  if (!pen) throw new Error("no drawing context for the stamps of a sky");
  for (const [index, level] of levels.entries()) {
    drawDot(pen, (index + 0.5) * size, size / 2, radius, level, colours.rim);
  }
  pen.lineWidth = 1.5 * ratio;
  drawCross(pen, (levels.length + 0.5) * size, size / 2, crossRadius, colours.failed);
  drawRing(pen, (levels.length + 1.5) * size, size / 2, crossRadius * 0.8, colours.none);
  return { sheet, size };
}

/** The thin rim keeps the palest colour in sight on a pale ground, the darkest on a dark one. */
function drawDot(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  { colour, hollow = false }: Level,
  rim: string,
): void {
  const width = Math.max(radius * 0.4, 1);
  pen.lineWidth = width;
  if (hollow) {
    drawRing(pen, x, y, radius - width / 2, colour);
    return;
  }
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = colour;
  pen.fill();
  pen.lineWidth = Math.max(radius * 0.2, 0.5);
  pen.globalAlpha = 0.4;
  drawRing(pen, x, y, radius - pen.lineWidth / 2, rim);
  pen.globalAlpha = 1;
}

function drawRing(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  ink: string,
) {
  pen.beginPath();
  pen.arc(x, y, Math.max(radius, 0.5), 0, 2 * Math.PI);
  pen.strokeStyle = ink;
  pen.stroke();
}

function drawCross(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  ink: string,
): void {
  const arm = radius * 0.85;
  pen.beginPath();
  pen.moveTo(x - arm, y - arm);
  pen.lineTo(x + arm, y + arm);
  pen.moveTo(x + arm, y - arm);
  pen.lineTo(x - arm, y + arm);
  pen.strokeStyle = ink;
  pen.stroke();
}
