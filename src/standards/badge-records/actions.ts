import { readRecipients } from '../../application/credentials/sign.ts';
import { makeEntryDrawer } from '../../application/credentials/status-entries.ts';
import type { Store } from '../../application/ports.ts';
import type { Ports } from '../../application/service-ports.ts';
import type { AwardWithCredential } from '../../application/store/badge-readers.ts';
import { retryOnConflict, useCases } from '../../application/use-cases.ts';
import { achievementOf } from '../../catalogue/versions.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { NameChoice } from '../../domain/award/types.ts';
import type { ChangeOf } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import { type PersonId, parseRecordId, type RecordId } from '../../domain/ids.ts';
import { localDateInParis } from '../../domain/time/calendar.ts';
import { firstAhead } from '../../domain/time/clock-skew.ts';
import { buildBadgeRecord } from '../../issuing/badge-record.ts';
import { type BadgeRecord, contentOf, recordedOf } from './feature.ts';
import { badgeRecordCredentialTexts } from './texts.ts';

type Issued = readonly Required<AwardWithCredential>[];

/** The public answer at the address of a record. For a record whose badges are all hidden or revoked, the
 *  answer is that there is none. */
export type PublicRecord =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'found'; readonly record: BadgeRecord; readonly badges: Issued };

/** The most badges in one record, equal to the limit of a verification. */
const MOST_BADGES = 64;

/** The person's own record, if they made one, and all their issued badges, the oldest first. */
const readOwnBadgeRecord =
  ({ store }: Ports) =>
  async (personId: PersonId) => {
    const [record, issued] = await Promise.all([
      store.readBadgeRecordOf(personId),
      readIssued(store, personId),
    ]);
    return { record, issued };
  };

/** Signs the person's accepted badges as one record, with this form of their name, at an address of its own.
 *  An existing record is signed again at its address. Throws `invalid-request` where no badge shows the name
 *  in this form. */
const makeBadgeRecord =
  (ports: Ports) =>
  ({ personId, name }: { readonly personId: PersonId; readonly name: NameChoice }): Promise<BadgeRecord> =>
    retryOnConflict(async () => {
      const { record: before, issued } = await readOwnBadgeRecord(ports)(personId);
      const badges = recordedOf(issued, name).slice(-MOST_BADGES);
      if (badges.length === 0) throw new DomainError('invalid-request');
      const audited = audit('badge-record-made', {
        at: ports.clock.now(),
        actor: personId,
        subject: personId,
        details: { name, badges: badges.length },
      });
      if (before) {
        const signed = await signAgain(ports, { ...before, name }, badges);
        await ports.store.commit([{ kind: 'badge-record-made-again', ...signed }, audited]);
        return signed.record;
      }
      const signed = await sign(ports, await placeOf(ports, personId, name), badges);
      await ports.store.commit([{ kind: 'badge-record-made', ...signed }, audited]);
      return signed.record;
    });

/** Withdraws the record: its address answers so, its bit in the status list is set, and the address is never
 *  used again. Does nothing if there is no record. */
const withdrawBadgeRecord =
  ({ store, clock }: Ports) =>
  (personId: PersonId): Promise<void> =>
    retryOnConflict(async () => {
      const record = await store.readBadgeRecordOf(personId);
      if (!record) return;
      await store.commit([
        { kind: 'badge-record-withdrawn', personId, id: record.id },
        audit('badge-record-withdrawn', { at: clock.now(), actor: personId, subject: personId }),
      ]);
    });

/** Reads a record for the public, by the last part of its address. It is first made again under the same id
 *  where a badge was added, signed again, hidden or revoked since, where a key was compromised, or where it is dated
 *  ahead of a clock that nothing contradicts. */
