import type { KeyState, PublicKeyRecord } from './public-key.ts';

/** What stands of the issuer's keys, once those in place are compared with those that the database keeps. */
export interface KnownKeys {
  /** Every key, oldest first. One that should sign and is not in place counts as retired: it signs nothing. */
  readonly records: readonly PublicKeyRecord[];
  /** Those that should sign, as far as the database knows, and are not in place: lost, or removed. */
  readonly missing: readonly PublicKeyRecord[];
  /** What the database does not say yet. */
  readonly toKeep: readonly PublicKeyRecord[];
}

/** Compares the keys in place (a folder, secrets) with those that the database keeps. Of two states of one key the
 *  further one holds: an old copy of the folder brings no retired and no compromised key back. */
export function compareKeys(
  inPlace: readonly PublicKeyRecord[],
  kept: readonly PublicKeyRecord[],
): KnownKeys {
  const keptByKid = new Map(kept.map((key) => [key.kid, key]));
  const here = new Set(inPlace.map(({ kid }) => kid));
  const present = inPlace.map((key) => further(key, keptByKid.get(key.kid)));
  const absent = kept.filter(({ kid }) => !here.has(kid));
  const silenced = absent.map((key) =>
    key.state === 'active' ? { ...key, state: 'retired' as const } : key,
  );
  return {
    records: [...present, ...silenced].toSorted(byAge),
    missing: absent.filter(({ state }) => state === 'active'),
    toKeep: present.filter((key) => keptByKid.get(key.kid)?.state !== key.state),
  };
}

const FURTHER: Readonly<Record<KeyState, number>> = { active: 0, retired: 1, compromised: 2 };

/** A key in place, in the further of both states. */
export function further(key: PublicKeyRecord, kept: PublicKeyRecord | undefined): PublicKeyRecord {
  if (!kept || FURTHER[kept.state] <= FURTHER[key.state]) return key;
  const { state, retiredAt, compromised } = kept;
  return { ...key, state, ...(retiredAt && { retiredAt }), ...(compromised && { compromised }) };
}

function byAge(one: PublicKeyRecord, other: PublicKeyRecord): number {
  return `${one.createdAt} ${one.kid}` < `${other.createdAt} ${other.kid}` ? -1 : 1;
}
