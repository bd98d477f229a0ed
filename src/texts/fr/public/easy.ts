import { of } from '../grammar/elision.ts';
import { withArticle } from '../grammar/names.ts';
import { measure } from '../my/badges.ts';

/** What an answer in plain words needs besides its kind. */
export interface EasyFacts {
  /** The issuer's name, where it is certain. */
  readonly issuer?: string | undefined;
  /** A day, in words. */
  readonly day?: string | undefined;
  readonly reason?: string | undefined;
}

/** Verdicts in plain words. */
export type EasyVerdict =
  | 'good'
  | 'goodOfStranger'
  | 'ended'
  | 'notYet'
  | 'paused'
  | 'withdrawn'
  | 'forged'
  | 'unknown';

const started = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const giver = ({ issuer }: EasyFacts) =>
  issuer === undefined ? 'Le service qui l’a donné' : started(withArticle(issuer));

/** The page of a badge in plain language: everyday words, one idea a line, every acronym explained. */
export const easyTexts = (office: string) => ({
  link: 'Lire cette page en mots simples',
  fold: 'Le résultat en mots simples',
  title: 'Ce badge, en mots simples',
  titleOf: (name: string) => `Le badge ${of(name)}, en mots simples`,
  description: 'La page d’un badge, écrite en mots simples et en phrases courtes.',
  /** Rules followed, and what no one has done yet. */
  written: [
    'Cette page est écrite en mots simples.',
    'Elle suit des règles faites en Europe. Ces règles s’appellent : facile à lire et à comprendre.',
    'Personne en situation de handicap n’a encore relu cette page.',
  ],
  isTrue: 'Est-ce que ce badge est vrai ?',
  verdicts: {
    good: () => ['Oui, ce badge est vrai.', 'Il est bon aujourd’hui.', 'Vous pouvez lui faire confiance.'],
    goodOfStranger: () => [
      'Personne n’a changé ce badge.',
      'Il est bon aujourd’hui.',
      'Mais nous ne connaissons pas le service qui l’a donné.',
      'Demandez-vous : est-ce que je connais ce service ?',
    ],
    ended: ({ day }) => [
      'Ce badge est vrai.',
      'Mais il est fini.',
      ...(day ? [`Il était bon jusqu’à ce jour : le ${day}.`] : []),
      'Il montre un travail du passé.',
    ],
    notYet: ({ day }) => [
      'Ce badge est vrai.',
      'Mais il n’est pas encore bon.',
      ...(day ? [`Il sera bon à partir du ${day}.`] : []),
    ],
    paused: (facts) => [
      'Ce badge est en pause.',
      `${giver(facts)} vérifie quelque chose.`,
      'Pour le moment, ce badge n’est pas bon.',
      ...(facts.day ? [`La pause a commencé le ${facts.day}.`] : []),
      ...(facts.reason ? [`La raison : « ${facts.reason} ».`] : []),
      'Vous pouvez revenir plus tard.',
    ],
    withdrawn: (facts) => [
      'Non, ce badge n’est plus bon.',
      `${giver(facts)} a repris ce badge.`,
      ...(facts.day ? [`C’était le ${facts.day}.`] : []),
      ...(facts.reason ? [`La raison : « ${facts.reason} ».`] : []),
    ],
    forged: () => [
      'Non, ce badge n’est pas bon.',
      'Quelqu’un l’a changé. Ou quelqu’un l’a inventé.',
      'Ne lui faites pas confiance.',
      'Demandez le vrai badge à la personne.',
    ],
    unknown: () => [
      'Nous ne savons pas.',
      'Nous n’avons pas pu tout vérifier.',
      'Essayez plus tard. Ou demandez à la personne.',
    ],
  } satisfies Readonly<Record<EasyVerdict, (facts: EasyFacts) => readonly string[]>>,
  checkedOn: (day: string) => `Nous avons vérifié le ${day}.`,
  what: 'C’est quoi, un badge numérique ?',
  whatLines: [
    'C’est une image, sur internet.',
    'L’image parle du travail d’une personne.',
    'Tout le monde peut vérifier si elle dit vrai.',
  ],
  whose: 'À qui est ce badge ?',
  /** Initials end with their own full stop. */
  named: (name: string) => [`Ce badge est à ${name.replace(/\.$/u, '')}.`],
  nameless: ['La personne n’a pas mis son nom.', 'Elle a le droit de ne pas le mettre.'],
  /** `school` comes with its article: « collège Marcelle Pardé ». */
  ofSchool: (school: string) => [`Ce badge est à une équipe. L’équipe travaille ici : ${school}.`],
  badgeName: (name: string) => `Le nom du badge : « ${name} ».`,
  does: 'Que fait cette personne ?',
  doesTeam: 'Que fait cette équipe ?',
  did: 'Que faisait cette personne ?',
  mission: [
    'C’est une personne qui travaille dans un collège ou un lycée.',
    'Elle aide les autres à se servir du numérique.',
    '« Numérique » veut dire : les ordinateurs, les tablettes, internet.',
    'On l’appelle « RUPN ».',
    'RUPN veut dire : référent pour les ressources et usages pédagogiques numériques.',
    'Un référent est une personne à qui on peut demander de l’aide.',
  ],
  deeds: 'Voici son travail :',
  /** « accompagne ses collègues » → « Elle accompagne ses collègues. », also of a team. */
  deed: (texts: string) => `Elle ${texts}.`,
  deedsOfTeam: 'Voici le travail de l’équipe :',
  howLong: (years: number) => `Le badge compte ${measure(years, 'years')} de travail.`,
  who: 'Qui a donné ce badge ?',
  given: (issuer: string, awarded: string) => [
    `${started(withArticle(issuer))} a donné ce badge.`,
    `C’était ${awarded}.`,
  ],
  office: (academy: string | undefined) => [
    `La ${office} est un service de l’${academy ?? 'académie'}.`,
    'Une académie s’occupe des écoles d’une partie de la France.',
    `La ${office} s’occupe du numérique dans les écoles.`,
  ],
  /** Where the operator explains the office in their own words. */
  officeSays: (issuer: string, about: string) => [`${started(withArticle(issuer))}, c’est ceci : ${about}.`],
  decided: ['Une personne a décidé de donner ce badge.', 'Un ordinateur ne décide pas.'],
  more: 'Pour aller plus loin',
  wholePage: 'Voir la page complète du badge',
  howDecided: 'Voir comment un badge est décidé',
  verify: 'Vérifier un autre badge',
});
