/** The names of its tables in an export. */
export const trainingWishTableTexts = {
  training_wish: 'Formations à venir souhaitées',
};
