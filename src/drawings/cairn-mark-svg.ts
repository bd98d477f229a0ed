import { cairn } from './cairn.ts';
import { TEAL } from './palette.ts';

// A page defines the colour of its theme. Elsewhere the drawing uses its own.
const COLOUR = `var(--jalon-action, ${TEAL})`;

/** The mark of the service: a cairn of three stones, without a plate. It is an ornament. */
export function cairnMarkSvg(): string {
  const stones = cairn(3, { base: 404, size: 'small', fill: COLOUR });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="92 112 336 300" width="28" height="25" aria-hidden="true">${stones}</svg>`;
}
