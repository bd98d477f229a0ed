import type { OutdatedSubject } from '../domain/award/credential-change.ts';
import type { ReviewFlag } from '../domain/award/review-flag.ts';
import type { Award, IssuedCredential } from '../domain/award/types.ts';
import { credentialUrl } from '../issuing/addresses.ts';
import type { GrantOutcome } from './awards/grant-one.ts';
import type { Labelled } from './awards/recipient.ts';
import type { IssueOutcome } from './credentials/issue.ts';
import type { ReissueOutcome } from './reissue/compromised.ts';
import type { ReissueOutdatedOutcome } from './reissue/outdated-credentials.ts';

/** The lines that the command line prints with `--json` and the API returns. Both have the same form. */
export type GrantLine =
  | ({
      /** `grantable` in a dry run, which makes no award, and `waiting` under a decision that waits. */
      readonly kind: 'granted' | 'grantable' | 'waiting';
      readonly award?: string;
      readonly badge: string;
      readonly validUntil?: string;
    } & Labelled &
      Partial<ReviewNotice>)
  | ({ readonly kind: 'to-look-at'; readonly badge: string } & Labelled & ReviewNotice)
  | ({ readonly kind: 'skipped'; readonly code: string; readonly badge: string } & Labelled);

/** Why a person should look at a badge before it is granted, and the page that shows it. */
interface ReviewNotice {
  readonly cautions: readonly ReviewFlag[];
  readonly page: string;
}

export type IssueLine = Labelled & { readonly badge: string } & (
    | { readonly kind: 'issued' | 'reissued'; readonly credential: string }
    | { readonly kind: 'failed'; readonly code: string; readonly reason: string }
  );

/** A signed badge that no longer agrees with the records. It was or would be signed again, it is revoked
 *  and stays as it is, or it waits for a decision. */
export interface CorrectionLine extends Labelled {
  readonly kind: 're-signed' | 'misstated' | 'revoked' | 'to-decide';
  readonly credential: string;
  readonly badge: string;
  /** The parts of the badge that differ. */
  readonly of?: readonly OutdatedSubject[];
  /** Signed sentences, and the sentences that replace them. */
  readonly said?: readonly string[];
  readonly willSay?: readonly string[];
  /** For a badge to decide on: the day as of which it was judged, and whether it would be met today. */
  readonly on?: string;
  readonly metToday?: boolean;
}

export function toCorrectionLine(origin: string, outcome: ReissueOutdatedOutcome): CorrectionLine {
  const { award, credential, found, label, reSigned } = outcome;
  const common = { credential: credentialUrl(origin, credential.id), badge: award.achievement, ...label };
  if (found.kind === 'to-decide') {
    return { kind: 'to-decide', ...common, on: found.on, metToday: found.metToday };
  }
  return { kind: reSigned ? 're-signed' : found.kind, ...common, ...found.misstatement };
}

export interface AcceptLine {
  readonly kind: 'accepted';
  readonly credential: string;
  readonly visibility: string;
  readonly name: string;
  readonly form: string;
  readonly schools: boolean;
  readonly email: boolean;
  readonly words: string;
  /** Words of principals that were added to the badge and that this choice leaves out. */
  readonly wordsLeftOut: number;
}

/** The line of an outcome. With `later`, what would be granted waits under a decision. */
export function toGrantLine(
  origin: string,
  outcome: GrantOutcome,
  { later = false }: { readonly later?: boolean } = {},
): GrantLine {
  switch (outcome.kind) {
    case 'skipped':
      return { kind: 'skipped', ...outcome.label, badge: outcome.achievement, code: outcome.code };
    case 'to-look-at':
      return {
        kind: 'to-look-at',
        ...outcome.label,
        badge: outcome.achievement,
        ...toReviewNotice(origin, outcome),
      };
    case 'granted':
      return { kind: 'granted', award: outcome.award.id, ...outcome.label, ...ofAward(outcome.award) };
    case 'grantable': {
      const { award, label, cautions } = outcome;
      return {
        kind: later ? 'waiting' : 'grantable',
        ...label,
        ...ofAward(award),
        ...(cautions.length > 0 && toReviewNotice(origin, outcome)),
      };
    }
  }
}

function ofAward({ achievement: badge, validUntil }: Award) {
  return { badge, ...(validUntil && { validUntil }) };
}

function toReviewNotice(
  origin: string,
  { cautions, proposal }: { readonly cautions: readonly ReviewFlag[]; readonly proposal: string },
): ReviewNotice {
  return { cautions, page: `${origin}/dane/decisions/${encodeURIComponent(proposal)}` };
}

export function toIssueLine(origin: string, outcome: IssueOutcome | ReissueOutcome): IssueLine {
  const common = { ...outcome.label, badge: outcome.award.achievement };
  if (outcome.kind !== 'failed') {
    return { kind: outcome.kind, credential: credentialUrl(origin, outcome.id), ...common };
  }
  const { code, params } = outcome.error;
  return { kind: 'failed', code, reason: JSON.stringify(params), ...common };
}

export function toAcceptLine(origin: string, { id, choice }: IssuedCredential, wordsLeftOut = 0): AcceptLine {
  return {
    kind: 'accepted',
    credential: credentialUrl(origin, id),
    visibility: choice.visibility,
    name: choice.name,
    form: choice.form,
    schools: choice.showSchools,
    email: choice.emailIdentifier,
    words: choice.words,
    wordsLeftOut,
  };
}
