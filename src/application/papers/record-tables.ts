import { sumHours } from '../../domain/facts/attended-facts.ts';
import { derivePersonFacts } from '../../domain/facts/derive-facts.ts';
import type { FactsBasis } from '../../domain/facts/facts.ts';
import type { PaperMember, PaperProject } from '../../domain/paper/paper.ts';
import type { EventKind, PersonRecord } from '../../domain/records.ts';
import { type SchoolYear, schoolYearLabel } from '../../domain/time/school-year.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import {
  contributionLabels,
  eventKindLabels,
  proofLabels,
  reviewKindLabels,
} from '../../texts/fr/criteria-labels.ts';
import { statementTexts as texts } from '../../texts/fr/papers/engagement-statement.ts';
import { paperTexts } from '../../texts/fr/papers/words.ts';
import { list, paragraph, table } from './blocks.ts';
import type { Block } from './paper-blocks.ts';

const { columns } = texts;
const { capitalised, day } = paperTexts;

interface TrainingsQuestion {
  readonly on: LocalDate;
  readonly basis: FactsBasis;
  /** The school year of the document. */
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
  if (rows.length === 0) return hours && hours.counted > 0 ? [paragraph(total)] : [];
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
    paragraph(total),
  ];
}

function countedHours(record: PersonRecord, { on, basis }: Pick<TrainingsQuestion, 'on' | 'basis'>): number {
  const { years } = derivePersonFacts(record, on, basis);
  return sumHours(years.map(({ trainingHours }) => trainingHours));
}

/** The DANE's meetings and virtual classes. */
export function eventsTable(
  record: PersonRecord,
  { on, basis }: { readonly on: LocalDate; readonly basis: FactsBasis },
): readonly Block[] {
  const rows = attendedRows(record, on, basis.thresholds.daneEventKinds);
  if (rows.length === 0) return [];
  // A title that begins with the nature of the event says it already.
  const natureOf = ({ title, kind }: (typeof rows)[number]) => {
    const nature = eventKindLabels[kind];
    return title.toLowerCase().startsWith(nature.toLowerCase()) ? paperTexts.none : nature;
  };
  const isTold = rows.some((row) => natureOf(row) !== paperTexts.none);
  return [
    table(
      [
        { label: columns.event, share: 3.6 },
        ...(isTold ? [{ label: columns.kind, share: 2.6 }] : []),
        { label: columns.date, share: 2.2 },
        { label: columns.proof, share: 2 },
      ],
      [
        {
          rows: rows.map((row) => [row.title, ...(isTold ? [natureOf(row)] : []), row.date, row.proof]),
        },
      ],
    ),
  ];
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
      proof: capitalised(proofLabels[proof]),
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
export function contributionsTable(
  record: PersonRecord,
  { on, office }: { readonly on: LocalDate; readonly office: string },
): readonly Block[] {
  const rows = record.contributions
    .filter((contribution) => contribution.on <= on)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ kind, on: date, validated }) => [
      capitalised(contributionLabels[kind].one),
      day(date),
      capitalised(validated ? texts.validated(office) : texts.declared),
    ]);
  if (rows.length === 0) return [];
  return [
    table(
      [
        { label: columns.kind, share: 2 },
        { label: columns.date, share: 1 },
        { label: columns.state, share: 1 },
      ],
      [{ rows }],
    ),
  ];
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
