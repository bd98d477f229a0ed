import { contrast } from '../domain/text/contrast-ratio.ts';
import { bytesOfDrawing } from './drawing-errors.ts';

/** The greatest contrast between a colour that an SVG names as `#rgb` or `#rrggbb` and the ground on which it is
 *  drawn. Undefined for a PNG, and where it names none. */
export function drawingContrast(uri: string, ground: string): number | undefined {
  if (!uri.startsWith('data:image/svg+xml;')) return undefined;
  const text = new TextDecoder().decode(bytesOfDrawing(uri));
  const colours = text
    .split('#')
    .slice(1)
    .flatMap((part) => colourAt(part));
  return colours.length === 0 ? undefined : Math.max(...colours.map((one) => contrast(one, ground)));
}

function colourAt(text: string): readonly string[] {
  const digits = [...text.slice(0, 7)];
  const end = digits.findIndex((digit) => !'0123456789abcdefABCDEF'.includes(digit));
  const colour = digits.slice(0, end < 0 ? digits.length : end);
  if (colour.length === 6) return [`#${colour.join('')}`];
  return colour.length === 3 ? [`#${colour.map((digit) => digit + digit).join('')}`] : [];
}
