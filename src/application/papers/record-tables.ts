import { sumHours } from '../../domain/facts/attendance.ts';
import { derivePersonFacts } from '../../domain/facts/derive-person.ts';
import type { FactsBasis } from '../../domain/facts/types.ts';
import type { PaperMember, PaperProject } from '../../domain/paper/types.ts';
import type { EventKind, PersonRecord } from '../../domain/records.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import { type SchoolYear, schoolYearLabel } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import {
  contributionLabels,
  eventKindLabels,
  proofLabels,
  reviewKindLabels,
} from '../../texts/fr/criteria/labels.ts';
import { statementTexts as texts } from '../../texts/fr/papers/engagement-statement.ts';
import { paperTexts } from '../../texts/fr/papers/phrases.ts';
import { list, paragraph, table } from './blocks.ts';
import type { Block } from './content-types.ts';

const { columns } = texts;
const { capitalised, day } = paperTexts;

interface TrainingsQuestion {
  readonly on: LocalDate;
  readonly basis: FactsBasis;
  readonly year: SchoolYear;
  /** Absent from older papers, which contain only the hours that count. */
  readonly hours?: NonNullable<PaperMember['hours']>;
}

/** Trainings begun by that day with any proof, and the hours that count. */
export function trainingsBlocks(
  record: PersonRecord,
  { on, basis, year, hours }: TrainingsQuestion,
): readonly Block[] {
  const rows = attendedRows(record, on, basis.thresholds.trainingKinds);
  const total = hours
    ? texts.trainingHours(schoolYearLabel(year), hours)
    : texts.trainingsTotal(countedHours(record, { on, basis }));
  const reported = total ? [paragraph(total)] : [];
  if (rows.length === 0) return reported;
  return [
    table(
      [
        { label: columns.training, share: 5 },
        { label: columns.date, share: 2.4 },
        { label: columns.hours, share: 1.2 },
        { label: columns.proof, share: 2.4 },
      ],
      [{ rows: rows.map(({ title, date, hours, proof }) => [title, date, texts.hours(hours), proof]) }],
    ),
    ...reported,
  ];
}

function countedHours(record: PersonRecord, { on, basis }: Pick<TrainingsQuestion, 'on' | 'basis'>): number {
  const { years } = derivePersonFacts(record, on, basis);
  return sumHours(years.map(({ trainingHours }) => trainingHours));
}

/** The DANE's meetings and virtual classes: one line for each title, with its days. */
export function eventsList(
  record: PersonRecord,
  { on, basis }: { readonly on: LocalDate; readonly basis: FactsBasis },
): readonly Block[] {
  const rows = attendedRows(record, on, basis.thresholds.daneEventKinds);
  // A title that begins with the nature of the event says it already.
  const nameOf = ({ title, kind }: (typeof rows)[number]) => {
    const nature = eventKindLabels[kind];
    return title.toLowerCase().startsWith(nature.toLowerCase()) ? title : texts.detailed(title, [nature]);
  };
  return linesByDays(rows.map((row) => ({ what: nameOf(row), date: row.date, how: row.proof })));
}

interface Dated {
  readonly what: string;
  readonly date: string;
  readonly how: string;
}

/** One line for all days of the same thing, in the order of its first day. */
function linesByDays(rows: readonly Dated[]): readonly Block[] {
  const lines = Map.groupBy(rows, ({ what, how }) => `${what}\n${how}`);
  const items = [...lines.values()].flatMap((same) => {
    const [first] = same;
    return first
      ? [
          texts.onDays(
            first.what,
            same.map(({ date }) => date),
            first.how,
          ),
        ]
      : [];
  });
  return items.length === 0 ? [] : [list(items)];
}

function attendedRows(record: PersonRecord, on: LocalDate, kinds: readonly EventKind[]) {
  return record.attended
    .filter(({ event }) => event.startsOn <= on && kinds.includes(event.kind))
    .toSorted((a, b) => (a.event.startsOn < b.event.startsOn ? -1 : 1))
    .map(({ event, hours, proof }) => ({
      title: event.title,
      kind: event.kind,
      date: day(event.startsOn),
      hours,
      proof: proofLabels[proof],
    }));
}

/** The dates of the reviews at this school, one line each. */
export function reviewsList(record: PersonRecord, uai: Uai, on: LocalDate): readonly Block[] {
  const lines = record.reviews
    .filter((review) => review.uai === uai && review.on <= on)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map((review) => texts.review(capitalised(reviewKindLabels[review.kind]), day(review.on)));
  return lines.length === 0 ? [] : [list(lines)];
}

/** Contributions with their dates, and whether the DANE validated them. */
export function contributionsList(
  record: PersonRecord,
  { on, office }: { readonly on: LocalDate; readonly office: string },
): readonly Block[] {
  const rows = record.contributions
    .filter((contribution) => contribution.on <= on)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ kind, on: date, validated }) => ({
      what: capitalised(contributionLabels[kind].one),
      date: day(date),
      how: validated ? texts.validated(office) : texts.declared,
    }));
  return linesByDays(rows);
}

/** The projects of the school that the person is associated to, begun by that day. */
export function projectsTable(projects: readonly PaperProject[], on: LocalDate): readonly Block[] {
  const rows = projects
    .filter(({ period }) => period.from <= on)
    .map(({ title, description, url, period }) => [
      [title, description, ...(url ? [url] : [])].join('\n'),
      capitalised(paperTexts.period(period)),
    ]);
  if (rows.length === 0) return [];
  return [
    table(
      [
        { label: columns.project, share: 3 },
        { label: columns.period, share: 1.4 },
      ],
      [{ rows }],
    ),
  ];
}
