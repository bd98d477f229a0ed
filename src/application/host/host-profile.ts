import { audit } from '../../domain/audit.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { CREDENTIALS_V2, OPEN_BADGES_V3_0_3 } from '../../openbadges/context-addresses.ts';
import { hasType, isJsonObject, textOf } from '../../openbadges/json-value.ts';
import { findTextFault } from '../../openbadges/strict-json.ts';
import { sha256Of } from '../digest.ts';
import type { Ports } from '../service-ports.ts';

const LONGEST_PROFILE = 65_536;

/** The Profile of a person for clients, as JSON text: the Profile that a client wrote, or one with only the
 *  name. Its id is a digest, because clients must not learn the person's id in the register. */
export const readHostProfile =
  ({ store }: Ports) =>
  async (personId: PersonId): Promise<string> => {
    const [kept, [person]] = await Promise.all([
      store.readHostProfile(personId),
      store.readPeople([personId]),
    ]);
    if (kept) return kept.document;
    if (!person) throw new DomainError('not-found');
    return JSON.stringify({
      '@context': [CREDENTIALS_V2, OPEN_BADGES_V3_0_3],
      id: await idOf(personId),
      type: ['Profile'],
      name: `${person.givenName} ${person.familyName}`,
    });
  };

/** Stores the Profile that a client wrote. The person's record does not change. Throws `invalid-request`,
 *  `too-large`. */
export const writeHostProfile =
  ({ store, clock }: Ports) =>
  async (personId: PersonId, document: string, client: { readonly id: string; readonly name: string }) => {
    if (document.length > LONGEST_PROFILE) throw new DomainError('too-large', { limit: LONGEST_PROFILE });
    const profile = parseObject(document);
    if (!profile || !textOf(profile, 'id') || !hasType(profile, 'Profile')) {
      throw new DomainError('invalid-request', { reason: 'send a Profile with an id, as JSON' });
    }
    const at = clock.now();
    await store.commit([
      { kind: 'host-profile-saved', profile: { personId, document, updatedAt: at } },
      audit('host-profile-written', {
        at,
        actor: `client:${client.id}`,
        subject: personId,
        details: { service: client.name },
      }),
    ]);
  };

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  // PostgreSQL refuses U+0000.
  if (findTextFault(text) || text.includes('\u0000')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const UUID_BYTES = 32;

/** A UUID of version 8 (RFC 9562 §5.8), made from the digest of the person's id. */
async function idOf(personId: PersonId): Promise<string> {
  const hex = (await sha256Of(`profile ${personId}`)).split('$')[1]?.slice(0, UUID_BYTES) ?? '';
  const [a, b, c, d, e] = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(13, 16),
    hex.slice(17, 20),
    hex.slice(20),
  ];
  return `urn:uuid:${a}-${b}-8${c}-8${d}-${e}`;
}
