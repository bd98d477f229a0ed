import type * as whole from './fetch.ts';

/** In a browser this file replaces fetch.ts: a browser does not tell why a host gave nothing. */
export const fetchError: typeof whole.fetchError = (_values, otherwise) => otherwise;
