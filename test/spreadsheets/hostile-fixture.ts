import fc from 'fast-check';
import type { Change } from '../../src/domain/change/union.ts';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { containsNumen } from '../../src/domain/person/numen.ts';
import {
  CONFIRMATIONS,
  CONTRIBUTION_KINDS,
  EVENT_KINDS,
  PROFILES,
  PROOF_LEVELS,
} from '../../src/domain/records.ts';
import { fromDayNumber, toDayNumber } from '../../src/domain/time/calendar.ts';
import type { Uai } from '../../src/domain/uai.ts';
import { day } from '../contracts/store-values.ts';
import { UAI } from '../files/support.ts';

/** Texts that spreadsheets compute, cut, convert or escape. */
const HOSTILE = [
  '=1+1',
  "'=1+1",
  "''-2",
  '+33 3 80',
  '-5',
  '@SUM(A1)',
  '\uFF1D1',
  'a;b,c',
  '"',
  'dit "oui"; non',
  'deux\nlignes',
  '007',
  '1e5',
  '1,5',
  '01/02/2025',
  '2025-02-01',
  'VRAI',
  '#N/A',
  'été 😀 «\u202fÀ\u202f»',
  '_x0041_',
  '_x005F_x0041_',
  '<b>&amp;</b>',
  '<![CDATA[x]]>',
  'a\tb\u0001c\u000bd',
  "l'œuvre\u2028suite",
];

/** A text in the form that the import keeps: trimmed, composed, with equal ends of lines; no database stores
 *  a NUL. */
const text = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  )
  .map((raw) =>
    raw
      .replace(/[\r\0]/g, ' ')
      .trim()
      .normalize('NFC'),
  )
  .filter((saved) => saved !== '' && !containsNumen(saved) && saved === saved.normalize('NFC').trim());

const daysOf = (first: string, last: string) =>
  fc.integer({ min: toDayNumber(day(first)), max: toDayNumber(day(last)) }).map(fromDayNumber);
const aDay = daysOf('1900-01-01', '2100-12-31');
/** The range of allowed days, from the day of the desk. */
const engagedDay = daysOf('2000-09-01', '2036-11-24');
const periodOf = (days: typeof aDay) =>
  fc
    .tuple(days, fc.option(days, { nil: undefined }))
    .map(([one, other]) => (other === undefined ? { from: one } : order(one, other)));
const period = periodOf(aDay);
const order = (one: ReturnType<typeof day>, other: ReturnType<typeof day>) =>
  one <= other ? { from: one, to: other } : { from: other, to: one };
const hours = fc.integer({ min: 0, max: 99_999_999 }).map((millionths) => millionths / 1_000_000);
const uai = fc.constantFrom(...(Object.values(UAI) as Uai[]));
const PEOPLE = ['p1', 'p2', 'p3'] as PersonId[];
const personId = fc.constantFrom(...PEOPLE);

/** A record without its absent properties, rather than with undefined ones. */
function record<Item extends object>(parts: { [Key in keyof Item]: fc.Arbitrary<Item[Key] | undefined> }) {
  return fc
    .record(parts as Record<string, fc.Arbitrary<unknown>>)
    .map((it) => Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined)));
}
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

const establishments = fc.tuple(text, text, fc.boolean()).map(([type, name, flag]) =>
  Object.values(UAI).map((one) => ({
    kind: 'establishment-saved',
    establishment: {
      uai: one,
      type,
      name,
      postalCode: '01000',
      commune: '',
      departmentCode: '01',
      department: name,
      sector: flag ? 'public' : 'private',
      agricultural: flag,
    },
  })),
);

const people = fc
  .tuple(text, text, fc.subarray([...PROFILES], { minLength: 1 }), fc.integer({ min: 0, max: 2 }))
  .map(([givenName, familyName, profiles, earlier]) =>
    PEOPLE.map((id) => ({
      kind: 'person-saved',
      person: {
        id,
        givenName,
        familyName,
        emails: [`+${id}@ac.fr`, `=${id}.2@ac.fr`, `-${id}.3@ac.fr`].slice(0, 1 + earlier),
        profiles,
        ...(profiles.includes('principal') && { headOf: UAI.guyot }),
      },
    })),
  );

const event = record({
  code: text,
  kind: fc.constantFrom(...EVENT_KINDS),
  title: text,
  hours: maybe(hours),
  tags: fc.uniqueArray(
    text.filter((tag) => !tag.includes('|')),
    { maxLength: 3 },
  ),
  uai: maybe(uai),
});
const events = fc.array(fc.tuple(event, period), { minLength: 1, maxLength: 4 }).map((all) =>
  all.map(([it, { from, to }]: [object, { from: string; to?: string }]) => ({
    kind: 'event-saved',
    event: { ...it, startsOn: from, ...(to && { endsOn: to }) },
  })),
);

const engagement = record({
  reference: text,
  personId,
  uai,
  period: periodOf(engagedDay),
  missions: fc.constantFrom(['A1'], ['A1', 'C4']) as unknown as fc.Arbitrary<MissionCode[]>,
  roles: fc.constantFrom([], ['referent-site']),
  confirmation: fc.constantFrom(...CONFIRMATIONS),
  confirmedBy: maybe(text),
  confirmedOn: maybe(daysOf('2000-09-01', '2026-11-24')),
  reservation: maybe(text),
});
const authorisation = record({
  uai,
  mission: fc.constant('C4'),
  localAuthority: text,
  period,
  convention: maybe(text),
});
const attendance = record({ personId, hours: maybe(hours), proof: fc.constantFrom(...PROOF_LEVELS) });
const review = record({ personId, uai, on: aDay, kind: fc.constantFrom('review', 'self-report') });
const contribution = record({
  reference: text,
  personId,
  kind: fc.constantFrom(...CONTRIBUTION_KINDS),
  on: aDay,
  url: maybe(text.map((anything) => `https://exemple.fr/${encodeURI(anything)}`)),
  validated: fc.boolean(),
});

const many = <Item>(arbitrary: fc.Arbitrary<Item>) => fc.array(arbitrary, { maxLength: 4 });

/** A whole world of records in which every free text is hostile. */
export const hostileFixture: fc.Arbitrary<readonly Change[]> = fc
  .tuple(
    establishments,
    people,
    events,
    many(engagement),
    many(authorisation),
    many(attendance),
    many(review),
    many(contribution),
  )
  .map(([schools, persons, auditContexts, ...facts]) => {
    const [engagements, allowed, present, talks, works] = facts;
    const [{ event: first } = { event: {} }] = auditContexts as { event: { code?: string } }[];
    return [
      ...schools,
      ...persons,
      ...auditContexts,
      ...engagements.map((one) => ({ kind: 'engagement-imported', engagement: one })),
      ...allowed.map((one) => ({ kind: 'authorisation-saved', authorisation: one })),
      ...present.map((one) => ({
        kind: 'attendance-saved',
        attendance: { ...one, eventCode: first.code },
      })),
      ...talks.map((one) => ({ kind: 'progress-review-saved', review: one })),
      ...works.map((one) => ({ kind: 'contribution-saved', contribution: one })),
    ] as unknown as readonly Change[];
  });
