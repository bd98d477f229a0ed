import { FACTS_RETENTION_SCHOOL_YEARS, LONGEST_HOLD_DAYS } from '../../../domain/retention.ts';
import { UPTIME_DAYS_NEEDED } from '../../../domain/time/confirmed-uptime-days.ts';
import type {
  retentionDoneTexts as doneTexts,
  retentionTexts as fr,
  retentionTableTexts as tableTexts,
} from '../../fr/dane/retention.ts';

/** What the retention will delete, and holding it back. */
export const retentionTexts: typeof fr = {
  title: 'Retention of facts',
  link: 'Announced deletions',
  rule: `The facts of a person (engagements, attendances, progress reviews, contributions, classes entered for a project) are deleted ${FACTS_RETENTION_SCHOOL_YEARS} school years after the last one. Their badges stay. A deletion is announced here, and happens only after ${UPTIME_DAYS_NEEDED} different days on which the service ran and nothing cast doubt on its clock.`,
  next: (day, people) =>
    people === 0
      ? `On ${day}, nobody else reaches this term.`
      : `On ${day}, ${people === 1 ? 'one person reaches' : `${people} people reach`} this term.`,
  none: 'No deletion is announced.',
  announced: 'Announced',
  count: (people) => (people === 1 ? 'One person is concerned.' : `${people} people are concerned.`),
  shown: (shown) => `The first ${shown} are named here.`,
  lived: (days) => `${days} of ${UPTIME_DAYS_NEEDED} days counted since the first announcement.`,
  name: 'Name',
  announcedOn: 'Announced on',
  engagements: 'Engagements',
  attended: 'Attendances',
  reviews: 'Progress reviews',
  contributions: 'Contributions',
  participations: 'Entries of classes',
  holdTitle: 'Hold the deletions back',
  holdLede: `The deletions can be held back, with a reason, for at most ${LONGEST_HOLD_DAYS} days in all.`,
  held: (day, by, reason) => `Held back until ${day} by ${by}. Reason: ${reason}`,
  untilOn: 'Hold back until',
  untilHelp: (day) => `${day} at the latest.`,
  reason: 'Reason',
  hold: 'Hold back',
  endHold: 'Resume the deletions',
};

/** Said on the page that follows an act. */
export const retentionDoneTexts: typeof doneTexts = {
  'retention-held': 'The deletions are held back.',
  'retention-hold-ended': 'The deletions resume at their time.',
};

/** The names of its tables in an export. */
export const retentionTableTexts: typeof tableTexts = {
  retention_notice: 'Announced deletion of my facts',
};
