/**
 * The one clock of the page: body, charts, lane, list and sentence all read this time.
 *
 * Plays by animation frames, in hours of the study per second of the clock on the wall. Knows the
 * span and nothing else.
 */

export interface Speed {
  readonly label: string;
  readonly hoursPerSecond: number;
}

/** In words, from slow to fast. */
export const speeds: readonly Speed[] = [
  { label: "1 min = 1 s", hoursPerSecond: 1 / 60 },
  { label: "5 min = 1 s", hoursPerSecond: 1 / 12 },
  { label: "15 min = 1 s", hoursPerSecond: 0.25 },
  { label: "1 h = 2 s", hoursPerSecond: 0.5 },
  { label: "1 h = 1 s", hoursPerSecond: 1 },
  { label: "3 h = 1 s", hoursPerSecond: 3 },
  { label: "12 h = 1 s", hoursPerSecond: 12 },
  { label: "1 d = 1 s", hoursPerSecond: 24 },
];

/** A whole span passes in about this time. */
const usualSeconds = 40;

export class Playback {
  #time = $state(0);
  #from = $state(0);
  #until = $state(24);
  #playing = $state(false);
  #speed = $state.raw<Speed>(speedFor(24));
  #chosenSpeed = false;
  loops = $state(false);
  #request: number | undefined;
  #last = 0;

  get time(): number {
    return this.#time;
  }

  set time(hours: number) {
    this.#time = Math.min(this.#until, Math.max(this.#from, hours));
  }

  get fromHours(): number {
    return this.#from;
  }

  get untilHours(): number {
    return this.#until;
  }

  get playing(): boolean {
    return this.#playing;
  }

  get speed(): Speed {
    return this.#speed;
  }

  set speed(speed: Speed) {
    this.#speed = speed;
    this.#chosenSpeed = true;
  }

  /** A new span keeps the time where it is, if it lies within. */
  setSpan(fromHours: number, untilHours: number): void {
    if (fromHours === this.#from && untilHours === this.#until) return;
    this.#from = fromHours;
    this.#until = untilHours;
    this.time = this.#time;
    if (!this.#chosenSpeed) this.#speed = speedFor(untilHours - fromHours);
  }

  play(): void {
    if (this.#playing) return;
    if (this.#time >= this.#until) this.#time = this.#from;
    this.#playing = true;
    this.#last = performance.now();
    this.#request = requestAnimationFrame((now) => this.#frame(now));
  }

  pause(): void {
    this.#playing = false;
    if (this.#request !== undefined) cancelAnimationFrame(this.#request);
    this.#request = undefined;
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  #frame(now: number): void {
    // a page that slept does not jump: at most a quarter of a second is made up for
    const seconds = Math.min(0.25, (now - this.#last) / 1000);
    this.#last = now;
    const next = this.#time + seconds * this.#speed.hoursPerSecond;
    if (next < this.#until) this.#time = next;
    else if (this.loops) this.#time = this.#from;
    else {
      this.#time = this.#until;
      this.pause();
      return;
    }
    this.#request = requestAnimationFrame((later) => this.#frame(later));
  }
}

function speedFor(spanHours: number): Speed {
  const wanted = spanHours / usualSeconds;
  const [first] = speeds;
  const fitting = speeds.filter(({ hoursPerSecond }) => hoursPerSecond <= wanted * 1.01);
  const best = fitting.at(-1) ?? first;
  if (!best) throw new RangeError("there are no speeds");
  return best;
}
