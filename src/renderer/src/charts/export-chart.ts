import type { Line } from './line.ts';
import { colourOf } from './plot-theme.ts';

export interface NamedLine {
  readonly name: string;
  readonly line: Line;
}

/** A cell of a CSV that no spreadsheet takes for a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines as CSV: one row a time, ISO 8601 in UTC; a value that is not known is empty. */
export function toCsv(lines: readonly NamedLine[]): string {
  const times = new Set<number>();
  const columns = lines.map(({ line }) => {
    const values = new Map<number, number>();
    for (const [place, at] of line.at.entries()) {
      const value = line.values[place];
      // A null only marks where a line breaks; it is no row.
      if (value === null || value === undefined) continue;
      times.add(at);
      values.set(at, value);
    }
    return values;
  });
  const head = ['time (UTC)', ...lines.map(({ name }) => name)].map(cell).join(',');
  const rows = [...times]
    .sort((a, b) => a - b)
    .map((at) => [new Date(at).toISOString(), ...columns.map((values) => String(values.get(at) ?? ''))].join(','));
  return `${[head, ...rows].join('\r\n')}\r\n`;
}

/** Bars as CSV: one row a bar. */
export function barsToCsv(label: string, items: readonly { readonly name: string; readonly value: number }[]): string {
  const rows = [[label, 'value'], ...items.map(({ name, value }) => [name, String(value)])];
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/**
 * A drawing of the page on a canvas, in the colours that the theme in force gives it.
 *
 * @throws Error where the page cannot draw
 */
export async function toCanvas(drawing: SVGSVGElement): Promise<HTMLCanvasElement> {
  const { width, height } = drawing.getBoundingClientRect();
  const style = getComputedStyle(document.documentElement);
  const text = new XMLSerializer()
    .serializeToString(drawing)
    // A picture of its own knows nothing of the page's colours and letters.
    .replaceAll(/var\((--[\w-]+)\)/g, (_, token: string) => style.getPropertyValue(token).trim())
    .replace('<svg', `<svg font-family="${getComputedStyle(drawing).fontFamily.replaceAll('"', "'")}"`);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * devicePixelRatio);
  canvas.height = Math.ceil(height * devicePixelRatio);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This page cannot draw');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * A drawn chart with its title and facts above, as base64 of a PNG.
 *
 * @param lines of text under the title
 * @throws Error where the page cannot draw
 */
export function toPng(canvas: HTMLCanvasElement, title: string, lines: readonly string[]): string {
  const scale = devicePixelRatio;
  const pad = 16 * scale;
  const head = (28 + 18 * lines.length) * scale;
  const image = document.createElement('canvas');
  image.width = canvas.width + 2 * pad;
  image.height = canvas.height + head + 2 * pad;
  const context = image.getContext('2d');
  if (context === null) throw new Error('This page cannot draw');
  const font = getComputedStyle(document.body).fontFamily;
  context.fillStyle = colourOf('surface');
  context.fillRect(0, 0, image.width, image.height);
  context.fillStyle = colourOf('fg');
  context.font = `600 ${16 * scale}px ${font}`;
  context.fillText(title, pad, pad + 16 * scale);
  context.fillStyle = colourOf('fg-2');
  context.font = `${12 * scale}px ${font}`;
  for (const [place, text] of lines.entries()) context.fillText(text, pad, pad + (36 + 18 * place) * scale);
  context.drawImage(canvas, pad, pad + head);
  return image.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}
