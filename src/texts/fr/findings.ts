import { figure } from './page-words.ts';

/** A judgment, requirement by requirement. */
export const findingTexts = {
  requirement: 'Critère',
  state: 'État',
  met: 'Rempli',
  notMet: 'Pas encore',
  found: 'Trouvé',
  of: (actual: number, required: number) => `${figure(actual)} pour ${figure(required)}`,
  used: 'Ce qui compte',
  nothing: 'rien',
};
