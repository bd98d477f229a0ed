import type { HeldBadge, WholeBadge } from '../../../domain/host/held-badge.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { type Flag, flag, withoutNulls } from './columns.ts';

export interface HeldBadgeTable {
  id: string;
  person_id: PersonId;
  badge_key: string;
  form: HeldBadge['form'];
  content: string;
  characters: number;
  picture: string | null;
  name: string | null;
  issuer_id: string;
  issuer_name: string | null;
  credential_id: string;
  valid_from: string;
  valid_until: string | null;
  sent_by: string | null;
  received_at: Instant;
  verified: Flag;
  verdict: string;
  verified_at: Instant;
}

export function toHeldBadgeRow(it: WholeBadge): HeldBadgeTable {
  return {
    id: it.id,
    person_id: it.personId,
    badge_key: it.badgeKey,
    form: it.form,
    content: it.content,
    characters: it.characters,
    picture: it.picture ?? null,
    name: it.name ?? null,
    issuer_id: it.issuerId,
    issuer_name: it.issuerName ?? null,
    credential_id: it.credentialId,
    valid_from: it.validFrom,
    valid_until: it.validUntil ?? null,
    sent_by: it.sentBy ?? null,
    received_at: it.receivedAt,
    verified: flag(it.check.verified),
    verdict: it.check.verdict,
    verified_at: it.check.at,
  };
}

export function fromHeldBadgeRow(row: Omit<HeldBadgeTable, 'content'>): HeldBadge {
  return withoutNulls({
    id: row.id,
    personId: row.person_id,
    badgeKey: row.badge_key,
    form: row.form,
    characters: row.characters,
    picture: row.picture,
    name: row.name,
    issuerId: row.issuer_id,
    issuerName: row.issuer_name,
    credentialId: row.credential_id,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    sentBy: row.sent_by,
    receivedAt: row.received_at,
    check: { verified: row.verified === 1, verdict: row.verdict, at: row.verified_at },
  });
}
