import { wholePeriod } from '../../domain/engagement/held-missions.ts';
import { type Engagement, type Establishment, isCountable } from '../../domain/records.ts';
import { intersect, toDaySpan } from '../../domain/time/day-spans.ts';
import { type SchoolYear, schoolYearOf } from '../../domain/time/school-year.ts';
import { statementTexts as texts } from '../../texts/fr/papers/engagement-statement.ts';
import { paperTexts } from '../../texts/fr/papers/words.ts';
import { heading, list, paragraph, paragraphs } from './blocks.ts';
import { fullName, schoolName } from './names.ts';
import type { Block, PaperSection } from './paper-blocks.ts';
import { daysOf, officeOf, type PaperContext, type SchoolMember } from './paper-context.ts';
import {
  contributionsTable,
  eventsTable,
  projectsTable,
  reviewsTable,
  trainingsBlocks,
} from './record-tables.ts';
import { missionsTable, segmentsTable, yearsBlocks } from './statement-tables.ts';

interface MemberInput {
  readonly establishment: Establishment;
  readonly member: SchoolMember;
  readonly schoolYear?: SchoolYear;
  /** True for a sheet of a school's file, where the cover and the heading contain the rest. */
  readonly brief?: boolean;
}

/** The records of one person's engagement at a school. They are the body of a statement, and of a sheet of
 *  the school's file. Empty sections are named in one line at the end. */
export function memberBlocks(input: MemberInput, context: PaperContext): readonly Block[] {
  return [...engagementBlocks(input, context), ...recordBlocks(input, context)];
}

function engagementBlocks(
  { establishment, member, schoolYear, brief = false }: MemberInput,
  context: PaperContext,
): readonly Block[] {
  const { basis } = context;
  const { madeOn, on } = daysOf(context);
  const { uai } = establishment;
  const here = member.record.engagements.filter((one) => one.uai === uai && one.period.from <= on);
  const segments = here
    .filter(({ confirmation }) => isCountable(confirmation))
    .toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1));
  const awaiting = here.filter(({ confirmation }) => confirmation === 'requested').length;
  const said = brief ? [] : [texts.onlyConfirmed];
  const note = paragraph([...said, ...(awaiting > 0 ? [texts.awaiting(awaiting)] : [])].join(' '), 'note');
  const period = wholePeriod(segments);
  const names = [fullName(member.person), schoolName(establishment)] as const;
  if (!period) return [{ ...paragraph(texts.noEngagement(...names), 'lead'), section: 'engagement' }, note];
  const isCurrent = segments.some((one) => intersect(toDaySpan(one.period), toDaySpan({ from: on, to: on })));
  const lead = texts.lead(...names, { period: paperTexts.period(period), isCurrent });
  const year = schoolYear ?? schoolYearOf(on);
  const opening: readonly Block[] = [
    { ...paragraph(lead, 'lead'), section: 'engagement', keep: true },
    heading(2, texts.headings.segments),
  ];
  return [
    ...(brief ? [] : opening),
    segmentsTable(segments, officeOf(context)),
    ...(brief && awaiting === 0 ? [] : [note]),
    ...reservationBlocks(segments),
    heading(2, texts.headings.missions, 'missions'),
    missionsTable(segments, {
      year,
      framework: basis.framework,
      office: officeOf(context),
      ...(member.shares && { shares: member.shares }),
    }),
    heading(2, texts.headings.years, 'years'),
    ...yearsBlocks(member, { uai, on, basis, current: schoolYearOf(madeOn) }),
  ];
}

/** The full text of every reservation, over the whole width. */
function reservationBlocks(segments: readonly Engagement[]): readonly Block[] {
  const reserved = segments.filter(({ reservation = '' }) => reservation.trim() !== '');
  if (reserved.length === 0) return [];
  return [
    heading(2, texts.headings.reservations, 'reservations'),
    ...reserved.flatMap(({ period, reservation = '' }) => [
      ...(segments.length > 1
        ? [{ ...paragraph(texts.reservationOn(paperTexts.period(period)), 'note'), keep: true as const }]
        : []),
      ...paragraphs(reservation),
    ]),
  ];
}

function recordBlocks(
  { establishment, member, schoolYear, brief = false }: MemberInput,
  context: PaperContext,
): readonly Block[] {
  const { on } = daysOf(context);
  const { basis } = context;
  const { record, hours, projects } = member;
  const office = officeOf(context);
  const year = schoolYear ?? schoolYearOf(on);
  const parts: readonly (readonly [PaperSection, string, readonly Block[]])[] = [
    [
      'trainings',
      texts.headings.trainings,
      trainingsBlocks(record, { on, basis, year, ...(hours && { hours }) }),
    ],
    ['events', texts.headings.events(office), eventsTable(record, { on, basis })],
    ['reviews', texts.headings.reviews, reviewsTable(record, establishment.uai, on)],
    ['contributions', texts.headings.contributions, contributionsTable(record, { on, office })],
    ...(projects ? [['projects', texts.headings.projects, projectsTable(projects, on)] as const] : []),
  ];
  const empty = parts.filter(([, , blocks]) => blocks.length === 0).map(([, title]) => title);
  const sentence = paperTexts.nothing(
    empty.map((title) => `${title.charAt(0).toLowerCase()}${title.slice(1)}`),
  );
  return [
    ...parts.flatMap(([section, title, blocks]) =>
      blocks.length === 0 ? [] : [heading(2, title, section), ...(brief ? blocks.map(asList) : blocks)],
    ),
    ...(empty.length === 0 ? [] : [{ ...paragraph(sentence, 'note'), section: 'frame' as const }]),
  ];
}

/** The rows of a table as lines, which need less room. Other blocks are unchanged. */
function asList(block: Block): Block {
  if (block.kind !== 'table') return block;
  return list(block.groups.flatMap(({ rows }) => rows.map((row) => row.join(', '))));
}
