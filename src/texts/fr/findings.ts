import { count, figure } from './page-words.ts';

/** An evaluation, requirement by requirement. */
export const findingTexts = (office: string) => ({
  requirement: 'Critère',
  state: 'État',
  met: 'Rempli',
  notMet: 'Pas encore',
  found: 'Trouvé',
  of: (actual: number, required: number) => `${figure(actual)} pour ${figure(required)}`,
  used: 'Ce qui compte',
  detail: 'Le détail',
  colon: '\u00a0: ',
  partMet: 'rempli',
  partNotMet: 'pas encore',
  ways: (met: number, total: number) =>
    `${met === 0 ? 'aucune possibilité remplie' : count(met, 'possibilité remplie', 'possibilités remplies')} sur ${total}\u00a0; une suffit`,
  conditions: (met: number, total: number) =>
    `${count(met, 'condition remplie', 'conditions remplies')} sur ${total}`,
  family: (code: string) => `famille ${code}`,
  yearDays: (year: string, days: number) => `${year} (${count(days, 'jour', 'jours')})`,
  event: (title: string, day: string, hours?: number) =>
    `${title}, ${day}${hours === undefined ? '' : ` (${figure(hours)}\u00a0h)`}`,
  contribution: (kind: string, day: string, validated: boolean, title?: string) =>
    `${title ? `« ${title} », ` : ''}${kind}, ${day} (${validated ? `validé par la ${office}` : 'déclaré par la personne'})`,
  memberNotYet: (name: string) => `${name}\u00a0: pas encore`,
});
