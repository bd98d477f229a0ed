/** Who runs the demonstration, where no setting says it. Everything is invented. */
export const DEMO_OPERATOR = {
  name: 'Rectorat de démonstration',
  address: '1 rue de l’Exemple, 99999 Exemple-la-Ville',
  publicationDirector: 'Camille Exemple, personne inventée',
  hosting: 'Hébergeur de démonstration, 2 rue de l’Exemple, 99999 Exemple-la-Ville, 03 00 00 00 00',
  dpoEmail: 'dpo@exemple.invalid',
} as const;

/** The name of the office where the settings give none, and always in signed, printed and command-line texts.
 *  Other names (DRNE, DRANE…) are feminine too, so the articles stay the same. */
export const OFFICE = 'DANE';

/** A label of the framework with the office as it is called here: data calls it DANE. */
export function withOffice(label: string, office: string): string {
  return label.replaceAll(OFFICE, office);
}

/** Texts that contain the name of the office. They are built once for each name. */
export function byOffice<Texts>(make: (office: string) => Texts): (office: string) => Texts {
  const made = new Map<string, Texts>();
  return (office) => {
    const texts = made.get(office) ?? make(office);
    made.set(office, texts);
    return texts;
  };
}

/** The two sentences of a badge as `office.json` has them. French is enough. */
export const sentencesExample = (badge: string) =>
  `"${badge}": { "requires": { "fr": "Exercer la mission pendant une année scolaire." }, "howTo": { "fr": "Faites confirmer votre engagement par votre chef d’établissement." } }`;
