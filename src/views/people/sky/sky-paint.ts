/**
 * Draws a sky on a canvas. Every kind of dot is drawn once, into a small square, and laid over the
 * pixels of the whole for each person: ten thousand of them take 5 ms, 10 where a pixel of the page
 * is four of the device; as many calls of `drawImage` took 21 and 23 (1000 × 500 pixels of the
 * page, without a GPU, on two shared cores).
 */
import { layOver, withStrength, type Stamp } from "./stamp";
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
  const image = context.createImageData(width, height);
  const stamps = drawStamps(picture, ratio);
  const lay = (these: readonly Stamp[], isWanted: (person: number) => boolean) =>
    layPeople(image, picture, these, { ratio, margin }, isWanted);
  const { selected, layout } = picture;
  if (selected) {
    // Nobody in the rail fades: they are the ones that could be overlooked.
    const isStrong = (person: number) => selected[person] !== 0 || layout.kinds[person] !== placed;
    lay(
      stamps.map((stamp) => withStrength(stamp, faint)),
      (person) => !isStrong(person),
    );
    lay(stamps, isStrong);
  } else lay(stamps, () => true);
  context.putImageData(image, 0, 0);
}

// ——— the parts ———

function layPeople(
  image: ImageData,
  { layout, levelOf, levels }: SkyPicture,
  stamps: readonly Stamp[],
  { ratio, margin }: { readonly ratio: number; readonly margin: number },
  isWanted: (person: number) => boolean,
): void {
  const { x, y, kinds } = layout;
  for (let person = 0; person < kinds.length; person++) {
    if (!isWanted(person)) continue;
    const kind = kinds[person] ?? placed;
    const stamp = stamps[kind === placed ? (levelOf[person] ?? 0) : levels.length + kind - failed];
    if (!stamp) continue;
    const across = ((x[person] ?? 0) + margin) * ratio;
    layOver(image, stamp, across, ((y[person] ?? 0) + margin) * ratio);
  }
}

type Pen = OffscreenCanvasRenderingContext2D;

/** One a level, then the cross of those who failed, then the ring of those without a value. */
function drawStamps({ layout, levels, colours }: SkyPicture, ratio: number): Stamp[] {
  const radius = layout.radius * ratio;
  const crossRadius = 3.2 * ratio;
  return [
    ...levels.map((level) =>
      drawStamp(radius, (pen, middle) => drawDot(pen, middle, middle, radius, level, colours.rim)),
    ),
    drawStamp(crossRadius, (pen, middle) => {
      pen.lineWidth = 1.5 * ratio;
      drawCross(pen, middle, middle, crossRadius, colours.failed);
    }),
    drawStamp(crossRadius, (pen, middle) => {
      pen.lineWidth = 1.5 * ratio;
      drawRing(pen, middle, middle, crossRadius * 0.8, colours.none);
    }),
  ];
}

function drawStamp(radius: number, draw: (pen: Pen, middle: number) => void): Stamp {
  const size = 2 * Math.ceil(radius + 0.5);
  const pen = new OffscreenCanvas(size, size).getContext("2d", { willReadFrequently: true });
  if (!pen) throw new Error("no drawing context for the dots of a sky");
  draw(pen, size / 2);
  return { size, pixels: pen.getImageData(0, 0, size, size).data };
}

/** The thin rim keeps the palest colour in sight on a pale ground, the darkest on a dark one. */
function drawDot(
  pen: Pen,
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

function drawRing(pen: Pen, x: number, y: number, radius: number, ink: string) {
  pen.beginPath();
  pen.arc(x, y, Math.max(radius, 0.5), 0, 2 * Math.PI);
  pen.strokeStyle = ink;
  pen.stroke();
}

function drawCross(pen: Pen, x: number, y: number, radius: number, ink: string): void {
  const arm = radius * 0.85;
  pen.beginPath();
  pen.moveTo(x - arm, y - arm);
  pen.lineTo(x + arm, y + arm);
  pen.moveTo(x + arm, y - arm);
  pen.lineTo(x - arm, y + arm);
  pen.strokeStyle = ink;
  pen.stroke();
}
