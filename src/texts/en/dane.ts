import type { daneTexts as fr } from '../fr/dane.ts';

/** The pages of /dane. */
export const daneTexts: typeof fr = { title: '' };
