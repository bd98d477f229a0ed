/** A person or a school on a line of a list. */
export interface ListedRecipient {
  readonly email?: string | undefined;
  readonly uai?: string | undefined;
  readonly name?: string | undefined;
  readonly school?: string | undefined;
}

/** `Emma Fabre (Collège des Prés, Valmont)  emma.fabre@example.fr`: people read the name and the school, and other
 *  commands take the address or the UAI. */
export function listedAs({ email, ...one }: ListedRecipient): string {
  return [namedAs(one), email ?? one.uai].filter(Boolean).join('  ');
}

/** A person with the school in brackets, or a school; empty if neither is known. */
export function namedAs({ uai, name, school }: ListedRecipient): string {
  if (uai !== undefined || !name) return school ?? '';
  return school ? `${name} (${school})` : name;
}
