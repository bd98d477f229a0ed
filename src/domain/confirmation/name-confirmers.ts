import { normalizeEmail } from '../person/mail-address.ts';
import { fullName } from '../person/name.ts';
import type { Engagement, Person } from '../records.ts';

/** The confirmer as shown. The address or id of a known person becomes their name, an unknown address is left
 *  out, and any other text stays as it is. */
export function confirmerName(
  confirmedBy: string | undefined,
  people: readonly Person[],
): string | undefined {
  if (confirmedBy === undefined) return undefined;
  const address = normalizeEmail(confirmedBy) ?? '';
  const known = people.find(({ id, emails }) => id === confirmedBy || emails.includes(address));
  if (known) return fullName(known);
  return confirmedBy.includes('@') ? undefined : confirmedBy;
}

/** The engagement with its confirmer shown by name. */
export function nameConfirmer(
  { confirmedBy, ...engagement }: Engagement,
  people: readonly Person[],
): Engagement {
  const name = confirmerName(confirmedBy, people);
  return { ...engagement, ...(name && { confirmedBy: name }) };
}
