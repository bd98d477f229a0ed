import type { MailAbout } from './about.ts';
import type { BadgeEvent } from './subject.ts';

/** When a mail leaves. `at-once`: as soon as the mail server accepts it, at any hour. Others see the bad news
 *  at once, so the person must not hear it from them. `daily`: in the person's letter of the day (docs/adr/0055). */
export type MailTiming = 'at-once' | 'daily';

type TimedKind = Exclude<MailAbout['kind'], 'badge-event' | 'segment-decision'>;

/** One row for each kind of mail. A new kind doesn't compile without one. */
const TIMINGS: Readonly<Record<TimedKind, MailTiming>> = {
  contest: 'at-once',
  'account-linked': 'at-once',
  confirmation: 'daily',
  award: 'daily',
  'badge-correction': 'daily',
  'change-decision': 'daily',
  'criteria-draft': 'daily',
  'missions-proposed': 'daily',
  'missions-answered': 'daily',
  'report-received': 'daily',
  support: 'daily',
  meeting: 'daily',
  message: 'daily',
  invitation: 'daily',
  'invitation-taken-back': 'daily',
};

/** The end of a suspension is good news. After a reissue for a compromised key, files of the badge no longer verify. */
const BADGE_EVENT_TIMINGS: Readonly<Record<BadgeEvent, MailTiming>> = {
  suspended: 'at-once',
  revoked: 'at-once',
  'signed-anew': 'at-once',
  resumed: 'daily',
  'ends-in-six-months': 'daily',
  'ends-in-a-month': 'daily',
  unanswered: 'daily',
};

/** When a mail about this leaves. A contest that stands is bad news, and one that is lifted is good news. */
export function mailTiming(about: MailAbout): MailTiming {
  switch (about.kind) {
    case 'badge-event':
      return BADGE_EVENT_TIMINGS[about.event];
    case 'segment-decision':
      return about.isContested ? 'at-once' : 'daily';
    default:
      return TIMINGS[about.kind];
  }
}
