import { count, figure } from '../grammar/page-phrases.ts';

/** An evaluation, requirement by requirement. */
export const findingTexts = (office: string) => ({
  requirement: 'Critère',
  state: 'État',
  met: 'Rempli',
  notMet: 'Pas encore',
  /** No record at all of what is counted, and where one is made. */
  nothing: 'Rien d’enregistré',
  partNothing: 'rien d’enregistré',
  recordAt: {
    engagement:
      'Un engagement se déclare dans « Mes engagements », puis le chef d’établissement le confirme.',
    training: `Une formation compte par la liste de présence que la ${office} enregistre.`,
    'dane-event': `La présence s’enregistre par la feuille d’émargement de la rencontre, ou par la ${office}.`,
    review: 'Le point d’étape s’enregistre dans l’espace de l’établissement.',
    contribution: 'Une contribution s’ajoute dans « Mes contributions ».',
    meeting: 'La rencontre se demande, puis se note, dans « Rencontre annuelle ».',
  },
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
    `${title ? `« ${title} », ` : ''}${kind}, ${day} (${validated ? `validé par la ${office}` : 'déclaré par la personne'})`,
  memberNotYet: (name: string) => `${name}\u00a0: pas encore`,
});
