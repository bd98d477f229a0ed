import type { Engagement, Person } from '../records.ts';

/** Who confirmed, by name: the address or the id of somebody known becomes their name, an address of nobody known is
 *  left out, and any other text stays as it was written. */
export function confirmerName(
  confirmedBy: string | undefined,
  people: readonly Person[],
): string | undefined {
  if (confirmedBy === undefined) return undefined;
  const address = confirmedBy.toLowerCase();
  const known = people.find(({ id, emails }) => id === confirmedBy || emails.includes(address));
  if (known) return `${known.givenName} ${known.familyName}`.trim();
  return confirmedBy.includes('@') ? undefined : confirmedBy;
}

/** The segment as it may be shown: its confirmer by name. */
export function nameConfirmer(
  { confirmedBy, ...engagement }: Engagement,
  people: readonly Person[],
): Engagement {
  const name = confirmerName(confirmedBy, people);
  return { ...engagement, ...(name && { confirmedBy: name }) };
}
