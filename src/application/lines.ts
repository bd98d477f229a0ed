import type { IssuedCredential } from '../domain/award/award-types.ts';
import type { Misstated } from '../domain/award/misstated.ts';
import { credentialUrl } from '../openbadges/addresses.ts';
import type { GrantOutcome } from './awards/grant-one.ts';
import type { ReSignOutcome } from './corrections/re-sign-misstated.ts';
import type { IssueOutcome } from './credentials/issue-credentials.ts';
import type { ReissueOutcome } from './credentials/reissue-compromised.ts';

/** The lines that the command line prints with `--json` and the API returns. Both have the same form. */
export type GrantLine =
  | {
      /** `grantable` in a dry run, which makes no award. */
      readonly kind: 'granted' | 'grantable';
      readonly award?: string;
      readonly badge: string;
      readonly email?: string;
      readonly uai?: string;
      readonly validUntil?: string;
    }
  | {
      readonly kind: 'skipped';
      readonly code: string;
      readonly badge: string;
      readonly email?: string;
      readonly uai?: string;
    };

export type IssueLine =
  | {
      readonly kind: 'issued' | 'reissued';
      readonly credential: string;
      readonly badge: string;
      readonly email?: string;
      readonly uai?: string;
    }
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly reason: string;
      readonly badge: string;
      readonly email?: string;
      readonly uai?: string;
    };

/** A signed badge that no longer agrees with the records. It was or would be signed again, or it waits for a
 *  decision. */
export interface CorrectionLine {
  readonly kind: 're-signed' | 'misstated' | 'to-decide';
  readonly credential: string;
  readonly badge: string;
  readonly email?: string;
  readonly uai?: string;
  /** The parts of the badge that differ. */
  readonly of?: readonly Misstated[];
  /** Signed sentences, and the sentences that replace them. */
  readonly said?: readonly string[];
  readonly willSay?: readonly string[];
  /** For a badge to decide on: the day as of which it was judged, and whether it would be met today. */
  readonly on?: string;
  readonly metToday?: boolean;
}

export function toCorrectionLine(origin: string, outcome: ReSignOutcome): CorrectionLine {
  const { award, credential, found, label, reSigned } = outcome;
  const common = { credential: credentialUrl(origin, credential.id), badge: award.achievement, ...label };
  if (found.kind === 'to-decide') {
    return { kind: 'to-decide', ...common, on: found.on, metToday: found.metToday };
  }
  return { kind: reSigned ? 're-signed' : 'misstated', ...common, ...found.misstatement };
}

export interface AcceptLine {
  readonly kind: 'accepted';
  readonly credential: string;
  readonly visibility: string;
  readonly name: string;
  readonly form: string;
  readonly schools: boolean;
  readonly email: boolean;
}

export function toGrantLine(outcome: GrantOutcome): GrantLine {
  if (outcome.kind === 'skipped') {
    return { kind: 'skipped', ...outcome.label, badge: outcome.achievement, code: outcome.code };
  }
  const { kind, award, label } = outcome;
  return {
    kind,
    // In a dry run there is no award that the id could name.
    ...(kind === 'granted' && { award: award.id }),
    ...label,
    badge: award.achievement,
    ...(award.validUntil && { validUntil: award.validUntil }),
  };
}

export function toIssueLine(origin: string, outcome: IssueOutcome | ReissueOutcome): IssueLine {
  const common = { ...outcome.label, badge: outcome.award.achievement };
  if (outcome.kind !== 'failed') {
    return { kind: outcome.kind, credential: credentialUrl(origin, outcome.id), ...common };
  }
  const { code, params } = outcome.error;
  return { kind: 'failed', code, reason: JSON.stringify(params), ...common };
}

export function toAcceptLine(origin: string, { id, choice }: IssuedCredential): AcceptLine {
  return {
    kind: 'accepted',
    credential: credentialUrl(origin, id),
    visibility: choice.visibility,
    name: choice.name,
    form: choice.form,
    schools: choice.showSchools,
    email: choice.emailIdentifier,
  };
}
