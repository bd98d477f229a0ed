interface Named {
  readonly givenName: string;
  readonly familyName: string;
}

/** `Emma Fabre`. */
export function fullName({ givenName, familyName }: Named): string {
  return `${givenName} ${familyName}`.trim();
}

/** `Fabre Emma`, as in a list sorted by name. */
export function listedName({ givenName, familyName }: Named): string {
  return `${familyName} ${givenName}`.trim();
}

const FRENCH = new Intl.Collator('fr', { sensitivity: 'base' });

/** The order in which people look for a name: by family name, then by first name, whatever the accents. */
export function byName(one: Named, other: Named): number {
  return FRENCH.compare(one.familyName, other.familyName) || FRENCH.compare(one.givenName, other.givenName);
}
