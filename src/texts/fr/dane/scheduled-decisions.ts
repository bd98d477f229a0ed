import { MOST_DAYS_AHEAD } from '../../../domain/award/scheduled-decision.ts';
import { count } from '../grammar/page-phrases.ts';

const what = (badge: string | undefined) =>
  badge
    ? `tout badge « ${badge} » rempli et qui n’est pas à regarder`
    : 'tout ce qui est rempli et n’est pas à regarder';

/** A decision that is dated: awarding all that is met at an hour to come. */
export const daneScheduledDecisionTexts = {
  title: 'Attribuer à une date',
  lede: 'À l’heure choisie, tout ce qui est rempli et n’est pas à regarder est attribué et signé.',
  anew: 'Chaque dossier est jugé de nouveau à cette heure-là : ce qui suit est donc un aperçu, à ce jour.',
  badge: 'Badge',
  badgeHelp: 'Sans choix, tous les badges.',
  day: 'Jour',
  time: 'Heure',
  timeHelp: `Heure de Paris, comme 09:00. ${MOST_DAYS_AHEAD} jours à l’avance au plus.`,
  submit: 'Dater cette décision',
  today: {
    title: 'Ce que cela donnerait aujourd’hui',
    none: 'Aujourd’hui, rien ne serait attribué.',
    lines: (total: number) => `${count(total, 'badge serait attribué', 'badges seraient attribués')}.`,
    toLook: (left: number) => `Laissés, à regarder d’abord : ${count(left, 'badge', 'badges')}.`,
    underDecision: (left: number) =>
      `Laissés, tant que la décision d’un collègue les attend : ${count(left, 'badge', 'badges')}.`,
  },
  waits: (moment: string, badge?: string) =>
    `Le ${moment}, ${what(badge)} sera attribué ; rien n’est fait avant.`,
  unsure: (moment: string) =>
    `L’heure est venue, le ${moment}. La décision commence dès que l’horloge du serveur est sûre.`,
  held: (by: string, moment: string) =>
    `Prévue le ${moment}, retenue par ${by} : l’heure passera sans elle, jusqu’à ce que quelqu’un la relâche.`,
  hold: 'Retenir cette décision',
  release: 'Relâcher cette décision',
  releaseLate: 'Relâcher : l’heure est passée, elle s’appliquera tout de suite',
  line: (by: string, badge?: string) => `${by} attribue ${what(badge)}.`,
  lineHeld: (by: string) => `Retenue par ${by}.`,
  told: {
    granted: 'Qui a reçu quoi',
    left: 'Ce qui est resté, et pourquoi',
  },
};
