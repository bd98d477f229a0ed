import { credentialKind, publicFactsOf } from '#open-badges/credential';
import type { VerificationReport } from '#open-badges/verification';
import { commitOnce } from '../../application/concurrency/named-record.ts';
import { sha256Of } from '../../application/digest.ts';
import type { Clock, Store } from '../../application/ports.ts';
import type { Ports } from '../../application/service-ports.ts';
import type { AwardWithCredential } from '../../application/store/badge-readers.ts';
import { useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { IssuedCredential } from '../../domain/award/types.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type Arrival, decideArrival, equalityOf, type WholeBadge } from './feature-held-badge.ts';

/** A held badge with its text. Throws `not-found` for a badge of another person. */
const readHeldBadge =
  ({ store }: Ports) =>
  async (personId: PersonId, id: string): Promise<WholeBadge> => {
    const [badge] = await store.readWholeBadges(personId, [id]);
    if (!badge) throw new DomainError('not-found');
    return badge;
  };

/** Verifies a held badge again, and stores the result. Throws `not-found`. */
const checkHeldBadge =
  (ports: Ports) =>
  async (personId: PersonId, id: string): Promise<void> => {
    const { content, form } = await readHeldBadge(ports)(personId, id);
    const text = new TextEncoder().encode(content);
    const report = await ports.verifyCredential(
      form === 'jws' ? { kind: 'document', document: content.trim() } : { kind: 'bytes', bytes: text },
    );
    const { verified, verdict } = report;
    await ports.store.commit([
      { kind: 'held-badge-checked', id, check: { verified, verdict, at: ports.clock.now() } },
    ]);
  };

/** Removes a held badge. Throws `settled-meanwhile` if the person has it no longer. */
const removeHeldBadge =
  ({ store, clock }: Ports) =>
  async (personId: PersonId, id: string): Promise<void> => {
    const held = (await store.readHeldBadges(personId)).find((one) => one.id === id);
    if (!held) throw new DomainError('settled-meanwhile');
    await commitOnce(store, [
      { kind: 'held-badge-removed', personId, id },
      audit('held-badge-removed', {
        at: clock.now(),
        actor: personId,
        subject: personId,
        details: { badge: held.name ?? held.credentialId },
      }),
    ]);
  };

export interface ListCredentials {
  readonly personId: PersonId;
  readonly limit: number;
  readonly offset: number;
  /** Keeps only badges valid from a later moment, in milliseconds since 1970. */
  readonly sinceMs?: number;
}

/** A page of a person's badges: their texts by form, as signed or as received. */
export interface CredentialsPage {
  readonly documents: readonly string[];
  readonly jws: readonly string[];
  readonly total: number;
}

/** The most characters of one answer. A longer badge is still returned if it is the first of its page. */
const MOST_CHARACTERS = 4 * 1024 * 1024;

type Entry =
  | { readonly kind: 'own'; readonly from: number; readonly id: string; readonly document: string }
  | { readonly kind: 'held'; readonly from: number; readonly id: string; readonly characters: number };

/** The badges that a client may read for a person, oldest first: the person's badges of this service that are
 *  shown, and held badges whose last verification succeeded. A held badge that has ended in the meantime is
 *  left out. */
const listCredentials =
  ({ store, clock }: Ports) =>
  async ({ personId, limit, offset, sinceMs }: ListCredentials): Promise<CredentialsPage> => {
    const now = Date.parse(clock.now());
    const isOver = (end: string | undefined) => end !== undefined && Date.parse(end) <= now;
    const [own, held] = await Promise.all([readOwnShown(store, personId), store.readHeldBadges(personId)]);
    const entries: readonly Entry[] = [
      ...own
        .filter(({ award: { validUntil } }) => !isOver(validUntil))
        .map(({ credential: { id, validFrom, document } }) => ({
          kind: 'own' as const,
          from: Date.parse(validFrom),
          id,
          document,
        })),
      ...held
        .filter(({ check, validUntil }) => check.verified && !isOver(validUntil))
        .map(({ id, validFrom, characters }) => ({
          kind: 'held' as const,
          from: Date.parse(validFrom),
          id,
          characters,
        })),
    ];
    const wanted = entries
      .filter(({ from }) => sinceMs === undefined || from > sinceMs)
      .toSorted((one, other) => one.from - other.from || (one.id < other.id ? -1 : 1));
    const page = fitting(wanted.slice(offset, offset + limit));
    const ids = page.flatMap(({ kind, id }) => (kind === 'held' ? [id] : []));
    const whole = ids.length === 0 ? [] : await store.readWholeBadges(personId, ids);
    const texts = page.flatMap((entry) => {
      if (entry.kind === 'own') return [{ form: 'json', content: entry.document }];
      return whole.filter(({ id }) => id === entry.id);
    });
    return {
      documents: texts.filter(({ form }) => form === 'json').map(({ content }) => content),
      jws: texts.filter(({ form }) => form === 'jws').map(({ content }) => content.trim()),
      total: wanted.length,
    };
  };

function fitting(entries: readonly Entry[]): readonly Entry[] {
  let sum = 0;
  const end = entries.findIndex((entry, index) => {
    sum += entry.kind === 'own' ? entry.document.length : entry.characters;
    return index > 0 && sum > MOST_CHARACTERS;
  });
  return end < 0 ? entries : entries.slice(0, end);
}

export interface ReceiveBadge {
  readonly personId: PersonId;
  /** The report on the arriving badge. */
  readonly report: VerificationReport;
  /** The text to store, exactly as received; where it is absent, the credential in the report is written
   *  out. */
  readonly text?: string;
  /** The image given with it, as a data URL. An image inside the badge takes precedence. */
  readonly picture?: string | undefined;
  /** The client that sends it; absent if the person enters it. */
  readonly client?: { readonly id: string; readonly name: string };
}

/** The result for the badge. `not-verified`: it is not stored, because it does not verify. `own`: it is a
 *  badge of this service that the person has accepted, so the register already has it. */
export type Received = Arrival | 'own' | 'not-a-badge' | 'not-verified';

/** Verdicts on authentic badges that their holder may keep: one that has ended, and one of which they chose what
 *  it shows. */
const ACCEPTABLE_VERDICTS = new Set<VerificationReport['verdict']>(['expired', 'partial']);
/** The longest picture that is stored with a badge. */
const LONGEST_PICTURE = 200_000;
/** Longer names are cut, and longer ids are refused. */
const LONGEST_NAME = 300;
const LONGEST_ID = 2000;
const DATA_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i;

/** Stores a verified badge of another issuer for a person. It replaces an older version with the same issuer
 *  and id. */
const receiveBadge =
  ({ store, clock, ids }: Ports) =>
  async (command: ReceiveBadge): Promise<Received> => {
    const { personId, report, client } = command;
    if (!report.credential || credentialKind(report.credential) !== 'badge') return 'not-a-badge';
    if (!report.verified && !ACCEPTABLE_VERDICTS.has(report.verdict)) return 'not-verified';
    const badge = await toHeld(command, ids.uuid(), clock);
    if (!badge) return 'not-a-badge';
    if (await isOwn(store, badge)) return 'own';
    const arrival = decideArrival({ arriving: badge, held: await store.readHeldBadges(personId) });
    if (arrival === 'older' || arrival === 'full') return arrival;
    await store.commit([
      { kind: 'held-badge-saved', badge },
      audit(arrival === 'new' ? 'held-badge-added' : 'held-badge-replaced', {
        at: badge.receivedAt,
        actor: client ? `client:${client.id}` : personId,
        subject: personId,
        details: { badge: badge.name ?? badge.credentialId, ...(client && { service: client.name }) },
      }),
    ]);
    return arrival;
  };

async function toHeld(
  { personId, report, text, client, picture: given = '' }: ReceiveBadge,
  id: string,
  clock: Clock,
): Promise<WholeBadge | undefined> {
  const facts = publicFactsOf(report.credential);
  const { issuer, achievement, id: credentialId, validFrom, validUntil } = facts;
  if (!issuer.id || !credentialId || !validFrom) return undefined;
  if (issuer.id.length > LONGEST_ID || credentialId.length > LONGEST_ID) return undefined;
  const content = text ?? report.jws ?? JSON.stringify(report.credential);
  const name = achievement.name ?? facts.name;
  const { imageUrl = '' } = achievement;
  const picture = DATA_IMAGE.test(imageUrl) ? imageUrl : given;
  const at = clock.now();
  return {
    id,
    personId,
    badgeKey: await sha256Of(equalityOf(issuer.id, credentialId)),
    form: report.jws === undefined ? 'json' : 'jws',
    content,
    characters: content.length,
    ...(DATA_IMAGE.test(picture) && picture.length <= LONGEST_PICTURE && { picture }),
    ...(name && { name: cut(name) }),
    issuerId: issuer.id,
    ...(issuer.name && { issuerName: cut(issuer.name) }),
    credentialId,
    validFrom,
    ...(validUntil && { validUntil }),
    ...(client && { sentBy: cut(client.name) }),
    receivedAt: at,
    check: { verified: report.verified, verdict: report.verdict, at },
  };
}

async function isOwn(store: Store, { personId, badgeKey }: WholeBadge): Promise<boolean> {
  const own = await readOwnShown(store, personId);
  const keys = own.map(({ credential }) => {
    const { issuer, id = '' } = publicFactsOf(JSON.parse(credential.document));
    return sha256Of(equalityOf(issuer.id ?? '', id));
  });
  return (await Promise.all(keys)).includes(badgeKey);
}

/** The text without U+0000, which PostgreSQL refuses, cut to the longest length. */
function cut(text: string): string {
  return text.replaceAll('\u0000', '').slice(0, LONGEST_NAME);
}

/** The person's badges of this service that are accepted, and neither hidden nor revoked. */
async function readOwnShown(
  store: Store,
  personId: PersonId,
): Promise<readonly Required<AwardWithCredential>[]> {
  const awards = await store.readAwardsOf([{ kind: 'person', personId }]);
  return awards.filter(
    (one): one is Required<AwardWithCredential> => one.credential !== undefined && isShown(one.credential),
  );
}

/** Whether a badge may leave this service for its holder. */
export function isShown({ choice, revocation, erasedAt }: IssuedCredential): boolean {
  return choice.acceptance === 'accepted' && !choice.hidden && !revocation && !erasedAt;
}

export const heldBadgeServices = useCases({
  listCredentials,
  receiveBadge,
  readHeldBadge,
  checkHeldBadge,
  removeHeldBadge,
});
