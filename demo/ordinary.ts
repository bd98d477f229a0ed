import { attended, DEMO_DAY, dayOfEvent, type EventName, FIRST_YEAR, LAST_YEAR } from './events.ts';
import type { Random } from './random.ts';
import {
  between,
  contribution,
  openFrom,
  type PlannedAttendance,
  type PlannedConfirmation,
  type PlannedContribution,
  type PlannedReview,
  review,
  type Segment,
  type Split,
  type Story,
  selfReport,
  split,
} from './story.ts';

/** Usual ways of dividing missions between people. */
const USUAL_SPLITS: readonly Split[] = [
  split('A1 D2'),
  split('A1 A2 A3 D1', 'contact-dane'),
  split('A1 A3 E1 E3'),
  split('B1 B2 D1 D2', 'contact-dane'),
  split('C1 C2', 'contact-collectivite'),
  split('C1 C2 C4', 'contact-collectivite administrateur-ent'),
  split('C3 D4', 'referent-site'),
  split('C4 D2 D3', 'referent-usages-ent'),
  split('C4 E2', 'referent-service'),
  split('A1 C2 C7', 'referent-tablettes'),
  split('A1 B1 C4 D1 E1', 'administrateur-ent'),
  split('D1 D2 D3 D4 E1'),
];

const EVENTS: readonly EventName[] = [
  'rentree',
  'accompagner',
  'ent',
  'rgpd',
  'pix',
  'ia',
  'rencontre',
  'rencontre',
  'classeVirtuelle',
  'projet',
  'accompagnement',
];
const PROOFS: readonly PlannedAttendance['proof'][] = [3, 3, 3, 2, 2, 1, 0];
const KINDS = ['prise-en-main', 'prise-en-main', 'projet', 'valorisation', 'formation-animee', 'ressource'];

/** A random story: some years, missions and trainings, with the gaps that real files have. */
export function ordinary(random: Random): Story {
  const years = pickYears(random);
  const segments = inventEngagements(years, random);
  const tablets = segments.find((engagement) => engagement.missions.includes('C7'));
  return {
    segments,
    attended: years.flatMap((year) => pickAttendances(year, random)),
    reviews: years.flatMap((year) => pickReviews(year, random)),
    contributions: years.flatMap((year) => pickContributions(year, random)),
    ...(tablets && random.chance(0.6) ? { authorisations: [{ mission: 'C7', from: tablets.from }] } : {}),
  };
}

function pickYears(random: Random): readonly number[] {
  const first = FIRST_YEAR + random.integer(LAST_YEAR - FIRST_YEAR + 1);
  const last = random.chance(0.65) ? LAST_YEAR : first + random.integer(LAST_YEAR - first + 1);
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years.filter((year) => year === first || random.chance(0.92));
}

function inventEngagements(years: readonly number[], random: Random): readonly Segment[] {
  let work = random.pick(USUAL_SPLITS);
  return years.map((year) => {
    if (random.chance(0.2)) work = random.pick(USUAL_SPLITS);
    return year === LAST_YEAR ? inventThisYear(work, random) : inventPastYear(year, work, random);
  });
}

function inventPastYear(year: number, work: Split, random: Random): Segment {
  const from = random.chance(0.85) ? `${year}-09-01` : `${year + 1}-01-05`;
  const to = random.chance(0.9) ? `${year + 1}-08-31` : `${year + 1}-03-31`;
  const confirmation = random.pick<PlannedConfirmation>([
    ...Array.from({ length: 16 }, () => 'confirmee' as const),
    'confirmee-avec-reserve',
    'confirmee-dane',
    'confirmee-dane',
    'contestee',
  ]);
  const reservation = 'Temps de présence à préciser dans la lettre de mission.';
  const reserved = confirmation === 'confirmee-avec-reserve' ? { reservation } : {};
  return between(from, to, work, { confirmation, ...reserved });
}

function inventThisYear(work: Split, random: Random): Segment {
  if (random.chance(0.6)) return openFrom('2026-09-01', work);
  const from = random.pick(['2026-09-01', '2026-09-14', '2026-10-12', '2026-11-02', '2026-11-12']);
  return openFrom(from, work, { confirmation: 'demandee' });
}

function pickAttendances(year: number, random: Random): readonly PlannedAttendance[] {
  const names = new Set(random.sample(EVENTS, random.integer(4)));
  return [...names]
    .filter((name) => dayOfEvent(year, name) <= DEMO_DAY)
    .map((name) => attended(year, name, { proof: random.pick(PROOFS) }));
}

function pickReviews(year: number, random: Random): readonly PlannedReview[] {
  if (year === LAST_YEAR) return random.chance(0.1) ? [review('2026-11-09')] : [];
  const day = random.pick(['05-11', '05-18', '06-02', '06-08', '06-15', '06-22']);
  if (random.chance(0.55)) return [review(`${year + 1}-${day}`)];
  return random.chance(0.15) ? [selfReport(`${year + 1}-06-29`)] : [];
}

function pickContributions(year: number, random: Random): readonly PlannedContribution[] {
  if (!random.chance(0.4)) return [];
  const autumn = `${year}-${random.pick(['09-24', '10-08', '11-12', '11-19'])}`;
  const spring = `${year + 1}-${random.pick(['01-22', '03-05', '04-30', '05-28'])}`;
  const on = year === LAST_YEAR || random.chance(0.5) ? autumn : spring;
  const linked = random.chance(0.5) ? ({ linked: true } as const) : {};
  const validated = random.chance(0.3) ? ({ validated: true } as const) : {};
  return [contribution(random.pick(KINDS), on, { ...linked, ...validated })];
}
