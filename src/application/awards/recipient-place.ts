import type { Recipient } from '../../domain/award/award-types.ts';
import { DomainError } from '../../domain/errors.ts';
import { personIdsAmong } from '../../domain/ids.ts';
import { parseUai } from '../../domain/uai.ts';

/** How far a walk over all recipients has come, as the API says it: opaque to whoever sends it back. */
export function toRecipientPlace(recipient: Recipient): string {
  return recipient.kind === 'person' ? `person:${recipient.personId}` : `establishment:${recipient.uai}`;
}

/** Throws `invalid-request`. */
export function parseRecipientPlace(text: string): Recipient {
  const [, kind, id = ''] = /^(person|establishment):(.{1,100})$/.exec(text) ?? [];
  if (kind === 'establishment') return { kind, uai: parseUai(id) };
  const [personId] = personIdsAmong([id]);
  if (!personId) throw new DomainError('invalid-request', { reason: 'after: not a place that was answered' });
  return { kind: 'person', personId };
}
