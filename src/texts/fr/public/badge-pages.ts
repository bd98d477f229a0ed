import { withArticle } from '../grammar/names.ts';
import { capitalised, count } from '../grammar/page-phrases.ts';

/** Words of the catalogue, a badge, the framework and a mission. */
export const badgePageTexts = {
  catalogue: {
    title: 'Les badges',
    description: 'Les badges numériques des référents numériques : ce que chacun reconnaît, et ses critères.',
    lede: 'Chaque badge dit ce qu’il reconnaît et selon quels critères. Rien n’est caché, rien n’est noté : les critères sont remplis ou ne le sont pas encore.',
    version: (version: number, day: string) => `Critères : version ${version}, en vigueur depuis le ${day}.`,
    rules: 'Critères',
    more: (name: string) => `Lire les critères de « ${name} »`,
    legend: 'Comment lire un badge',
    legendText:
      'Un hexagone dit un niveau, un disque un thème, une maison une équipe. Plus le niveau est haut, plus il y a de pierres. Sur le badge d’une personne, les pastilles allumées sont les familles de missions qu’elle a exercées, et la ligne du bas porte ses années.',
  },
  badge: {
    forPerson: 'Délivré à une personne',
    forEstablishment: 'Délivré à un établissement, pour une année scolaire',
    noEnd: 'Valable sans limite de durée',
    validity: (years: number) => `Valable ${count(years, 'an', 'ans')}, jusqu’au 31 août, puis renouvelable`,
    criteria: 'Les critères',
    sentences: 'En deux phrases',
    sentence: { requires: 'Ce que demande ce badge', howTo: 'Comment l’obtenir' },
    criteriaText: 'Tous doivent être remplis.',
    counting: 'Comment les jours et les années sont comptés',
    results: 'Ce que le badge indique',
    resultsText: 'Chaque badge délivré porte ces valeurs, avec les années et ce qui les établit.',
    missions: 'Dans le référentiel',
    alignments: 'Correspondances avec d’autres référentiels',
    issuer: 'Qui le délivre',
    issuerText: (issuer: string) =>
      `${capitalised(withArticle(issuer))}. Le service propose, un agent décide, le titulaire accepte ou refuse. Le badge reste privé tant qu’il n’est pas accepté.`,
    issuerLink: 'Qui délivre ces badges',
    versions: 'Versions',
    code: (code: string) => `Code du badge : ${code}.`,
    version: (version: number, day: string) =>
      `Version ${version} des critères, en vigueur depuis le ${day}.`,
    versionToCome: (version: number, day: string) =>
      `Version ${version} des critères, adoptée, en vigueur à partir du ${day}.`,
    toCome: (day: string) =>
      `Cette version des critères n’est pas encore en vigueur : elle le sera le ${day}. D’ici là, les badges sont jugés selon la version en vigueur.`,
    currentVersion: 'en vigueur',
    retired: (day: string) =>
      `Ce badge ne s’attribue plus depuis le ${day}. Ceux qui ont été délivrés restent valables.`,
    superseded:
      'Cette page décrit une version plus ancienne des critères. Les badges délivrés selon elle restent valables.',
    downloads: 'L’image',
    downloadText: 'Pour parler du badge. L’image d’un badge délivré, elle, se vérifie.',
    document: 'Ce badge en JSON-LD',
  },
  mission: {
    kicker: (code: string, family: string) => `Mission ${code} · ${family}`,
    conditionalText:
      'Cette mission s’exerce sous la responsabilité de la collectivité. Elle compte quand la collectivité l’autorise, pour cet établissement et cette période.',
    notCountedText: 'Cette mission peut être déclarée. Elle n’entre dans aucun décompte.',
    alignments: 'Correspondances avec d’autres référentiels',
    noAlignment: 'Aucune correspondance n’est publiée pour cette mission.',
    back: 'Toutes les missions',
  },
};
