import type { schoolTexts as fr } from '../fr/school.ts';

/** The pages of /school. */
export const schoolTexts: typeof fr = { title: '' };
