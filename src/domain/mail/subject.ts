import type { IdentityProviderId } from '../access/signed-in-identity.ts';
import { type Role, SINGLE_ROLES } from '../engagement/mission.ts';
import type { Instant } from '../time/calendar.ts';
import type { Uai } from '../uai.ts';

/** The outcome of a single role that two people wanted: taken off the holder, given to the newcomer, or
 *  refused to them. */
export const ROLE_OUTCOMES = ['role-lost', 'role-given', 'role-refused'] as const;
export type RoleOutcome = (typeof ROLE_OUTCOMES)[number];

/** Events in the life of a badge that its holder already knows about. */
export const BADGE_EVENTS = [
  'suspended',
  'resumed',
  'revoked',
  'signed-anew',
  'ends-in-six-months',
  'ends-in-a-month',
  'unanswered',
] as const;
export type BadgeEvent = (typeof BADGE_EVENTS)[number];

/** How much of a contest stands after the decision of the DANE. One that is lifted has no such subject. */
const STANDING_PARTS = ['whole', 'part'] as const;

/** What each kind of subject is named by. */
interface SubjectIds extends Readonly<Record<RoleOutcome, Role>> {
  /** An engagement by its reference, or a badge by its id. */
  readonly record: string;
  /** Everything that waits at a school when the mail is written. */
  readonly school: Uai;
  /** The contest of the engagement stands. */
  readonly standing: (typeof STANDING_PARTS)[number];
  /** A proposed or decided change of an engagement. */
  readonly change: string;
  /** Missions that a principal proposes, for the person. */
  readonly proposed: string;
  /** The answer to such a proposal, for its author. */
  readonly answered: string;
  readonly 'criteria-draft': string;
  /** A yearly report that was acknowledged, by its year and school. */
  readonly report: `${number} ${string}`;
  readonly support: string;
  /** The yearly meeting in a school. */
  readonly meeting: string;
  /** An event to which the mail invites, by its code. */
  readonly invited: string;
  /** An event whose invitation is taken back, by its code. */
  readonly uninvited: string;
  /** A sign-in that was linked to a person's record: its provider, and the instant. */
  readonly linked: `${IdentityProviderId} ${Instant}`;
  /** A message of the DANE to the network. */
  readonly message: string;
  /** A part of the badge that was wrong, so that the badge was signed again. */
  readonly corrected: string;
  /** The badge is named by another subject. */
  readonly event: BadgeEvent;
}

/** One thing that a mail is about. */
export type MailSubject = {
  readonly [Kind in keyof SubjectIds]: { readonly kind: Kind; readonly id: SubjectIds[Kind] };
}[keyof SubjectIds];

/** The values of the kinds that have few. */
const KNOWN_IDS: Partial<Record<string, readonly string[]>> = {
  event: BADGE_EVENTS,
  standing: STANDING_PARTS,
  ...Object.fromEntries(ROLE_OUTCOMES.map((outcome) => [outcome, SINGLE_ROLES])),
};

const NAMED_KINDS: readonly string[] = [
  ...ROLE_OUTCOMES,
  'school',
  'standing',
  'change',
  'proposed',
  'answered',
  'criteria-draft',
  'report',
  'support',
  'meeting',
  'invited',
  'uninvited',
  'linked',
  'message',
  'corrected',
  'event',
] satisfies readonly Exclude<keyof SubjectIds, 'record'>[];

/** The text that is stored for a subject. It is a code, never words. */
export function formatSubject({ kind, id }: MailSubject): string {
  return kind === 'record' ? id : `${kind}:${id}`;
}

/** The subject of a stored text. A text that names no kind is the id of a record. */
export function parseSubject(text: string): MailSubject {
  const [, kind = '', id = ''] = /^([a-z-]+):(.*)$/s.exec(text) ?? [];
  const isNamed = NAMED_KINDS.includes(kind) && (KNOWN_IDS[kind]?.includes(id) ?? true);
  return isNamed ? ({ kind, id } as MailSubject) : { kind: 'record', id: text };
}
