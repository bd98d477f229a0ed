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
