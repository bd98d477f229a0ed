import { attended } from './events.ts';
import { contribution, openFrom, review, type Story, split, yearly } from './story.ts';

/** Stories about RUPN-EXP: five years and more, with or without one missing requirement. */

const FULL = split('A1 A2 A3 B1 C1 C4 D1 D4 E1 E3');

const MEETINGS = [2020, 2021, 2022, 2023, 2024, 2025].map((year) => attended(year, 'rencontre'));

/** Six years, every family, 36 hours, a colleague mentored: earns RUPN-EXP. */
export function guide(): Story {
  return {
    segments: [...yearly([2020, 2025], FULL), openFrom('2026-09-01', FULL)],
    attended: [
      ...MEETINGS,
      attended(2022, 'capsules'),
      attended(2023, 'accompagner'),
      attended(2024, 'ent'),
      attended(2025, 'capsules', { proof: 2 }),
    ],
    reviews: [review('2026-06-03'), review('2026-10-13')],
    contributions: [
      contribution('tutorat', '2025-12-04', { validated: true }),
      contribution('prise-en-main', '2024-10-10'),
      contribution('prise-en-main', '2025-03-13'),
      contribution('prise-en-main', '2025-11-27'),
    ],
  };
}

/** The same as `guide`, but by trainings given to other schools. */
export function guideByTraining(): Story {
  return {
    ...guide(),
    contributions: [
      contribution('formation-animee', '2025-02-06', { validated: true }),
      contribution('ressource', '2026-04-30', { linked: true }),
    ],
  };
}

/** The same as `guide`, but by a resource shared with the académie. */
export function guideByResource(): Story {
  const resource = contribution('ressource', '2026-03-12', { linked: true, validated: true });
  return { ...guide(), contributions: [resource] };
}

/** Only hours over the whole time are missing: 12 of the 36 have expired since September 2026. */
export function guideHoursExpired(): Story {
  return {
    ...guide(),
    attended: [
      ...MEETINGS,
      attended(2021, 'capsules'),
      attended(2023, 'accompagner'),
      attended(2024, 'ent'),
      attended(2025, 'capsules'),
    ],
  };
}

/** Only a validated contribution is missing: the DANE has not judged these yet. */
export function guideNotValidated(): Story {
  return {
    ...guide(),
    contributions: [
      contribution('tutorat', '2026-01-22'),
      contribution('ressource', '2026-05-07', { linked: true }),
    ],
  };
}

/** Only half a year is missing: four years and a half, RUPN-CONF earned long ago. */
export function guideHalfYearShort(): Story {
  const engagements = [...yearly([2022, 2025], FULL), openFrom('2026-09-01', FULL)];
  const firstHalf = { ...openFrom('2022-01-05', FULL), to: '2022-08-31' };
  return { ...guide(), segments: [firstHalf, ...engagements] };
}

/** Only a fourth lasting family is missing: families B and E were held in one year only. */
export function guideThreeFamilies(): Story {
  const usual = split('A1 A2 C1 C4 D1 D4');
  const engagements = [...yearly([2020, 2023], usual), ...yearly([2024, 2024], FULL)];
  return { ...guide(), segments: [...engagements, ...yearly([2025, 2025], usual)] };
}

/** Only recency is missing: five years, then stopped in August 2025. */
export function guideLeft(): Story {
  return {
    ...guide(),
    segments: yearly([2020, 2024], FULL),
    attended: [
      ...MEETINGS.slice(0, 5),
      attended(2022, 'capsules'),
      attended(2023, 'accompagner'),
      attended(2024, 'capsules'),
    ],
    reviews: [],
    contributions: [contribution('tutorat', '2024-12-05', { validated: true })],
  };
}
