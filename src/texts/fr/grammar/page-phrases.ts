import { french } from '../../grammar.ts';

export const { plural, and } = french;

const FIGURES = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });

/** « 1 année », « 3 années ». */
export function count(value: number, one: string, many: string): string {
  return `${FIGURES.format(value)} ${plural(value, one, many)}`;
}

/** 2.5 → « 2,5 ». */
export function figure(value: number): string {
  return FIGURES.format(value);
}

/** « 812 ko », « 5,3 Mo »: the size of a file. */
export function fileSize(bytes: number): string {
  return bytes < 1_000_000 ? `${figure(Math.ceil(bytes / 1000))} ko` : `${figure(bytes / 1_000_000)} Mo`;
}

/** A number of years and half years in words: « une demi-année », « 2 années et demie ». */
export function yearsAsText(value: number): string {
  const whole = Math.floor(value);
  const half = value - whole >= 0.5;
  if (whole === 0) return half ? 'une demi-année' : 'moins d’une demi-année';
  if (!half) return count(whole, 'année', 'années');
  return whole === 1 ? 'une année et demie' : `${figure(whole)} années et demie`;
}

/** 2.5 → « 2½ »: a number of half years as a figure. */
export function halves(value: number): string {
  const whole = Math.floor(value);
  if (value === whole) return figure(value);
  return whole === 0 ? '½' : `${figure(whole)}½`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
