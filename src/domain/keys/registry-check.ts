import type { KeyState, PublicKeyRecord } from './public.ts';

/** A comparison of the issuer's keys in place with the keys in the database. */
export interface KnownKeys {
  /** Every key, oldest first. A key that is marked as signing but is not in place is listed as retired, since
   *  it cannot sign. */
  readonly records: readonly PublicKeyRecord[];
  /** Keys that the database marks as signing but that are not in place: they were lost or removed. */
  readonly missing: readonly PublicKeyRecord[];
  /** Keys or states that the database does not have yet. */
  readonly toKeep: readonly PublicKeyRecord[];
  /** Keys in place that are not taken for the issuer's: the folder seems to be another service's. They are
   *  neither published nor stored, and they do not sign. */
  readonly foreign: readonly PublicKeyRecord[];
}

/** Compares the keys in place (in a folder or in secrets) with those in the database. Where the two give a
 *  key different states, the later one in a key's life counts: an old copy of the folder cannot bring back a
 *  retired or compromised key. */
export function compareKeys(
  inPlace: readonly PublicKeyRecord[],
  saved: readonly PublicKeyRecord[],
): KnownKeys {
  const savedByKid = new Map(saved.map((key) => [key.kid, key]));
  const here = new Set(inPlace.map(({ kid }) => kid));
  const foreign = thirdPartyAmong(inPlace, saved);
  const present = inPlace
    .filter((key) => !foreign.includes(key))
    .map((key) => further(key, savedByKid.get(key.kid)));
  const absent = saved.filter(({ kid }) => !here.has(kid));
  const silenced = absent.map((key) =>
    key.state === 'active' ? { ...key, state: 'retired' as const } : key,
  );
  return {
    records: [...present, ...silenced].toSorted(byAge),
    missing: absent.filter(({ state }) => state === 'active'),
    toKeep: present.filter((key) => savedByKid.get(key.kid)?.state !== key.state),
    foreign,
  };
}

/** The keys that the database does not know, where the known keys of one of their algorithms are not next to
 *  them: none is, or one that signs is not. A rotation and a replacement after a loss leave the former keys in
 *  place, so that new keys next to them are the issuer's; other new keys would replace the issuer in silence. */
function thirdPartyAmong(
  inPlace: readonly PublicKeyRecord[],
  saved: readonly PublicKeyRecord[],
): readonly PublicKeyRecord[] {
  const unknown = inPlace.filter((key) => !saved.some(({ kid }) => kid === key.kid));
  const isThirdParty = ({ algorithm }: PublicKeyRecord) => {
    const known = saved.filter((key) => key.algorithm === algorithm);
    const absent = known.filter((key) => !inPlace.some(({ kid }) => kid === key.kid));
    return (
      absent.some(({ state }) => state === 'active') || (absent.length > 0 && absent.length === known.length)
    );
  };
  return unknown.some(isThirdParty) ? unknown : [];
}

const FURTHER: Readonly<Record<KeyState, number>> = { active: 0, retired: 1, compromised: 2 };

/** The key in place, with the later of its two states. */
export function further(key: PublicKeyRecord, saved: PublicKeyRecord | undefined): PublicKeyRecord {
  if (!saved || FURTHER[saved.state] <= FURTHER[key.state]) return key;
  const { state, retiredAt, compromised } = saved;
  return { ...key, state, ...(retiredAt && { retiredAt }), ...(compromised && { compromised }) };
}

/** Whether a key may sign: the database calls it active, and the file in place, where there still is one, does
 *  not say that it has ended. */
export function maySign(
  kid: string,
  {
    inPlace,
    kept,
  }: { readonly inPlace: readonly PublicKeyRecord[]; readonly kept: readonly PublicKeyRecord[] },
): boolean {
  const stateIn = (keys: readonly PublicKeyRecord[]) => keys.find((key) => key.kid === kid)?.state;
  return stateIn(kept) === 'active' && (stateIn(inPlace) ?? 'active') === 'active';
}

function byAge(one: PublicKeyRecord, other: PublicKeyRecord): number {
  return `${one.createdAt} ${one.kid}` < `${other.createdAt} ${other.kid}` ? -1 : 1;
}
