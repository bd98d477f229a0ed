import { withSmallInitial } from '../grammar/names.ts';

/** The framework page; its parts also stand in the document that accompanies a mission letter. Their items are
 *  data of the framework. */
export const frameworkTexts = (office: string) => ({
  title: 'Le référentiel des missions',
  description:
    'Les missions du référent pour les ressources et usages pédagogiques numériques, leur organisation, les moyens et la reconnaissance.',
  lede: 'Le référent pour les ressources et usages pédagogiques numériques (RUPN) exerce des missions, réunies en familles. Les badges y renvoient.',
  version: (version: number) => `Version ${version}`,
  contents: 'Dans cette page',
  pillars: {
    title: 'Les piliers du numérique éducatif',
    lede: `Le numérique éducatif réunit plusieurs notions. La ${office} anime les réseaux qui les développent ; les RUPN les font vivre dans chaque établissement. Le numérique éducatif est à la fois :`,
  },
  family: (code: string, label: string) => `${code} · ${label}`,
  conditional: 'sur autorisation de la collectivité',
  notCounted: 'hors décompte',
  organisation: (labels: readonly string[]) =>
    `Organisation proposée : ${labels.map(withSmallInitial).join(' ; ')}`,
  rank: (ranks: string, family: string) => `priorité ${ranks} dans « ${family} »`,
  principles: { title: 'Un travail en équipe' },
  means: {
    title: 'Les moyens',
    lede: 'Pour ces missions, l’établissement peut mettre à la disposition des RUPN :',
  },
  recognition: {
    title: 'La reconnaissance de la mission',
    lede: 'Plusieurs leviers reconnaissent le travail accompli, à la hauteur de l’investissement :',
    note: 'Ce service ne propose et n’enregistre aucun taux ni aucun montant.',
    badges: 'Voir les badges',
  },
  support: {
    title: `L’accompagnement de la ${office}`,
    lede: `Pour aider les référents, la ${office} propose :`,
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
