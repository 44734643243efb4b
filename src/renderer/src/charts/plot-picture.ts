import type { Line, Span } from './line.ts';
import type { PlotLine } from './plot-data.ts';
import type { Limit, Mark } from './plot-marks.ts';

/** All that is seen in a chart of lines. */
export interface PlotPicture {
  readonly lines: readonly PlotLine[];
  readonly span: Span;
  /** CSS pixels. */
  readonly height: number;
  readonly limits?: readonly Limit[];
  readonly marks?: readonly Mark[];
  /** The most a value can be, e.g. 100 of a share that is mostly high. */
  readonly most?: number | undefined;
  /** Differs when lines were read anew, rather than have grown at their ends; left out where that is not known. */
  readonly reading?: number;
}

/** Where a value stands in the picture that was drawn, and how fine the screen is. */
export interface Drawn {
  readonly picture: PlotPicture;
  /** Of the area of the lines, in pixels of the screen. */
  readonly width: number;
  /** Of a value from the top, in pixels of the screen. */
  readonly topOf: (value: number) => number;
}

/** Lines with these need the library's series made anew. */
export function shapeOf({ lines }: PlotPicture): string {
  return lines.map(({ colour, faded, area }) => `${colour}${faded === true}${area === true}`).join();
}

/**
 * Whether a picture would differ by a pixel from the one that was drawn. A line of an hour in three hundred pixels moves
 * by one every twelve seconds: in between only a new value that stands elsewhere is seen.
 */
export function isSeen(next: PlotPicture, { picture, width, topOf }: Drawn): boolean {
  const same = (['height', 'limits', 'marks', 'most', 'reading'] as const).every((key) => next[key] === picture[key]);
  if (!same || shapeOf(next) !== shapeOf(picture)) return true;
  const whole = next.span.to - next.span.from;
  if (whole !== picture.span.to - picture.span.from) return true;
  if (Math.abs(next.span.to - picture.span.to) * width >= whole) return true;
  if (next.reading === undefined) return next.lines !== picture.lines;
  return next.lines.some(({ line }, place) => grewInSight(line, picture.lines[place]?.line, topOf));
}

/** Whether what was added to a line stands higher or lower than where it ended. */
function grewInSight(line: Line, before: Line | undefined, topOf: Drawn['topOf']): boolean {
  if (line === before) return false;
  const end = before?.at.at(-1);
  const ended = before?.values.at(-1);
  if (end === undefined || ended === undefined || ended === null) return true;
  const stood = topOf(ended);
  for (let place = line.at.length - 1; place >= 0; place -= 1) {
    if ((line.at[place] ?? end) <= end) return false;
    const value = line.values[place];
    // Of a chart that was never laid out no height is known: that is no reason to leave it as it is.
    if (value === null || value === undefined || !(Math.abs(topOf(value) - stood) < 1)) return true;
  }
  return false;
}
