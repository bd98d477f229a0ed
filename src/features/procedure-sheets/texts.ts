import { textsOf } from '../all/declaration.ts';
import type { feature } from './feature.ts';

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: () => ({
    audit: {
      'procedure-sheet-saved': 'Fiche de procédure enregistrée',
      'procedure-sheet-removed': 'Fiche de procédure retirée',
    },
  }),
  en: () => ({
    audit: {
      'procedure-sheet-saved': 'Procedure sheet saved',
      'procedure-sheet-removed': 'Procedure sheet removed',
    },
  }),
});
