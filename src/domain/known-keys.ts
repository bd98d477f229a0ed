import type { KeyState, PublicKeyRecord } from './public-key.ts';

/** The issuer's keys: the keys in place compared with those that the database keeps. */
export interface KnownKeys {
  /** Every key, oldest first. A key that should sign but is not in place counts as retired, since it cannot
   *  sign. */
  readonly records: readonly PublicKeyRecord[];
  /** Keys that should sign according to the database, but are not in place: lost or removed. */
  readonly missing: readonly PublicKeyRecord[];
  /** Keys or states that the database does not have yet. */
  readonly toKeep: readonly PublicKeyRecord[];
}

/** Compares the keys in place (in a folder or in secrets) with those that the database keeps. Where a key has
 *  two states, the later one in its life counts: an old copy of the folder cannot bring back a retired or
 *  compromised key. */
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

/** The key in place, in the later of both states. */
export function further(key: PublicKeyRecord, kept: PublicKeyRecord | undefined): PublicKeyRecord {
  if (!kept || FURTHER[kept.state] <= FURTHER[key.state]) return key;
  const { state, retiredAt, compromised } = kept;
  return { ...key, state, ...(retiredAt && { retiredAt }), ...(compromised && { compromised }) };
}

function byAge(one: PublicKeyRecord, other: PublicKeyRecord): number {
  return `${one.createdAt} ${one.kid}` < `${other.createdAt} ${other.kid}` ? -1 : 1;
}
