import { type Role, SINGLE_ROLES } from '../engagement/mission.ts';
import type { Uai } from '../uai.ts';

/** Subjects of a mail other than segments and credentials. They are codes, never words. */

const SCHOOL = 'school:';

/** The subject of a mail about everything that waits at a school at the time of writing. */
export function schoolSubject(uai: Uai): string {
  return `${SCHOOL}${uai}`;
}

/** The school whose requests the mail is about; undefined where the subjects are segments. */
export function schoolOfSubjects(subjectIds: readonly string[]): Uai | undefined {
  const found = subjectIds.find((id) => id.startsWith(SCHOOL));
  return found?.slice(SCHOOL.length) as Uai | undefined;
}

/** The outcome of a single role that two people wanted: taken off the holder, given to the newcomer, or
 *  refused to them. */
export const ROLE_OUTCOMES = ['role-lost', 'role-given', 'role-refused'] as const;
export type RoleOutcome = (typeof ROLE_OUTCOMES)[number];

/** The subject of a mail about such an outcome. */
export function roleSubject(outcome: RoleOutcome, role: Role): string {
  return `${outcome}:${role}`;
}

/** Every role that the subjects name, with its outcome. */
export function rolesOfSubjects(
  subjectIds: readonly string[],
): readonly { readonly outcome: RoleOutcome; readonly role: Role }[] {
  return ROLE_OUTCOMES.flatMap((outcome) =>
    SINGLE_ROLES.filter((role) => subjectIds.includes(roleSubject(outcome, role))).map((role) => ({
      outcome,
      role,
    })),
  );
}

const CHANGED = 'change:';

/** The subject of a mail about a proposed or decided change of a segment. */
export function changeSubject(proposalId: string): string {
  return `${CHANGED}${proposalId}`;
}

/** The changes that the mail is about; none where it is about the segment itself. */
export function changesOfSubjects(subjectIds: readonly string[]): readonly string[] {
  return subjectIds.filter((id) => id.startsWith(CHANGED)).map((id) => id.slice(CHANGED.length));
}

const PROPOSED = 'proposed:';
const ANSWERED = 'answered:';

/** The subject of a mail about missions that a principal proposes, to the person. */
export function proposedSubject(proposalId: string): string {
  return `${PROPOSED}${proposalId}`;
}

/** The id of the proposal that the mail is about, if there is one. */
export function proposedOfSubjects(subjectIds: readonly string[]): string | undefined {
  return subjectIds.find((id) => id.startsWith(PROPOSED))?.slice(PROPOSED.length);
}

/** The subject of a mail about the answer to such a proposal, to its author. */
export function answeredSubject(proposalId: string): string {
  return `${ANSWERED}${proposalId}`;
}

/** The id of the answered proposal that the mail is about, if there is one. */
export function answeredOfSubjects(subjectIds: readonly string[]): string | undefined {
  return subjectIds.find((id) => id.startsWith(ANSWERED))?.slice(ANSWERED.length);
}

const SUPPORT = 'support:';

/** The subject of a mail about a request of support. */
export function supportSubject(requestId: string): string {
  return `${SUPPORT}${requestId}`;
}

/** The id of the request of support that the mail is about, if there is one. */
export function supportOfSubjects(subjectIds: readonly string[]): string | undefined {
  return subjectIds.find((id) => id.startsWith(SUPPORT))?.slice(SUPPORT.length);
}

const MEETING = 'meeting:';

/** The subject of a mail about the yearly meeting in a school. */
export function meetingSubject(meetingId: string): string {
  return `${MEETING}${meetingId}`;
}

/** The id of the meeting that the mail is about, if there is one. */
export function meetingOfSubjects(subjectIds: readonly string[]): string | undefined {
  return subjectIds.find((id) => id.startsWith(MEETING))?.slice(MEETING.length);
}

const INVITED = 'invited:';
const UNINVITED = 'uninvited:';

/** The subject of a mail that invites to an event. */
export function invitedSubject(eventCode: string): string {
  return `${INVITED}${eventCode}`;
}

/** The code of the event to which the mail invites, if it is an invitation. */
export function invitedOfSubjects(subjectIds: readonly string[]): string | undefined {
  return subjectIds.find((id) => id.startsWith(INVITED))?.slice(INVITED.length);
}

/** The subject of a mail that takes an invitation back. */
export function uninvitedSubject(eventCode: string): string {
  return `${UNINVITED}${eventCode}`;
}

/** The code of the event whose invitation the mail takes back, if it does so. */
export function uninvitedOfSubjects(subjectIds: readonly string[]): string | undefined {
  return subjectIds.find((id) => id.startsWith(UNINVITED))?.slice(UNINVITED.length);
}

const CORRECTED = 'corrected:';

/** The subjects for a badge that was signed again because these parts of it were wrong. */
export function correctionSubjects(of: readonly string[]): readonly string[] {
  return of.map((part) => `${CORRECTED}${part}`);
}

/** The parts of the badge that were corrected; none where the mail announces a new badge. */
export function correctionsOfSubjects(subjectIds: readonly string[]): readonly string[] {
  return subjectIds.filter((id) => id.startsWith(CORRECTED)).map((id) => id.slice(CORRECTED.length));
}

const DRAFTED = 'criteria-draft:';

/** The subject of a mail about a draft of criteria. */
export function criteriaDraftSubject(draftId: string): string {
  return `${DRAFTED}${draftId}`;
}

/** The id of the draft that the mail is about, if there is one. */
export function criteriaDraftOfSubjects(subjectIds: readonly string[]): string | undefined {
  return subjectIds.find((id) => id.startsWith(DRAFTED))?.slice(DRAFTED.length);
}

/** Events in the life of a badge that its holder already knows about. */
export const BADGE_EVENTS = [
  'suspended',
  'resumed',
  'revoked',
  'ends-in-six-months',
  'ends-in-a-month',
] as const;
export type BadgeEvent = (typeof BADGE_EVENTS)[number];
const EVENT = 'event:';

/** The subject of a mail about an event of a badge. The mail also has the credential as a subject. */
export function eventSubject(event: BadgeEvent): string {
  return `${EVENT}${event}`;
}

/** The event that the mail is about; undefined where it announces a new badge or a correction. */
export function eventOfSubjects(subjectIds: readonly string[]): BadgeEvent | undefined {
  return BADGE_EVENTS.find((event) => subjectIds.includes(eventSubject(event)));
}
