import type * as whole from './legacy-steps.ts';

/** In a browser this file replaces legacy-steps.ts, because older badges are not verified there. */
export const legacyStepTexts: typeof whole.legacyStepTexts = {};
