import {
  IMP_RANGE_EUROS,
  type MeansItem,
  type Pillar,
  type Recognition,
  type Support,
  type TeamPrinciple,
} from '../../domain/engagement/reference-text.ts';
import { euros } from './page-words.ts';

const PILLARS: Readonly<Record<Pillar, string>> = {
  P1: 'un levier au service des apprentissages',
  P2: 'un ensemble de compétences spécifiques',
  P3: 'un déclencheur de nouvelles modalités de travail, de relation et d’apprentissage',
  P4: 'une culture qui traverse toute la société',
};

const PRINCIPLES: Readonly<Record<TeamPrinciple, string>> = {
  T1: 'Plusieurs enseignants se partagent la mission : elle continue quand l’un d’eux part.',
  T2: 'La répartition est écrite : par mission, ou dans le temps.',
  T3: 'Un même enseignant peut tenir plusieurs missions.',
  T4: 'La liste des actions que la collectivité autorise sur le matériel ou le réseau est écrite. Les fiches de procédure qu’elle a validées sont à la disposition des référents.',
};

const MEANS: Readonly<Record<MeansItem, string>> = {
  M1: 'un téléphone, si c’est possible et nécessaire',
  M2: 'du matériel : un tableau d’affichage, un carnet de demandes d’intervention, un serveur de tickets',
  M3: 'un bureau',
};

const recognitions = (office: string): Readonly<Record<Recognition, string>> => ({
  R1: `Une indemnité pour mission particulière (IMP). Le texte officiel prévoit de ${euros(IMP_RANGE_EUROS.from)} à ${euros(IMP_RANGE_EUROS.to)}, selon la charge effective et le niveau d’expertise. Le recteur décide, sur proposition du chef d’établissement.`,
  R2: 'Une place dans les projets « numérique éducatif » de l’établissement : les référents y sont associés à chaque fois.',
  R3: 'Des points d’étape réguliers, au moins un par an : le chef d’établissement écoute le référent, puis ils cherchent ensemble ce qui peut progresser.',
  R4: 'Une mention dans le dossier i-Prof, onglet « Formations et compétences », compétence TICE : les grandes lignes des missions, et leur durée.',
  R5: `Un badge numérique, délivré par la ${office}, qui fait valoir l’engagement au-delà du dossier i-Prof.`,
});

const supports = (office: string): Readonly<Record<Support, string>> => ({
  S1: 'un appui dans la relation avec les collectivités',
  S2: 'des formations, au plan académique (PAF) ou à l’initiative d’un établissement',
  S3: 'un accompagnement de proximité pour les projets menés avec les collectivités',
  S4: 'des projets pour les classes, avec les DSDEN et Canopé',
  S5: 'un accompagnement technique pour les serveurs (IACA, KoXo, AMON…)',
  S6: 'une rencontre annuelle des référents, entre pairs',
  S7: 'une rencontre annuelle dans l’établissement, avec le chef d’établissement : projets menés, difficultés, perspectives',
  S8: 'une classe virtuelle en fin d’année scolaire, sur les missions et leurs conditions d’exercice',
  S9: `des nouvelles du numérique éducatif : le blog, la lettre et les comptes de la ${office}`,
});

/** The framework page; its items also stand in the document that accompanies a mission letter. */
export const frameworkTexts = (office: string) => ({
  title: 'Le référentiel des missions',
  description:
    'Les missions du référent pour les ressources et usages pédagogiques numériques, leur organisation, les moyens et la reconnaissance.',
  lede: 'Le référent pour les ressources et usages pédagogiques numériques (RUPN) exerce des missions, réunies en cinq familles. Les badges y renvoient.',
  version: (version: number) => `Version ${version}`,
  contents: 'Dans cette page',
  pillars: {
    title: 'Les quatre piliers du numérique éducatif',
    lede: `Le numérique éducatif réunit quatre notions. La ${office} anime les réseaux qui les développent ; les RUPN les font vivre dans chaque établissement. Le numérique éducatif est à la fois :`,
    items: PILLARS,
  },
  family: (code: string, label: string) => `${code} · ${label}`,
  conditional: 'sur autorisation de la collectivité',
  notCounted: 'hors décompte',
  organisation: (labels: string) => `Organisation proposée : ${labels}`,
  rank: (ranks: string) => `priorité ${ranks} pour gérer les outils`,
  team: { title: 'Un travail en équipe', items: PRINCIPLES },
  means: {
    title: 'Les moyens',
    lede: 'Pour ces missions, l’établissement peut mettre à la disposition des RUPN :',
    items: MEANS,
  },
  recognition: {
    title: 'La reconnaissance de la mission',
    lede: 'Plusieurs leviers reconnaissent le travail accompli, à la hauteur de l’investissement :',
    items: recognitions(office),
    note: 'Ce service ne propose et n’enregistre aucun taux ni aucun montant.',
    badges: 'Voir les badges',
  },
  support: {
    title: `L’accompagnement de la ${office}`,
    lede: `Pour aider les référents, la ${office} propose :`,
    items: supports(office),
    ask: 'Demander un accompagnement',
    write: '(vous vous connectez d’abord), ou écrivez à',
  },
  news: {
    title: 'Se tenir informé',
    links: {
      blog: `Le blog de la ${office}`,
      newsletter: `La lettre d’information de la ${office}`,
      mailingList: `La liste de diffusion de la ${office}`,
      social: `La ${office} sur les réseaux sociaux`,
      trainings: 'Le catalogue des formations',
    },
  },
  document: 'Le référentiel en JSON-LD',
  document1: 'Cette mission en JSON-LD',
});
