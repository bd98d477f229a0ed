import { attended } from './events.ts';
import { between, openFrom, review, type Story, selfReport, split, yearly } from './story.ts';

/** Stories about RUPN-ENG: a first whole year, or the reason why it is not whole. */

const NO_STORY: Story = { segments: [], attended: [], reviews: [], contributions: [] };

/** One whole year, reviewed: earns RUPN-ENG. */
export function committed(): Story {
  const work = split('A1 A3 D1 D2');
  return {
    ...NO_STORY,
    segments: [...yearly([2025, 2025], work), openFrom('2026-09-01', work)],
    attended: [attended(2025, 'rentree')],
    reviews: [review('2026-06-09')],
  };
}

/** The principal never answered; the DANE confirmed on documents and acknowledged a written report. */
export function confirmedByDane(): Story {
  const work = split('A1 B2 C2');
  return {
    ...NO_STORY,
    segments: yearly([2025, 2025], work, { confirmation: 'confirmee-dane' }),
    reviews: [selfReport('2026-06-24')],
  };
}

/** Confirmed with a reservation, which counts all the same. */
export function confirmedWithReservation(): Story {
  const reservation = 'Lien avec la collectivité à partager avec la gestionnaire à partir de janvier.';
  return {
    ...NO_STORY,
    segments: yearly([2025, 2025], split('A1 C1 C2 D3'), {
      confirmation: 'confirmee-avec-reserve',
      reservation,
    }),
    reviews: [review('2026-05-19')],
  };
}

/** Two half years, two years apart, add up to one. */
export function addedHalves(): Story {
  const work = split('A1 D1 D2');
  return {
    ...NO_STORY,
    segments: [between('2024-01-05', '2024-08-31', work), openFrom('2026-01-05', work)],
    reviews: [review('2026-06-16')],
  };
}

/** Exactly 200 days: one whole year. */
export function twoHundredDays(): Story {
  const segments = [between('2025-09-01', '2026-03-19', split('A1 A2 E1'))];
  return { ...NO_STORY, segments, reviews: [review('2026-03-17')] };
}

/** Only the duration is missing: 199 days make half a year. */
export function oneDayShort(): Story {
  const segments = [between('2025-09-01', '2026-03-18', split('A1 A2 E1'))];
  return { ...NO_STORY, segments, reviews: [review('2026-03-17')] };
}

/** Only the duration is missing: began on 5 January, 177 days, half a year. */
export function lateStart(): Story {
  const segments = [openFrom('2026-01-05', split('A1 A2 C1 D1'))];
  return { ...NO_STORY, segments, reviews: [review('2026-06-11')] };
}

/** Only the second family is missing: two years of tools and nothing else. */
export function oneFamily(): Story {
  return {
    ...NO_STORY,
    segments: yearly([2024, 2025], split('C1 C2 C3 C4')),
    reviews: [review('2026-06-04')],
  };
}

/** Only the second family is missing: family C was carried without the local authority's authorisation. */
export function unauthorised(): Story {
  return {
    ...NO_STORY,
    segments: yearly([2025, 2025], split('A1 C5 C6')),
    reviews: [review('2026-06-18')],
  };
}

/** The same work with the authorisation: earns RUPN-ENG. */
export function authorised(): Story {
  return { ...unauthorised(), authorisations: [{ mission: 'C6', from: '2025-09-01', to: '2027-08-31' }] };
}

/** Only the review is missing. */
export function notReviewed(): Story {
  const work = split('A1 B1 D2');
  return { ...NO_STORY, segments: [...yearly([2025, 2025], work), openFrom('2026-09-01', work)] };
}
