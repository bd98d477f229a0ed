import { IDENTITY_PROVIDER_IDS, type IdentityProviderId } from '../access/signed-in-identity.ts';
import { type Role, SINGLE_ROLES } from '../engagement/mission.ts';

import { type CredentialId, parseCredentialId } from '../ids.ts';
import { type Instant, toInstant } from '../time/calendar.ts';
import type { SchoolYear } from '../time/school-year.ts';
import type { Uai } from '../uai.ts';
import {
  BADGE_EVENTS,
  type BadgeEvent,
  type MailSubject,
  parseSubject,
  ROLE_OUTCOMES,
  type RoleOutcome,
} from './subject.ts';
import type { MailToWrite } from './types.ts';

interface OfBadge {
  /** Undefined if the mail names no badge: nothing is then left to say. */
  readonly credentialId: CredentialId | undefined;
}

/** What a mail tells. `confirmation`: the engagements that wait, or all that wait at the school. */
export type MailAbout =
  | {
      readonly kind: 'confirmation';
      readonly isReminder: boolean;
      readonly uai: Uai | undefined;
      readonly references: readonly string[];
    }
  | ({ readonly kind: 'award' } & OfBadge)
  | ({ readonly kind: 'badge-event'; readonly event: BadgeEvent } & OfBadge)
  | ({ readonly kind: 'badge-correction'; readonly parts: readonly string[] } & OfBadge)
  | {
      readonly kind: 'segment-decision';
      readonly references: readonly string[];
      readonly roles: readonly { readonly outcome: RoleOutcome; readonly role: Role }[];
      /** Whether the DANE decided that the contest stands, as a whole or in part. */
      readonly isContested: boolean;
    }
  | { readonly kind: 'change-decision'; readonly proposalIds: readonly string[] }
  | { readonly kind: 'criteria-draft'; readonly draftId: string }
  | { readonly kind: 'missions-proposed' | 'missions-answered'; readonly proposalId: string }
  | { readonly kind: 'report-received'; readonly schoolYear: SchoolYear; readonly uai: Uai }
  | { readonly kind: 'contest'; readonly references: readonly string[] }
  | { readonly kind: 'support'; readonly requestId: string }
  | { readonly kind: 'meeting'; readonly meetingId: string }
  | {
      readonly kind: 'account-linked';
      /** Undefined if the subject names no provider that the service knows. */
      readonly linked: { readonly provider: IdentityProviderId; readonly at: Instant } | undefined;
    }
  | { readonly kind: 'message'; readonly messageId: string }
  | { readonly kind: 'invitation' | 'invitation-taken-back'; readonly eventCode: string };

/** The kinds of `MailAbout` with their data. */
export type AboutOf<Kind extends MailAbout['kind']> = Extract<MailAbout, { readonly kind: Kind }>;

/** Reads what a stored mail tells from its kind and its subjects. */
export function aboutOf({ kind, subjectIds }: Pick<MailToWrite, 'kind' | 'subjectIds'>): MailAbout {
  const subjects = subjectIds.map(parseSubject);
  const [uai] = idsOf(subjects, 'school');
  const references = idsOf(subjects, 'record');
  switch (kind) {
    case 'confirmation-request':
    case 'confirmation-reminder':
      return {
        kind: 'confirmation',
        isReminder: kind === 'confirmation-reminder',
        uai: uai as Uai | undefined,
        references,
      };
    case 'award':
      return aboutBadge(subjects, subjectIds[0]);
    case 'decision':
      return aboutDecision(subjects, references);
    case 'contest':
      return { kind: 'contest', references };
    case 'support': {
      const [meetingId] = idsOf(subjects, 'meeting');
      const [requestId = ''] = idsOf(subjects, 'support');
      return meetingId === undefined ? { kind: 'support', requestId } : { kind: 'meeting', meetingId };
    }
    case 'account':
      return { kind: 'account-linked', linked: parseLinked(idsOf(subjects, 'linked')[0]) };
    case 'message': {
      const [messageId = ''] = idsOf(subjects, 'message');
      return { kind: 'message', messageId };
    }
    case 'invitation': {
      const [takenBack] = idsOf(subjects, 'uninvited');
      const [eventCode = ''] = idsOf(subjects, 'invited');
      return takenBack === undefined
        ? { kind: 'invitation', eventCode }
        : { kind: 'invitation-taken-back', eventCode: takenBack };
    }
  }
}

function parseLinked(id = ''): AboutOf<'account-linked'>['linked'] {
  const [name, at = ''] = id.split(' ');
  const provider = IDENTITY_PROVIDER_IDS.find((one) => one === name);
  const time = Date.parse(at);
  return provider && !Number.isNaN(time) ? { provider, at: toInstant(new Date(time)) } : undefined;
}

function aboutBadge(subjects: readonly MailSubject[], first = ''): MailAbout {
  const credentialId = parseCredentialId(first);
  const parts = idsOf(subjects, 'corrected');
  if (parts.length > 0) return { kind: 'badge-correction', credentialId, parts };
  const named = idsOf(subjects, 'event');
  const event = BADGE_EVENTS.find((one) => named.includes(one));
  return event ? { kind: 'badge-event', credentialId, event } : { kind: 'award', credentialId };
}

function aboutDecision(subjects: readonly MailSubject[], references: readonly string[]): MailAbout {
  const proposalIds = idsOf(subjects, 'change');
  if (proposalIds.length > 0) return { kind: 'change-decision', proposalIds };
  const [draftId] = idsOf(subjects, 'criteria-draft');
  if (draftId) return { kind: 'criteria-draft', draftId };
  const [report] = idsOf(subjects, 'report');
  if (report) {
    const [year = '', uai = ''] = report.split(' ');
    return { kind: 'report-received', schoolYear: Number(year), uai: uai as Uai };
  }
  const [answered] = idsOf(subjects, 'answered');
  if (answered) return { kind: 'missions-answered', proposalId: answered };
  const [proposed] = idsOf(subjects, 'proposed');
  if (proposed) return { kind: 'missions-proposed', proposalId: proposed };
  const roles = ROLE_OUTCOMES.flatMap((outcome) => {
    const named = idsOf(subjects, outcome);
    return SINGLE_ROLES.filter((role) => named.includes(role)).map((role) => ({ outcome, role }));
  });
  const isContested = idsOf(subjects, 'standing').length > 0;
  return { kind: 'segment-decision', references, roles, isContested };
}

function idsOf(subjects: readonly MailSubject[], kind: MailSubject['kind']): readonly string[] {
  return subjects.flatMap((one) => (one.kind === kind ? [one.id] : []));
}
