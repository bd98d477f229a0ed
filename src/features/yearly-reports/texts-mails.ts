import { withArticle } from '../../texts/en/grammar/names.ts';

/** The mail about a yearly report that was acknowledged. */
export const reportMailTexts = () => ({
  subject: 'Votre bilan annuel a été reçu',
  received: (office: string, year: string, school: string) =>
    `${office} a accusé réception de votre bilan de l’année ${year} (${school}). Il compte désormais dans vos badges.`,
  open: 'Voir mon bilan',
});

/** The mail about a yearly report that was acknowledged. */
export const reportMailTextsEn = (): ReturnType<typeof reportMailTexts> => ({
  subject: 'Your yearly report was received',
  received: (office, year, school) =>
    `${withArticle(office)} acknowledged your report of the year ${year} (${school}). It now counts in your badges.`,
  open: 'See my report',
});
