/** A person or a school on a line of a list. */
export interface ListedRecipient {
  readonly email?: string | undefined;
  readonly uai?: string | undefined;
  readonly name?: string | undefined;
  readonly school?: string | undefined;
}

/** `Emma Fabre (Collège Claude Guyot, Dijon)  emma.fabre@ac-dijon.fr`: people read the name and the school, and other
 *  commands take the address or the UAI. */
export function listedAs({ email, uai, name, school }: ListedRecipient): string {
  if (uai !== undefined) return school ? `${school}  ${uai}` : uai;
  const named = name && school ? `${name} (${school})` : name;
  return [named, email].filter(Boolean).join('  ');
}
