import { UNSUPPORTED_IN_BROWSER } from '../verification/report.ts';
import type * as whole from './open-presentation.ts';
import { readJwsObject } from './read-json.ts';

/** In a browser this file replaces open-presentation.ts: presentations are left to the service. */
export const openPresentation: typeof whole.openPresentation = (given) => {
  const { text = JSON.stringify(given) } = given;
  const payload = given.kind === 'jws' ? given.payload : readJwsObject(text.split('.')[1] ?? '');
  if ((text + JSON.stringify(payload)).includes('Presentation"')) throw new Error(UNSUPPORTED_IN_BROWSER);
  return undefined;
};
