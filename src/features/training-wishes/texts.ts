/** The names of its tables in an export. */
const trainingWishTableTexts = {
  training_wish: 'Formations à venir souhaitées',
};

/** The names of its tables in an export. */
const trainingWishTableTextsEn: typeof trainingWishTableTexts = {
  training_wish: 'Trainings to come that you wish for',
};

export const texts = {
  fr: () => ({ tables: trainingWishTableTexts }),
  en: () => ({ tables: trainingWishTableTextsEn }),
};
