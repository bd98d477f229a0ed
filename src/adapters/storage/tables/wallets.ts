import type { WalletOffer } from '../../../domain/holder/wallet-offer.ts';
import type { CredentialId, PersonId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { withoutNulls } from './columns.ts';

export interface WalletOfferTable {
  id: string;
  person_id: PersonId;
  credential_id: CredentialId;
  secret_hash: string;
  code_hash: string;
  pin_hash: string | null;
  wrong_pins: number;
  token_hash: string | null;
  challenge_hash: string | null;
  created_at: Instant;
  expires_at: Instant;
  taken_at: Instant | null;
  holder: string | null;
}

export interface WalletNonceTable {
  nonce_hash: string;
  expires_at: Instant;
  /** Absent in rows that an older version wrote. */
  network: string | null;
}

export function toWalletOfferRow(it: WalletOffer): WalletOfferTable {
  return {
    id: it.id,
    person_id: it.personId,
    credential_id: it.credentialId,
    secret_hash: it.secretHash,
    code_hash: it.codeHash,
    pin_hash: it.pinHash ?? null,
    wrong_pins: it.wrongPins,
    token_hash: it.tokenHash ?? null,
    challenge_hash: it.challengeHash ?? null,
    created_at: it.createdAt,
    expires_at: it.expiresAt,
    taken_at: it.taken?.at ?? null,
    holder: it.taken?.holder ?? null,
  };
}

export function fromWalletOfferRow(row: WalletOfferTable): WalletOffer {
  return withoutNulls({
    id: row.id,
    personId: row.person_id,
    credentialId: row.credential_id,
    secretHash: row.secret_hash,
    codeHash: row.code_hash,
    pinHash: row.pin_hash,
    wrongPins: row.wrong_pins,
    tokenHash: row.token_hash,
    challengeHash: row.challenge_hash,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    ...(row.taken_at !== null && { taken: { at: row.taken_at, holder: row.holder ?? '' } }),
  });
}
