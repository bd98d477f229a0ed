import type { IssuedCredential } from '../domain/award/award-types.ts';
import { credentialUrl } from '../openbadges/addresses.ts';
import type { GrantOutcome } from './grant-awards.ts';
import type { IssueOutcome } from './issue-credentials.ts';
import type { ReissueOutcome } from './reissue-compromised.ts';

/** The lines that the command line prints with `--json` and that the API answers: one shape for both. */
export type GrantLine =
  | {
      readonly kind: 'granted';
      readonly award: string;
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

export interface AcceptLine {
  readonly kind: 'accepted';
  readonly credential: string;
  readonly visibility: string;
  readonly name: string;
  readonly schools: boolean;
  readonly email: boolean;
}

export function toGrantLine(outcome: GrantOutcome): GrantLine {
  if (outcome.kind === 'skipped') {
    return { kind: 'skipped', ...outcome.label, badge: outcome.achievement, code: outcome.code };
  }
  const { award, label } = outcome;
  return {
    kind: 'granted',
    award: award.id,
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
    schools: choice.showSchools,
    email: choice.emailIdentifier,
  };
}
