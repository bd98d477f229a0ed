import type { ErrorParams } from '../../domain/errors.ts';

export type Sentence = (params: ErrorParams) => string;

/** « : value » where there is a value, else empty. */
export const value = (given: ErrorParams[string] | undefined) =>
  given === undefined || given === '' ? '' : ` : ${Array.isArray(given) ? given.join(', ') : given}`;
