import type * as french from '../../fr/grammar/page-phrases.ts';
import { english } from '../../grammar.ts';

export const { plural, and } = english;

const FIGURES = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** "1 year", "3 years". */
export const count: typeof french.count = (value, one, many) =>
  `${FIGURES.format(value)} ${plural(value, one, many)}`;

/** 2.5 → "2.5". */
export const figure: typeof french.figure = (value) => FIGURES.format(value);

/** “812 kB”, “5.3 MB”: the size of a file. */
export const fileSize: typeof french.fileSize = (bytes) =>
  bytes < 1_000_000 ? `${figure(Math.ceil(bytes / 1000))} kB` : `${figure(bytes / 1_000_000)} MB`;

/** A number of years and half years in words: "half a year", "2 and a half years". */
export const yearsAsText: typeof french.yearsAsText = (value) => {
  const whole = Math.floor(value);
  const half = value - whole >= 0.5;
  if (whole === 0) return half ? 'half a year' : 'less than half a year';
  if (!half) return count(whole, 'year', 'years');
  return whole === 1 ? 'a year and a half' : `${figure(whole)} and a half years`;
};

/** 2.5 → "2½": a number of half years as a figure. */
export const halves: typeof french.halves = (value) => {
  const whole = Math.floor(value);
  if (value === whole) return figure(value);
  return whole === 0 ? '½' : `${figure(whole)}½`;
};

export const capitalised: typeof french.capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);
