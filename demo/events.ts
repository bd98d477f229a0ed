import { fromDayNumber, type LocalDate, parseLocalDate, toDayNumber } from '../src/domain/time/calendar.ts';
import type { PlannedAttendance } from './story.ts';

/** The first of seven school years, 2020-21 to 2026-27, in which the stories are written. The demonstration
 *  moves them as many years later as needed. */
export const FIRST_YEAR = 2020;
export const LAST_YEAR = 2026;
/** The last day of the stories. Later events are announced, but have no attendances. */
export const DEMO_DAY = '2026-11-24' as LocalDate;

export interface PlannedEvent {
  readonly code: string;
  readonly kind: string;
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn?: string;
  readonly hours?: number;
  readonly tags: readonly string[];
  readonly uai?: string;
}

interface YearlyEvent {
  readonly kind: string;
  readonly title: string;
  /** The event is on the first Thursday from this day (month and day) of the school year on. */
  readonly from: `${string}-${string}`;
  readonly hours: number;
  readonly tags: readonly string[];
  readonly lastsDays?: number;
  /** The event's code in a school year; those of the training plan look like GAIA's. */
  readonly code: (year: number) => string;
}

const gaia = (module: string) => (year: number) => `${year % 100}A00${module}`;
const own = (word: string) => (year: number) => `${word}-${year}`;

/** The events that the DANE offers each school year. */
const YEARLY_EVENTS = {
  rentree: {
    kind: 'EV-FIL',
    title: 'Rentrée numérique des référents',
    from: '09-14',
    hours: 2,
    tags: [],
    code: own('FIL-RENTREE'),
  },
  accompagner: {
    kind: 'EV-PAF',
    title: 'Accompagner les pratiques numériques de ses collègues',
    from: '10-06',
    hours: 6,
    tags: [],
    code: gaia('80114'),
  },
  ent: {
    kind: 'EV-PAF',
    title: 'Administrer l’ENT de son établissement',
    from: '11-05',
    hours: 6,
    tags: ['ENT'],
    code: gaia('80127'),
  },
  rgpd: {
    kind: 'EV-FIL',
    title: 'Le RGPD au quotidien dans l’établissement',
    from: '01-15',
    hours: 3,
    tags: ['RGPD'],
    code: own('FIL-RGPD'),
  },
  pix: {
    kind: 'EV-FIL',
    title: 'Pix et la certification des élèves',
    from: '02-03',
    hours: 3,
    tags: ['PIX'],
    code: own('FIL-PIX'),
  },
  capsules: {
    kind: 'EV-PAF',
    title: 'Concevoir des capsules et des parcours en ligne',
    from: '03-12',
    hours: 12,
    tags: [],
    lastsDays: 2,
    code: gaia('80140'),
  },
  ia: {
    kind: 'EV-FIL',
    title: 'Intelligence artificielle : usages et précautions',
    from: '04-02',
    hours: 4,
    tags: ['IA'],
    code: own('FIL-IA'),
  },
  rencontre: {
    kind: 'EV-RENC',
    title: 'Rencontre annuelle des référents numériques',
    from: '11-13',
    hours: 6,
    tags: [],
    code: own('RENC'),
  },
  classeVirtuelle: {
    kind: 'EV-CV',
    title: 'Classe virtuelle de fin d’année',
    from: '06-11',
    hours: 2,
    tags: [],
    code: own('CV'),
  },
  projet: {
    kind: 'EV-PROJ',
    title: 'Lancement du projet académique « Blogue ton école »',
    from: '10-13',
    hours: 3,
    tags: [],
    code: own('PROJ-BLOGUE'),
  },
  accompagnement: {
    kind: 'EV-ACC',
    title: 'Accompagnement de proximité : classes mobiles',
    from: '05-06',
    hours: 3,
    tags: [],
    code: own('ACC-MOBILE'),
  },
} as const satisfies Record<string, YearlyEvent>;

export type EventName = keyof typeof YEARLY_EVENTS;

/** Attendance at one of the yearly events, by default with the organiser's list as its proof. */
export function attended(
  year: number,
  name: EventName,
  how: { readonly proof?: PlannedAttendance['proof']; readonly hours?: number } = {},
): PlannedAttendance {
  return { year, codeIn: YEARLY_EVENTS[name].code, proof: 3, ...how };
}

/** Every yearly event of the seven school years, moved by this number of years. */
export function planYearlyEvents(yearsLater: number): readonly PlannedEvent[] {
  const first = FIRST_YEAR + yearsLater;
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => first + index);
  return years.flatMap((year) => Object.values(YEARLY_EVENTS).map((event) => planEvent(event, year)));
}

/** The day of a yearly event in a school year. */
export function dayOfEvent(year: number, name: EventName): string {
  return firstThursdayFrom(year, YEARLY_EVENTS[name].from);
}

/** The annual meeting in a school. */
export function planSchoolMeeting(uai: string, on: string): PlannedEvent {
  const title = 'Rencontre annuelle dans l’établissement';
  return { code: `ETAB-${uai}-${on}`, kind: 'EV-ETAB', title, startsOn: on, hours: 2, tags: [], uai };
}

function planEvent(event: YearlyEvent, year: number): PlannedEvent {
  const startsOn = firstThursdayFrom(year, event.from);
  const { kind, title, hours, tags } = event;
  const planned = { code: event.code(year), kind, title, startsOn, hours, tags };
  if (event.lastsDays === undefined) return planned;
  const lastDay = toDayNumber(parseLocalDate(startsOn)) + event.lastsDays - 1;
  return { ...planned, endsOn: fromDayNumber(lastDay) };
}

function firstThursdayFrom(year: number, monthDay: string): string {
  const calendarYear = monthDay >= '09-01' ? year : year + 1;
  const day = toDayNumber(parseLocalDate(`${calendarYear}-${monthDay}`));
  // Day 0, 1 January 1970, was a Thursday.
  return fromDayNumber(day + ((7 - (day % 7)) % 7));
}
