import { audit } from '../../domain/audit.ts';
import { type Arrival, decideArrival, equalityOf, type WholeBadge } from '../../domain/host/held-badge.ts';
import type { PersonId } from '../../domain/ids.ts';
import { credentialKind } from '../../openbadges/credential-kind.ts';
import { publicFactsOf } from '../../openbadges/public-facts.ts';
import type { VerificationReport } from '../../openbadges/report.ts';
import { sha256Of } from '../digest.ts';
import type { Clock, Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { readOwnShown } from './own-shown.ts';

export interface ReceiveBadge {
  readonly personId: PersonId;
  /** The report on the arriving badge. */
  readonly report: VerificationReport;
  /** The text to store, exactly as received; where it is absent, the credential in the report is written
   *  out. */
  readonly text?: string;
  /** The image given with it, as a data URL. An image inside the badge takes precedence. */
  readonly picture?: string | undefined;
  /** The client that sends it; absent where the person enters it. */
  readonly client?: { readonly id: string; readonly name: string };
}

/** The result for the badge. `not-verified`: it is not stored, because it does not verify. `own`: it is a
 *  badge of this service that the person has accepted, so the register already has it. */
export type Received = Arrival | 'own' | 'not-a-badge' | 'not-verified';

/** Verdicts on authentic badges that their holder may keep: one that has ended, and one of which they chose what
 *  it shows. */
const KEPT = new Set<VerificationReport['verdict']>(['expired', 'partial']);
/** The longest picture that is stored with a badge. */
const LONGEST_PICTURE = 200_000;
/** Longer names are cut, and longer ids are refused. */
const LONGEST_NAME = 300;
const LONGEST_ID = 2000;
const DATA_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i;

/** Stores a verified badge of another issuer for a person. It replaces an older version with the same issuer
 *  and id. */
export const receiveBadge =
  ({ store, clock, ids }: Ports) =>
  async (command: ReceiveBadge): Promise<Received> => {
    const { personId, report, client } = command;
    if (!report.credential || credentialKind(report.credential) !== 'badge') return 'not-a-badge';
    if (!report.verified && !KEPT.has(report.verdict)) return 'not-verified';
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
