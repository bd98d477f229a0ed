import { toDay } from './day.ts';
import { count, figure, withArticle } from './page-words.ts';

const day = (date: string) => toDay(date) ?? date;

/** Words of the mention for i-Prof. Each is a sentence of its own. */
export const iprofTexts = {
  role: (school: string, from: string, to: string | undefined) => {
    const period = to === undefined ? `depuis le ${day(from)}` : `du ${day(from)} au ${day(to)}`;
    return `RUPN (ressources et usages pédagogiques numériques), ${school}, ${period}.`;
  },
  years: (years: number) => `Durée : ${count(years, 'année scolaire', 'années scolaires')}.`,
  missions: (labels: readonly string[], others: number) => {
    const more = others === 0 ? '' : ` et ${count(others, 'autre mission', 'autres missions')}`;
    return `Missions : ${labels.join(', ')}${more}.`;
  },
  missionCount: (missions: number) => `${count(missions, 'mission exercée', 'missions exercées')}.`,
  hours: (hours: number) => `Formation suivie : ${figure(hours)} h.`,
  confirmed: {
    principal: 'Engagement confirmé par le chef d’établissement.',
    dane: 'Engagement confirmé par la DANE, sur pièces.',
    both: 'Engagement confirmé par le chef d’établissement et, pour une partie, par la DANE.',
  },
  badge: (name: string, issuer: string, on: string) =>
    `Open Badge « ${name} », délivré par ${withArticle(issuer)} le ${day(on)}.`,
  link: (address: string) => `Vérification : ${address}`,
};