const readPublicRecord =
  (ports: Ports) =>
  async (id: string): Promise<PublicRecord> => {
    const parsed = parseRecordId(id);
    const record = parsed && (await ports.store.readBadgeRecord(parsed));
    if (record === undefined) return { kind: 'not-found' };
    if (record === 'withdrawn') return { kind: 'withdrawn' };
    const issued = await readIssued(ports.store, record.personId);
    const badges = recordedOf(issued, record.name).slice(-MOST_BADGES);
    if (badges.length === 0) return { kind: 'not-found' };
    if (ports.copiedAt !== undefined || (await isUpToDate(ports, record, badges))) {
      return { kind: 'found', record, badges };
    }
    const again = await signAgain(ports, record, badges);
    try {
      await ports.store.commit([{ kind: 'badge-record-made-again', ...again }]);
    } catch (error) {
      // Another reader may have made it again first, or its holder may have withdrawn it in the meantime.
      if (!(error instanceof DomainError) || error.code !== 'store-conflict') throw error;
    }
    const stands = await ports.store.readBadgeRecord(record.id);
    if (stands === undefined || stands === 'withdrawn') return { kind: 'withdrawn' };
    return { kind: 'found', record: stands, badges };
  };

async function isUpToDate({ keys, time }: Ports, record: BadgeRecord, badges: Issued): Promise<boolean> {
  const compromised = keys
    .list()
    .some(({ kid, state }) => state === 'compromised' && record.keyIds.includes(kid));
  if (compromised || record.madeOf !== contentOf(badges)) return false;
  const { now, contradictions } = await time.look();
  return record.validFrom <= firstAhead(now) || contradictions.length > 0;
}

async function readIssued(store: Store, personId: PersonId): Promise<Issued> {
  const awards = await store.readAwardsOf([{ kind: 'person', personId }]);
  return awards.filter((one): one is Required<AwardWithCredential> => one.credential !== undefined);
}

/** The data that stay the same each time a record is made again. */
type Place = Omit<BadgeRecord, 'document' | 'jws' | 'keyIds' | 'madeOf'>;

async function placeOf(ports: Ports, personId: PersonId, name: NameChoice): Promise<Place> {
  const [entry] = await makeEntryDrawer(ports, 'records')(1);
  if (!entry) throw new DomainError('store-conflict', { constraint: 'status_index' });
  return {
    // A credential's id has the same shape: 128 random bits.
    id: ports.ids.credentialId() as string as RecordId,
    personId,
    name,
    revision: 1,
    validFrom: ports.clock.now(),
    subjectId: `urn:uuid:${ports.ids.uuid()}`,
    statusListId: entry.listId,
    statusIndex: entry.index,
  };
}

/** A signed record as a commit stores it, with the digests of its entry in the log. */
type SignedRecord = Pick<ChangeOf<'badge-record-made'>, 'record' | 'digests'>;

/** Signs the record again. The newest `validFrom` identifies the current record, so it is never signed twice
 *  in one second. */
async function signAgain(ports: Ports, before: Place, badges: Issued): Promise<SignedRecord> {
  const validFrom = await ports.waitUntilAfter(before.validFrom);
  return sign(ports, { ...before, revision: before.revision + 1, validFrom }, badges);
}

async function sign(ports: Ports, place: Place, badges: Issued): Promise<SignedRecord> {
  const { store, catalogue, issuer, origin, signer } = ports;
  const [first] = badges;
  if (!first) throw new DomainError('invalid-request');
  const recipients = await readRecipients(store, [first.award]);
  const unsigned = buildBadgeRecord({
    ...place,
    origin,
    issuer,
    holder: recipients.holderOf(first.award),
    status: { listId: place.statusListId, index: place.statusIndex },
    badges: badges.map(({ award: { achievement, version }, credential: { document } }) => {
      const criteria = catalogue.criteriaVersion(version);
      if (!criteria) throw new DomainError('unknown-achievement', { version });
      return { definition: achievementOf(criteria, achievement), version, document };
    }),
    texts: badgeRecordCredentialTexts(badges.length, issuer.name, localDateInParis(place.validFrom)),
  });
  const { document, jws, keyIds, digests } = await signer.signForms(unsigned);
  const text = JSON.stringify(document);
  return { record: { ...place, document: text, jws, keyIds, madeOf: contentOf(badges) }, digests };
}

export const badgeRecordServices = useCases({
  readOwnBadgeRecord,
  makeBadgeRecord,
  withdrawBadgeRecord,
  readPublicRecord,
});
