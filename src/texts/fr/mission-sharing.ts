import type { SharingKind } from '../../domain/engagement/mission-sharing.ts';

/** How a person shares a mission out: on pages and on papers. */
const SHARING_TEXTS: Readonly<Record<SharingKind, string>> = {
  time: 'par le temps',
  project: 'par projet',
  service: 'par service',
};

export const sharingSentence = (kind: SharingKind, texts: string) => `${SHARING_TEXTS[kind]} : ${texts}`;

/** The page where a principal says how the missions of an engagement are shared out. */
export const sharingTexts = (office: string) => ({
  title: 'Comment les missions se partagent',
  lede: 'Une mission tenue par plusieurs personnes peut se partager par le temps, par projet ou par service. Dites-le en quelques mots, par exemple « lundi et jeudi matin » ou « Pearltrees » ; laissez « par mission » là où il n’y a rien à préciser.',
  note: `Ces mots figurent dans la répartition, la lettre de mission et l’attestation. Ils ne changent aucun décompte et n’entrent dans aucun badge de la ${office}.`,
  kinds: { mission: 'par mission', ...SHARING_TEXTS },
  said: sharingSentence,
  /** What the matrix adds to the organisation that the reference text proposes. */
  here: (parts: readonly string[]) => `Ici : ${parts.join(' ; ')}.`,
  mission: 'Mission',
  how: 'Partage',
  howOf: (mission: string) => `Partage de ${mission}`,
  words: 'En quelques mots',
  wordsOf: (mission: string) => `Précision pour ${mission}`,
  proposed: (organisation: string) => `Organisation proposée : ${organisation}`,
  save: 'Enregistrer le partage',
  link: 'Dire comment elles se partagent',
  linkOf: (link: string, period: string) => `${link}, ${period}`,
  back: 'Revenir à la personne',
});
