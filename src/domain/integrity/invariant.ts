import type { Instant } from '../time/calendar.ts';

/** What the database engine says of itself. */
export const ENGINE_INVARIANTS = ['file-sound', 'foreign-keys'] as const;

/** What a query of the store finds. */
export const STORED_INVARIANTS = [
  'premises-empty',
  'award-once',
  'award-signed',
  'award-recipient',
  'badge-erased',
  'program-in-log',
  'list-places',
  'record-place',
  'log-gapless',
  'act-audited',
  'audit-object',
  'proposal-open',
  'erased-gone',
  'own-things',
  'orphans',
  'addresses-in-order',
  'kept-counts',
  'nothing-ahead',
] as const;

/** What is computed over pages of records, without a signature. */
export const COMPUTED_INVARIANTS = [
  'award-facts',
  'paper-facts',
  'award-criteria',
  'badge-says-row',
  'badge-in-log',
  'list-bits',
  'list-dates',
  'log-tiles',
  'log-checkpoints',
  'keys-kept',
  'signing-keys',
  'kept-names',
  'kept-roles',
  'kept-coverage',
] as const;

/** What is computed with the public halves of keys. */
export const SIGNED_INVARIANTS = [
  'badge-proof',
  'badge-jws',
  'list-signed',
  'checkpoints-signed',
  'audit-chain',
] as const;

/** What must hold of a whole service, whatever happened to it: the list is closed, and each one has its sentence
 *  and what to do in `texts`. */
export const INVARIANTS = [
  ...ENGINE_INVARIANTS,
  ...STORED_INVARIANTS,
  ...COMPUTED_INVARIANTS,
  ...SIGNED_INVARIANTS,
] as const;

export type EngineInvariant = (typeof ENGINE_INVARIANTS)[number];
export type ComputedInvariant = (typeof COMPUTED_INVARIANTS)[number] | (typeof SIGNED_INVARIANTS)[number];
export type StoredInvariant = (typeof STORED_INVARIANTS)[number];
export type InvariantName = (typeof INVARIANTS)[number];

/** `quick` leaves out the signatures. */
export type Depth = 'quick' | 'whole';

/** The invariants of this depth, in the order of the list. */
export function invariantsOf(depth: Depth): readonly InvariantName[] {
  const signed: readonly InvariantName[] = SIGNED_INVARIANTS;
  return INVARIANTS.filter((name) => depth === 'whole' || !signed.includes(name));
}

/** One record that contradicts an invariant. */
export interface Finding {
  /** The record by its opaque key, after the name of its table where the invariant looks at several. */
  readonly subject: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** The most findings of one invariant that are named; the others are only counted. */
export const MOST_FINDINGS = 20;

/** The fault of what the service wrote by itself while its clock was ahead. It is no damage. */
export const WRONG_CLOCK = 'wrong-clock';

export function isClockLeftover({ detail }: Finding): boolean {
  return detail?.['fault'] === WRONG_CLOCK;
}

/** The findings that are named: damage comes first, so that no leftovers of a wrong clock hide it. */
export function firstFindings(found: readonly Finding[]): readonly Finding[] {
  const damage = found.filter((one) => !isClockLeftover(one));
  return [...damage, ...found.filter(isClockLeftover)].slice(0, MOST_FINDINGS);
}

/** What was looked at for one invariant, and what contradicts it. */
export interface InvariantAnswer {
  readonly invariant: InvariantName;
  /** Records looked at. */
  readonly looked: number;
  /** How many contradict it. */
  readonly count: number;
  /** The first ones, at most 20. */
  readonly found: readonly Finding[];
  /** Why it could not be looked at to the end, as the code of a refusal. */
  readonly failure?: string;
}

/** Whether a record contradicts the invariant otherwise than as a leftover of a wrong clock. */
export function hasDamage({ count, found }: Pick<InvariantAnswer, 'count' | 'found'>): boolean {
  return count > 0 && !(found.length > 0 && found.every(isClockLeftover));
}

/** The answer of the look that the service takes at itself every night. */
export interface StoredInvariantAnswer extends InvariantAnswer {
  /** The instant at which the look began. */
  readonly begunAt: Instant;
  readonly lookedAt: Instant;
}

export type InvariantChange =
  | { readonly kind: 'invariant-looked'; readonly answer: StoredInvariantAnswer }
  /** Deletes, dates again or marks what the service wrote by itself and dated after this instant. */
  | { readonly kind: 'clock-leftovers-cleared'; readonly at: Instant };
