import { typographic } from '../../grammar.ts';
import { of } from '../grammar/elision.ts';
import { paperNames } from './names.ts';
import { paperTexts } from './phrases.ts';

export const reviewTexts = {
  name: paperNames['review-record'],
  title: (name: string, on: string) => `${paperNames['review-record']} ${of(name)}, ${paperTexts.day(on)}`,
  heldOn: 'Point d’étape tenu le',
  nature:
    'Ce compte rendu décrit l’exercice de la mission ; il n’est pas une évaluation de la manière de servir.',
  headings: {
    done: 'Ce qui a été fait, par famille de missions',
    worked: 'Ce qui a été fait et a bien fonctionné',
    difficulties: 'Difficultés, et ce qui est à améliorer',
    presentSplit: 'Répartition actuelle des missions',
    trainingsWished: 'Formations souhaitées',
    decisions: 'Décisions : qui fait quoi, et quand',
    signatures: 'Signatures',
  },
  family: (code: string, label: string) => `Famille ${code} : ${typographic(label)}`,
  nothingNoted: 'Aucun texte n’a été noté.',
};
