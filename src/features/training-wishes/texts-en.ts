import type { trainingWishTableTexts as tableTexts } from './texts-fr.ts';

/** The names of its tables in an export. */
export const trainingWishTableTexts: typeof tableTexts = {
  training_wish: 'Trainings to come that you wish for',
};
