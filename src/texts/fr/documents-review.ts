import { documentTexts } from './documents.ts';

/** Words of the progress-review record. */
export const reviewTexts = {
  runningHead: 'Compte rendu de point d’étape',
  title: (name: string, on: string) => `Compte rendu du point d’étape de ${name}, ${documentTexts.day(on)}`,
  heading: { review: 'Compte rendu de point d’étape', 'self-report': 'Bilan écrit' },
  principal: 'Chef d’établissement',
  heldOn: { review: 'Point d’étape tenu le', 'self-report': 'Bilan daté du' },
  nature:
    'Ce compte rendu décrit l’exercice de la mission ; il n’est pas une évaluation de la manière de servir.',
  headings: {
    done: 'Ce qui a été fait, par famille de missions',
    worked: 'Ce qui a bien fonctionné',
    difficulties: 'Difficultés rencontrées',
    presentSplit: 'Répartition actuelle des missions',
    trainingsWished: 'Formations souhaitées',
    decisions: 'Décisions : qui fait quoi, et quand',
    signatures: 'Signatures',
  },
  family: (code: string, label: string) => `Famille ${code} : ${label}`,
  nothingNoted: 'Rien n’a été noté.',
  places: [
    { who: 'Le chef d’établissement', asks: 'Date et signature' },
    { who: 'Le référent ou la référente', asks: 'Date et signature' },
  ],
};
