/** What the office is called where the settings say nothing, and in what is signed, printed or typed on a command line.
 *  DRNE, DRANE… are feminine as well, so that articles stay. */
export const OFFICE = 'DANE';

/** Texts that name the office, made once for each name. */
export function byOffice<Texts>(make: (office: string) => Texts): (office: string) => Texts {
  const made = new Map<string, Texts>();
  return (office) => {
    const texts = made.get(office) ?? make(office);
    made.set(office, texts);
    return texts;
  };
}
