/** Who runs the demonstration, where no setting says it. Everything is invented. */
export const DEMO_OPERATOR = {
  name: 'Rectorat de démonstration',
  address: '1 rue de l’Exemple, 99999 Exemple-la-Ville',
  publicationDirector: 'Camille Exemple, personne inventée',
  hosting: 'Hébergeur de démonstration, 2 rue de l’Exemple, 99999 Exemple-la-Ville, 03 00 00 00 00',
  dpoEmail: 'dpo@exemple.invalid',
} as const;
