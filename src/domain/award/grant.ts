import type { AchievementDefinition } from '../criteria/definition.ts';
import type { Evaluation } from '../criteria/evaluation.ts';
import { DomainError } from '../errors.ts';
import type { AwardId } from '../ids.ts';
import { refuseNumen } from '../person/numen.ts';
import { type Instant, type LocalDate, localDateInParis, monthsAfter } from '../time/calendar.ts';
import { lastDayOf, type SchoolYear, schoolYearOf } from '../time/school-year.ts';
import { type Rejection, standingRejection } from './proposal.ts';
import type { Award, IssuedCredential, Recipient } from './types.ts';

/** Months before the end of an award from which the next one may be granted. */
const RENEWAL_MONTHS = 6;

/** The first day on which an award that ends at `validUntil` may be renewed (docs/rules.md, Awarding). */
export function renewableFrom(validUntil: Instant): LocalDate {
  return monthsAfter(localDateInParis(validUntil), -RENEWAL_MONTHS);
}

/** An earlier award and, where it is signed, the state of its badge. */
export interface PreviousAward {
  readonly award: Award;
  readonly credential?: IssuedCredential;
}

type GrantDraft = Omit<Award, 'id' | 'factsDigest'>;

/** Everything that the decision to grant depends on. */
interface GrantDraftInput {
  readonly recipient: Recipient;
  readonly evaluation: Evaluation;
  readonly definition: AchievementDefinition;
  /** All awards of the recipient. Those of other badges, and for a school those of other years, are
   *  ignored. */
  readonly previous: readonly PreviousAward[];
  /** The refusals of the recipient's badges by agents; by default none. */
  readonly refusals?: readonly Rejection[];
  readonly actor: string;
  readonly at: Instant;
  /** Why a DANE agent decides as the badge asks, or grants against the criteria or an earlier refusal. A blank
   *  text counts as no reason. */
  readonly reason?: string;
}

/** A grant with what the caller makes for it: an id and a digest. */
export interface GrantInput extends GrantDraftInput {
  readonly id: AwardId;
  /** `sha256$` + hex of the canonical JSON of `evaluation.facts`. */
  readonly factsDigest: string;
}

/** A DANE agent's grant, or its refusal (docs/rules.md, Awarding). Throws `wrong-recipient-kind`; `not-met`
 *  where a requirement is not met and no reason is given; `award-declined-or-revoked` where the last award
 *  was declined or revoked and no reason is given; `award-refused` where an agent refused the badge this school
 *  year and no reason is given; `award-exists` where the last award stands and its end is
 *  more than six months after D (`evaluation.on`); `award-over` where the new award would already have ended;
 *  `numen-refused` where the reason contains a NUMEN. A reason never allows a second award next to a standing
 *  one. The last day of validity, included until midnight in Paris, is 31 August of the year S + 1 + n: 31
 *  August 2030 for S = 2026 and n = 3. */
export function draftGrant(input: GrantDraftInput): GrantDraft {
  const { recipient, evaluation, definition, actor, at } = input;
  if (recipient.kind !== definition.recipient || recipient.kind !== evaluation.facts.kind) {
    throw new DomainError('wrong-recipient-kind', { code: definition.code, kind: recipient.kind });
  }
  const schoolYear = schoolYearOf(evaluation.on);
  const last = lastOf(earlierAwards(input, schoolYear));
  const reason = input.reason?.trim() || undefined;
  const refused = last !== undefined && wasRefused(last);
  if (last !== undefined) checkEarlier(last, { refused, reason, on: evaluation.on });
  checkMet(evaluation, reason);
  refuseNumen(reason);
  const standing = standingRejection(input.refusals ?? [], {
    recipient,
    achievement: definition.code,
    schoolYear,
  });
  if (standing && reason === undefined) throw new DomainError('award-refused', { code: definition.code });
  const isDecided = refused || standing !== undefined || !evaluation.met || evaluation.facts.decided;
  const { validityYears } = definition;
  const validUntil =
    validityYears === undefined ? undefined : endOfParisDay(lastDayOf(schoolYear + validityYears));
  if (validUntil !== undefined && validUntil <= at) {
    throw new DomainError('award-over', { code: definition.code, validUntil: localDateInParis(validUntil) });
  }
  return {
    recipient,
    achievement: definition.code,
    version: evaluation.version,
    schoolYear,
    sequence: (last?.award.sequence ?? 0) + 1,
    grantedAt: at,
    grantedBy: actor,
    ...(isDecided && reason !== undefined && { overrideReason: reason }),
    evaluation,
    ...(validUntil && { validUntil }),
  };
}

/** The award of a grant. Throws as `draftGrant` does. */
export function decideGrant({ id, factsDigest, ...input }: GrantInput): { readonly award: Award } {
  return { award: { id, factsDigest, ...draftGrant(input) } };
}

/** Earlier awards of the same badge and, for a school, of the same school year. */
function earlierAwards(
  { previous, definition, recipient }: GrantDraftInput,
  year: SchoolYear,
): readonly PreviousAward[] {
  return previous.filter(
    ({ award }) =>
      award.achievement === definition.code &&
      isSame(award.recipient, recipient) &&
      (recipient.kind === 'person' || award.schoolYear === year),
  );
}

function isSame(a: Recipient, b: Recipient): boolean {
  if (a.kind === 'person') return b.kind === 'person' && a.personId === b.personId;
  return b.kind === 'establishment' && a.uai === b.uai;
}

function lastOf(awards: readonly PreviousAward[]): PreviousAward | undefined {
  return awards.toSorted((a, b) => a.award.sequence - b.award.sequence).at(-1);
}

function wasRefused({ credential }: PreviousAward): boolean {
  return credential?.revocation !== undefined || credential?.choice.acceptance === 'declined';
}

interface EarlierCheck {
  readonly refused: boolean;
  readonly reason: string | undefined;
  readonly on: LocalDate;
}

function checkEarlier({ award, credential }: PreviousAward, { refused, reason, on }: EarlierCheck): void {
  const { achievement: code, id, validUntil } = award;
  if (refused) {
    if (reason === undefined) throw new DomainError('award-declined-or-revoked', { code, awardId: id });
    return;
  }
  // A suspended badge is settled first: it is given back, and may then be renewed, or it is revoked.
  if (validUntil === undefined || credential?.suspension) {
    throw new DomainError('award-exists', { code, awardId: id });
  }
  const from = renewableFrom(validUntil);
  if (on < from) {
    const end = localDateInParis(validUntil);
    throw new DomainError('award-exists', { code, awardId: id, validUntil: end, renewableFrom: from });
  }
}

function checkMet({ achievement: code, met, findings, facts }: Evaluation, reason: string | undefined): void {
  // A decision without a reason is none.
  if (reason !== undefined || (met && !facts.decided)) return;
  const unmet = findings.filter((finding) => !finding.met);
  const isDecision = unmet.every(({ requirement }) => 'decision' in requirement);
  const missing = unmet.map(({ rule }) => rule);
  throw new DomainError('not-met', { code, missing, ...(isDecision && { lacks: 'decision' }) });
}

/** The last second of the day in Paris. The date must be in summer, two hours ahead of UTC, as 31 August
 *  is. */
function endOfParisDay(date: LocalDate): Instant {
  return `${date}T21:59:59Z` as Instant;
}
