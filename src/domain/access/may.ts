import type { Recipient } from '../award/types.ts';
import type { PersonId } from '../ids.ts';
import type { Profile } from '../records.ts';
import type { Uai } from '../uai.ts';

/** The person who acts, as far as access depends on it. */
export interface Actor {
  readonly personId: PersonId;
  readonly profiles: readonly Profile[];
  /** Schools that they head, by the DANE's data or, where the ministry allows it, by their own
   *  declaration. */
  readonly heads: readonly Uai[];
}

/** The thing acted on, as far as access depends on it. */
export type Subject =
  | { readonly kind: 'service' }
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'establishment'; readonly uai: Uai }
  | { readonly kind: 'engagement'; readonly personId: PersonId; readonly uai: Uai }
  | { readonly kind: 'award'; readonly recipient: Recipient }
  /** The school with the RUPN who are engaged there now. */
  | { readonly kind: 'team'; readonly uai: Uai; readonly members: readonly PersonId[] };

/** Everything that a signed-in person can ask to do. */
export type Action =
  /** Use the service at all: sign out, see one's own sessions. */
  | 'use-account'
  /** See and keep one's own engagements, trainings, contributions and data. */
  | 'keep-own-record'
  /** Accept, decline, hide a badge, and choose what its page shows. */
  | 'choose-badge'
  /** See the split of missions of a school, its people and its documents. */
  | 'read-establishment'
  /** Plan reviews, record local actions and means, print documents. */
  | 'keep-establishment'
  /** Record the school's digital-education projects and the procedure sheets of its authorised actions. */
  | 'equip-establishment'
  /** Read the procedure sheet of an action that is authorised at the school. */
  | 'read-procedure'
  /** Confirm an engagement, end or change it, or decide on a proposal to do so. */
  | 'confirm-engagement'
  | 'confirm-on-documents'
  /** Read the motive of a contest and its answer. */
  | 'read-motive'
  | 'answer-contest'
  | 'decide-contest'
  /** See the register of all people, schools and events. */
  | 'read-register'
  | 'keep-register'
  /** Enter, change and validate facts in a person's record. */
  | 'keep-record'
  /** Grant or refuse a badge. */
  | 'decide-award'
  | 'revoke-credential'
  | 'adopt-criteria'
  | 'change-settings';

/** Decides every access (docs/rules.md, Who does what): people keep their own record, principals act for the
 *  schools they head, the DANE keeps the register and decides. People cannot decide about themselves. */
export function may(actor: Actor, action: Action, subject: Subject): boolean {
  const isDane = actor.profiles.includes('dane');
  switch (action) {
    case 'use-account':
      return true;
    case 'keep-own-record':
    case 'answer-contest':
      return isAbout(actor, subject);
    case 'choose-badge':
      return isAbout(actor, subject) || isOfOwnSchool(actor, subject);
    case 'read-establishment':
    case 'equip-establishment':
      return isOfOwnSchool(actor, subject) || isDane;
    case 'read-procedure':
      return isAbout(actor, subject) || isOfOwnSchool(actor, subject) || isDane;
    case 'keep-establishment':
      return isOfOwnSchool(actor, subject);
    case 'confirm-engagement':
      return isOfOwnSchool(actor, subject) && !isAbout(actor, subject);
    case 'read-motive':
      return isAbout(actor, subject) || isOfOwnSchool(actor, subject) || isDane;
    case 'confirm-on-documents':
    case 'keep-record':
    case 'decide-contest':
    case 'decide-award':
      return isDane && !isAbout(actor, subject);
    case 'read-register':
    case 'keep-register':
    case 'revoke-credential':
    case 'adopt-criteria':
    case 'change-settings':
      return isDane;
  }
}

function isAbout({ personId }: Actor, subject: Subject): boolean {
  switch (subject.kind) {
    case 'person':
    case 'engagement':
      return subject.personId === personId;
    case 'award':
      return subject.recipient.kind === 'person' && subject.recipient.personId === personId;
    case 'team':
      return subject.members.includes(personId);
    case 'service':
    case 'establishment':
      return false;
  }
}

function isOfOwnSchool({ heads }: Actor, subject: Subject): boolean {
  switch (subject.kind) {
    case 'establishment':
    case 'engagement':
    case 'team':
      return heads.includes(subject.uai);
    case 'award':
      return subject.recipient.kind === 'establishment' && heads.includes(subject.recipient.uai);
    case 'service':
    case 'person':
      return false;
  }
}
