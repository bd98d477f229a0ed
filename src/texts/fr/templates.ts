/** Words of the second sheet of a template. */
export const templateTexts = {
  column: 'Colonne',
  required: 'Obligatoire',
  example: 'Exemple',
  yes: 'oui',
  no: 'non',
};
