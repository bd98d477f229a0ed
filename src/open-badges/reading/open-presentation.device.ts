import { BEYOND_DEVICE } from '../verification/report.ts';
import type * as whole from './open-presentation.ts';
import { readPart } from './presented.ts';

/** In a browser this file replaces open-presentation.ts: presentations are left to the service. */
export const openPresentationText: typeof whole.openPresentationText = (text) => {
  const [, payload = ''] = text.split('.');
  if ((text + JSON.stringify(readPart(payload))).includes('Presentation"')) throw new Error(BEYOND_DEVICE);
  return undefined;
};

export const openPresentation: typeof whole.openPresentation = (value) =>
  openPresentationText(JSON.stringify(value));
