import { sumHours } from '../../domain/facts/attended-facts.ts';
import { derivePersonFacts } from '../../domain/facts/derive-facts.ts';
import type { FactsBasis } from '../../domain/facts/facts.ts';
import type { Engagement, EventKind, PersonRecord } from '../../domain/records.ts';
import { schoolYearLabel } from '../../domain/time/school-year.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import {
  contributionLabels,
  eventKindLabels,
  proofLabels,
  reviewKindLabels,
  roleLabels,
} from '../../texts/fr/criteria-labels.ts';
import { documentTexts } from '../../texts/fr/documents.ts';
import { statementTexts as texts } from '../../texts/fr/documents-statement.ts';
import { paragraph, table } from './blocks.ts';
import type { Block, Table } from './document-content.ts';
import type { HeldFamily } from './held-missions.ts';

const { columns } = texts;
const { capitalised, day } = documentTexts;

/** The segments: period, roles, who confirmed and when, and the reservation where there is one. */
export function segmentsTable(segments: readonly Engagement[]): Table {
  const rows = segments.map(({ period, roles, confirmation, confirmedBy, confirmedOn, reservation }) => {
    const decision = texts.confirmation(confirmation, confirmedBy, confirmedOn);
    return [
      capitalised(documentTexts.period(period)),
      capitalised(roles.map((role) => roleLabels[role]).join(', ')) || documentTexts.none,
      reservation ? `${decision}\n${texts.reservation(reservation)}` : decision,
    ];
  });
  return table(
    [
      { label: columns.period, share: 3 },
      { label: columns.roles, share: 3 },
      { label: columns.confirmation, share: 4 },
    ],
    [{ rows }],
  );
}

/** School year by school year, the engagement at this school alone. */
export function yearsBlocks(
  record: PersonRecord,
  { uai, on, basis }: { readonly uai: Uai; readonly on: LocalDate; readonly basis: FactsBasis },
): readonly Block[] {
  const here = record.engagements.filter((engagement) => engagement.uai === uai);
  const { years, duration } = derivePersonFacts({ ...record, engagements: here }, on, basis);
  const rows = years
    .filter(({ days }) => days > 0)
    .map(({ year, days, value, families }) => [
      schoolYearLabel(year),
      String(days),
      capitalised(texts.length(value)),
      families.join(', ') || documentTexts.none,
    ]);
  if (rows.length === 0) return [paragraph(documentTexts.nothing)];
  const shares = [columns.year, columns.days, columns.length, columns.families];
  return [
    table(
      shares.map((label) => ({ label, share: 1 })),
      [{ rows }],
    ),
    paragraph(texts.yearsTotal(duration)),
  ];
}

/** Missions with their meaning, their periods and how they are split, family by family. */
export function missionsTable(families: readonly HeldFamily[]): Table {
  const groups = families.map(({ family, missions }) => ({
    label: texts.family(family.code, family.label.fr),
    rows: missions.map(({ mission, periods, sharedWith }) => [
      texts.mission(mission.code, mission.label.fr),
      capitalised(periods.map(documentTexts.period).join(', ')),
      capitalised(sharedWith.length === 0 ? texts.alone : texts.shared(sharedWith.length)),
    ]),
  }));
  return table(
    [
      { label: columns.mission, share: 4.6 },
      { label: columns.period, share: 3.3 },
      { label: columns.split, share: 2.8 },
    ],
    groups,
  );
}

/** Trainings begun by the day, whatever their proof, and the hours that count. */
export function trainingsBlocks(
  record: PersonRecord,
  { on, basis }: { readonly on: LocalDate; readonly basis: FactsBasis },
): readonly Block[] {
  const rows = attendedRows(record, on, basis.thresholds.trainingKinds);
  if (rows.length === 0) return [paragraph(documentTexts.nothing)];
  const { years } = derivePersonFacts(record, on, basis);
  const hours = sumHours(years.map(({ trainingHours }) => trainingHours));
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
    paragraph(texts.trainingsTotal(hours)),
  ];
}

/** The DANE's meetings and virtual classes. */
export function eventsBlocks(
  record: PersonRecord,
  { on, basis }: { readonly on: LocalDate; readonly basis: FactsBasis },
): readonly Block[] {
  const rows = attendedRows(record, on, basis.thresholds.daneEventKinds);
  if (rows.length === 0) return [paragraph(documentTexts.nothing)];
  return [
    table(
      [
        { label: columns.event, share: 4 },
        { label: columns.kind, share: 3 },
        { label: columns.date, share: 2 },
        { label: columns.proof, share: 2 },
      ],
      [{ rows: rows.map(({ title, kind, date, proof }) => [title, eventKindLabels[kind], date, proof]) }],
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

/** Dates of the reviews at this school. */
export function reviewsTable(record: PersonRecord, uai: Uai, on: LocalDate): Table | undefined {
  const rows = record.reviews
    .filter((review) => review.uai === uai && review.on <= on)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map((review) => [day(review.on), capitalised(reviewKindLabels[review.kind])]);
  if (rows.length === 0) return undefined;
  return table(
    [
      { label: columns.date, share: 1 },
      { label: columns.kind, share: 2 },
    ],
    [{ rows }],
  );
}

/** Contributions with their date, and whether the DANE validated them. */
export function contributionsTable(record: PersonRecord, on: LocalDate): Table | undefined {
  const rows = record.contributions
    .filter((contribution) => contribution.on <= on)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ kind, on: date, validated }) => [
      capitalised(contributionLabels[kind].one),
      day(date),
      capitalised(validated ? texts.validated : texts.declared),
    ]);
  if (rows.length === 0) return undefined;
  return table(
    [
      { label: columns.kind, share: 2 },
      { label: columns.date, share: 1 },
      { label: columns.state, share: 1 },
    ],
    [{ rows }],
  );
}
