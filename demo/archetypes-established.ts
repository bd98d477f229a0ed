import { attended } from './events.ts';
import { between, contribution, openFrom, review, type Story, split, yearly } from './story.ts';

/** Stories about RUPN-CONF: an engagement that lasts, stops, moves, or misses one requirement. */

const BROAD = split('A1 A2 B1 C1 D2 E1');
const NO_STORY: Story = { segments: [], attended: [], reviews: [], contributions: [] };

/** Four years at one school, all in order: earns RUPN-CONF. */
export function established(): Story {
  return {
    ...NO_STORY,
    segments: [...yearly([2022, 2025], BROAD), openFrom('2026-09-01', BROAD)],
    attended: [
      attended(2023, 'rencontre'),
      attended(2024, 'accompagner'),
      attended(2024, 'classeVirtuelle', { proof: 1 }),
      attended(2025, 'ent', { proof: 2 }),
    ],
    reviews: [review('2026-06-02')],
    contributions: [contribution('prise-en-main', '2025-11-20')],
  };
}

/** Two years, a gap of two years, two years again. The years before the gap still count. */
export function interrupted(): Story {
  return {
    ...NO_STORY,
    segments: [...yearly([2020, 2021], BROAD), ...yearly([2024, 2025], BROAD)],
    attended: [attended(2020, 'rencontre'), attended(2024, 'capsules'), attended(2025, 'rencontre')],
    reviews: [review('2026-06-08')],
  };
}

/** Moved to another school on 1 February: 153 + 150 days make a whole year. */
export function moved(): Story {
  return {
    ...NO_STORY,
    segments: [
      ...yearly([2022, 2022], BROAD),
      between('2023-09-01', '2024-01-31', BROAD),
      between('2024-02-01', '2024-08-31', BROAD, { place: 'second' }),
      ...yearly([2024, 2025], BROAD, { place: 'second' }),
    ],
    attended: [attended(2022, 'rencontre'), attended(2024, 'capsules'), attended(2024, 'classeVirtuelle')],
    reviews: [review('2026-05-28', 'second')],
  };
}

/** Two schools at once: days count once. */
export function twoSchools(): Story {
  return {
    ...NO_STORY,
    segments: [
      ...yearly([2023, 2025], split('A1 B1')),
      ...yearly([2023, 2025], split('C2 D1 D2'), { place: 'second' }),
    ],
    attended: [attended(2024, 'rencontre'), attended(2025, 'capsules'), attended(2025, 'rencontre')],
    reviews: [review('2026-06-05'), review('2026-06-12', 'second')],
  };
}

/** Only training hours are missing: 10 of 12. */
export function hoursShort(): Story {
  const trainings = [attended(2024, 'accompagner'), attended(2025, 'ia')];
  return {
    ...established(),
    attended: [...trainings, attended(2023, 'rencontre'), attended(2024, 'rencontre')],
  };
}

/** Only family A is missing. */
export function withoutFamilyA(): Story {
  const work = split('B1 B2 C1 D2 E1');
  return { ...established(), segments: [...yearly([2022, 2025], work), openFrom('2026-09-01', work)] };
}

/** Only a second meeting with the DANE is missing: two events are in one year, and a third is only
 *  declared. */
export function oneMeeting(): Story {
  return {
    ...established(),
    attended: [
      attended(2024, 'capsules'),
      attended(2024, 'rencontre'),
      attended(2024, 'classeVirtuelle'),
      attended(2025, 'rencontre', { proof: 0 }),
    ],
  };
}

/** Only a third reviewed year is missing. */
export function missedReview(): Story {
  return { ...established(), segments: yearly([2023, 2025], BROAD), reviews: [] };
}

/** Only the duration is missing: the third year was contested. */
export function contestedYear(): Story {
  const contested = yearly([2025, 2025], BROAD, { confirmation: 'contestee' });
  return { ...established(), segments: [...yearly([2023, 2024], BROAD), ...contested] };
}

/** Only recency is missing: the engagement stopped in 2023, but the trainings continue. */
export function stoppedLongAgo(): Story {
  return {
    ...established(),
    segments: yearly([2020, 2022], BROAD),
    attended: [
      attended(2021, 'rencontre'),
      attended(2022, 'rencontre'),
      attended(2024, 'accompagner'),
      attended(2025, 'accompagner'),
    ],
    reviews: [],
    contributions: [],
  };
}
