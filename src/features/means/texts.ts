import { textsOf } from '../all/declaration.ts';
import type { feature } from './feature.ts';

/** The texts of this feature, in French and English. */
export const texts = textsOf<typeof feature>()({
  fr: () => ({
    history: { 'means-saved': 'Moyen enregistré', 'means-removed': 'Moyen retiré' },
    menu: { school: { means: 'Moyens' } },
  }),
  en: () => ({
    history: { 'means-saved': 'Means recorded', 'means-removed': 'Means removed' },
    menu: { school: { means: 'Means' } },
  }),
});
