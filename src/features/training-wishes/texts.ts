import { textsOf } from '../../domain/features/declaration.ts';
import type { feature } from './feature.ts';

/** The names of its tables in an export. */
const trainingWishTableTexts = {
  training_wish: 'Formations à venir souhaitées',
};

/** The names of its tables in an export. */
const trainingWishTableTextsEn: typeof trainingWishTableTexts = {
  training_wish: 'Trainings to come that you wish for',
};

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: () => ({
    tables: trainingWishTableTexts,
    history: {
      'training-wished': 'Souhait pour une formation à venir',
      'training-wish-taken-back': 'Souhait retiré pour une formation à venir',
    },
  }),
  en: () => ({
    tables: trainingWishTableTextsEn,
    history: {
      'training-wished': 'Wish for a training to come',
      'training-wish-taken-back': 'Wish for a training to come taken back',
    },
  }),
});
