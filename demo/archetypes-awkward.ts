import { attended } from './events.ts';
import {
  between,
  contribution,
  type GroupStory,
  openFrom,
  type PlannedConfirmation,
  review,
  type Story,
  selfReport,
  split,
  yearly,
} from './story.ts';

/** The awkward cases of the field: engagements that wait, clash or do not count. */

const NO_STORY: Story = { segments: [], attended: [], reviews: [], contributions: [] };

const requestedOn = (day: string, missions = 'A1 C2 D2'): Story => ({
  ...NO_STORY,
  segments: [openFrom(day, split(missions), { confirmation: 'demandee' })],
});

/** The request has had no answer for a week. */
export function requestedRecently(): Story {
  return requestedOn('2026-11-16');
}

/** The request has had no answer for 19 days: past the first reminder. */
export function requestedBeforeFirstReminder(): Story {
  return requestedOn('2026-11-05', 'A1 A3 E1');
}

/** The request has had no answer for 35 days. The second reminder was sent, so the DANE may confirm. */
export function requestedBeforeSecondReminder(): Story {
  return requestedOn('2026-10-20', 'B1 C4 D1');
}

/** The request has had no answer for two and a half months. Before it there is a confirmed year. */
export function requestedSinceSeptember(): Story {
  const requested = requestedOn('2026-09-01').segments;
  return {
    ...NO_STORY,
    segments: [...yearly([2025, 2025], split('A1 C2 D2')), ...requested],
    reviews: [review('2026-06-22')],
  };
}

/** The engagement began on 31 March. Its 92 days have no value yet, and are shown as under way. */
export function begunInSpring(): Story {
  const segments = [openFrom('2026-03-31', split('A1 D1 E1'))];
  return { ...NO_STORY, segments, attended: [attended(2025, 'classeVirtuelle')] };
}

/** The engagement covers only July and August, outside of every reference window. */
export function summerOnly(): Story {
  return { ...NO_STORY, segments: [between('2026-07-01', '2026-08-31', split('C1 C2 C4'))] };
}

/** The engagement begins in January 2027, and has no effect before. */
export function nextYear(): Story {
  return { ...NO_STORY, segments: [openFrom('2027-01-04', split('A1 A2 D1'), { confirmation: 'demandee' })] };
}

/** The principal contests the whole engagement. */
export function contested(): Story {
  return {
    ...NO_STORY,
    segments: yearly([2024, 2025], split('A1 B1 C1'), { confirmation: 'contestee' }),
    reviews: [review('2026-06-25')],
  };
}

/** Two years in a row have a written report: the second one does not count. */
export function twoSelfReports(): Story {
  return {
    ...NO_STORY,
    segments: [...yearly([2025, 2025], split('A1 E1')), openFrom('2026-09-01', split('A1 E1'))],
    reviews: [selfReport('2026-06-29'), selfReport('2026-11-12')],
  };
}

/** Two engagements overlap after a change of missions: a day counts once. */
export function overlapping(): Story {
  return {
    ...NO_STORY,
    segments: [
      between('2024-09-01', '2025-06-30', split('A1 C2')),
      between('2025-02-01', '2026-08-31', split('A1 A2 D3')),
    ],
    attended: [attended(2025, 'accompagnement', { proof: 1 })],
    reviews: [review('2026-06-26')],
  };
}

/** Tablets, with two authorisations of three months each. */
export function authorisedTwice(): Story {
  return {
    ...NO_STORY,
    segments: yearly([2025, 2025], split('A1 C7 C8', 'referent-tablettes')),
    reviews: [review('2026-05-21')],
    authorisations: [
      { mission: 'C7', from: '2025-09-01', to: '2025-11-30' },
      { mission: 'C7', from: '2026-01-05', to: '2026-03-31' },
      { mission: 'C8', from: '2026-05-04' },
    ],
  };
}

/** C9, which is recorded but does not count, a role without its mission, and a confirmation without its
 *  author. */
export function untidy(): Story {
  const work = split('C9 D2 D3', 'referent-site');
  return {
    ...NO_STORY,
    segments: yearly([2025, 2025], work, { anonymous: true }),
    attended: [attended(2025, 'rentree', { proof: 0, hours: 4 })],
    reviews: [],
    contributions: [contribution('valorisation', '2026-07-06'), contribution('projet', '2020-12-10')],
  };
}

/** A RUPN of several years who joined the DANE later. */
export function becameAgent(): Story {
  return {
    ...NO_STORY,
    segments: yearly([2020, 2023], split('A1 A2 B1 D1 E1')),
    attended: [attended(2022, 'rencontre'), attended(2023, 'rencontre'), attended(2023, 'capsules')],
  };
}

const contact = (from: string, confirmation: PlannedConfirmation): Story => ({
  ...NO_STORY,
  segments: [openFrom(from, split('A1 D1 D2', 'contact-dane'), { confirmation })],
  attended: [attended(2025, 'rencontre')],
});

/** One contact is confirmed and a second person asks for the same role. This must be settled before
 *  confirming. */
export function contactConflict(): GroupStory {
  const members = [contact('2025-09-01', 'confirmee'), contact('2026-09-01', 'demandee')];
  return { members, meetings: ['2026-02-10'] };
}

/** The file contains both as confirmed. The import keeps the second as requested and reports the clash. */
export function conflictInTheFile(): GroupStory {
  const members = [contact('2024-09-01', 'confirmee'), contact('2026-09-01', 'confirmee')];
  return { members, meetings: [] };
}
