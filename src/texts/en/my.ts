import type { myTexts as fr } from '../fr/my.ts';

/** The pages of /my. */
export const myTexts: typeof fr = { title: '' };
