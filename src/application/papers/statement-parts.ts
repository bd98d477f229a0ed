import { deriveHeldMissions, wholePeriod } from '../../domain/engagement/held-missions.ts';
import type { MissionCode, MissionFramework } from '../../domain/engagement/mission.ts';
import { sharingsOfMission } from '../../domain/engagement/mission-sharing.ts';
import { engagementsOfYear, type MissionShare } from '../../domain/engagement/mission-split.ts';
import { derivePersonFacts } from '../../domain/facts/derive-facts.ts';
import type { FactsBasis } from '../../domain/facts/facts.ts';
import { type Engagement, type Establishment, isCountable } from '../../domain/records.ts';
import { intersect, toDaySpan } from '../../domain/time/day-spans.ts';
import { type SchoolYear, schoolYearLabel, schoolYearOf } from '../../domain/time/school-year.ts';
import type { LocalDate } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import { sharingSaid } from '../../texts/fr/mission-sharing.ts';
import { statementTexts as texts } from '../../texts/fr/papers/engagement-statement.ts';
import { paperTexts } from '../../texts/fr/papers/words.ts';
import { withOffice } from '../../texts/office.ts';
import { facts, heading, list, paragraph, paragraphs, table } from './blocks.ts';
import type { Block, PaperSection, Table } from './paper-blocks.ts';
import {
  daysOf,
  fullName,
  officeOf,
  type PaperContext,
  roleNamesOf,
  type SchoolMember,
  schoolName,
} from './paper-context.ts';
import {
  contributionsTable,
  eventsTable,
  projectsTable,
  reviewsList,
  trainingsBlocks,
} from './record-tables.ts';

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
    segmentsTable(segments, context),
    ...(brief && awaiting === 0 ? [] : [note]),
    ...reservationBlocks(segments),
    heading(2, texts.headings.missions, 'missions'),
    ...missionsBlocks(segments, {
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
    ['reviews', texts.headings.reviews, reviewsList(record, establishment.uai, on)],
    ['contributions', texts.headings.contributions, contributionsTable(record, { on, office })],
    ...(projects ? [['projects', texts.headings.projects, projectsTable(projects, on)] as const] : []),
  ];
  const empty = parts.filter(([, , blocks]) => blocks.length === 0).map(([, title]) => title);
  const sentence = paperTexts.nothing(
    empty.map((title) => `${title.charAt(0).toLowerCase()}${title.slice(1)}`),
  );
  return [
    ...parts.flatMap(([section, title, blocks]) =>
      blocks.length === 0
        ? []
        : [
            heading(2, title, section),
            ...blocks.map((block) => (brief || isShort(block) ? asList(block) : block)),
          ],
    ),
    ...(empty.length === 0 ? [] : [{ ...paragraph(sentence, 'note'), section: 'frame' as const }]),
  ];
}

/** A table with so few rows is easier to read as lines. */
const SHORT_TABLE = 2;

function isShort(block: Block): boolean {
  return block.kind === 'table' && block.groups.flatMap(({ rows }) => rows).length <= SHORT_TABLE;
}

/** The rows of a table as lines, which need less room. Other blocks are unchanged. */
function asList(block: Block): Block {
  if (block.kind !== 'table') return block;
  return list(
    block.groups.flatMap(({ rows }) =>
      rows.map((row) => row.filter((cell) => cell !== paperTexts.none).join(', ')),
    ),
  );
}

const { columns } = texts;
const { capitalised } = paperTexts;

/** The segments: period, roles, confirmers and dates of confirmation. */
function segmentsTable(segments: readonly Engagement[], context: PaperContext): Table {
  const office = officeOf(context);
  const names = roleNamesOf(context);
  const rows = segments.map(({ period, roles, confirmation, confirmedBy, confirmedOn }) => [
    capitalised(paperTexts.period(period)),
    capitalised(roles.map((role) => names[role]).join(', ')) || paperTexts.none,
    texts.confirmation(confirmation, { by: confirmedBy, on: confirmedOn, office }),
  ]);
  return table(
    [
      { label: columns.period, share: 3 },
      { label: columns.roles, share: 3 },
      { label: columns.confirmation, share: 4 },
    ],
    [{ rows }],
  );
}

interface YearsQuestion {
  readonly uai: Uai;
  readonly on: LocalDate;
  readonly basis: FactsBasis;
  /** The current school year, which has not ended. */
  readonly current: SchoolYear;
}

/** For each school year, the engagement at this school alone, followed by the years recognised there and in
 *  all schools. */
function yearsBlocks(
  { record, recognised }: SchoolMember,
  { uai, on, basis, current }: YearsQuestion,
): readonly Block[] {
  const here = record.engagements.filter((engagement) => engagement.uai === uai);
  const { years } = derivePersonFacts({ ...record, engagements: here }, on, basis);
  const rows = years
    .filter(({ days }) => days > 0)
    .map(({ year, days, value, families }) => [
      schoolYearLabel(year),
      String(days),
      capitalised(texts.length(value, year === current)),
      families.join(', ') || paperTexts.none,
    ]);
  const labels = [columns.year, columns.days, columns.length, columns.families];
  const shares = labels.map((label) => ({ label, share: 1 }));
  return [
    ...(rows.length === 1
      ? [list(rows.map(([year = '', days = '', ...told]) => texts.year(year, days, told)))]
      : []),
    ...(rows.length > 1 ? [table(shares, [{ rows }])] : []),
    ...(recognised ? [paragraph(texts.recognised(recognised.here, recognised.inAll))] : []),
  ];
}

interface MissionWords {
  /** The school year of the split. */
  readonly year: SchoolYear;
  readonly framework: MissionFramework;
  readonly office: string;
  /** Absent where it is unknown. The table then leaves it out. */
  readonly shares?: readonly MissionShare[];
}

/** Missions with their labels, their periods and the way they are shared in that year, family by family. What is
 *  the same for every mission is said once, above them. */
function missionsBlocks(
  segments: readonly Engagement[],
  { year, framework, office, shares }: MissionWords,
): readonly Block[] {
  const ofYear = engagementsOfYear(segments, year);
  const splitOf = (code: MissionCode) => {
    const share = shares?.find(({ mission }) => mission === code);
    if (!share) return paperTexts.none;
    const said = sharingsOfMission(code, ofYear).map(({ kind, words }) => sharingSaid(kind, words));
    return capitalised([share.others === 0 ? texts.alone : texts.shared(share.others), ...said].join(', '));
  };
  const groups = deriveHeldMissions(segments, framework).map(({ family, missions }) => ({
    label: texts.family(family.code, family.label.fr),
    rows: missions.map(({ mission, periods }) => [
      texts.mission(mission.code, withOffice(mission.label.fr, office)),
      capitalised(periods.map(paperTexts.period).join(', ')),
      ...(shares ? [splitOf(mission.code)] : []),
    ]),
  }));
  return saidOnce(
    table(
      [
        { label: columns.mission, share: 4.6 },
        { label: columns.period, share: 3.3 },
        ...(shares ? [{ label: columns.split(schoolYearLabel(year)), share: 2.8 }] : []),
      ],
      groups,
    ),
  );
}

/** The table without the columns whose cells are all the same, which a sentence above it says once. Where only
 *  the names are left, each group is one row. */
function saidOnce(whole: Table): readonly Block[] {
  const rows = whole.groups.flatMap((group) => group.rows);
  const common = whole.columns.flatMap(({ label }, at) => {
    const [value = paperTexts.none, ...others] = new Set(rows.map((row) => row[at] ?? ''));
    const isSame = at > 0 && rows.length > 1 && others.length === 0 && value !== paperTexts.none;
    return isSame ? [{ at, label, value }] : [];
  });
  if (common.length === 0) return [whole];
  const isApart = (_: unknown, at: number) => !common.some((one) => one.at === at);
  const groups = whole.groups.map(({ rows: own, ...group }) => ({
    ...group,
    rows: own.map((row) => row.filter(isApart)),
  }));
  const columns = whole.columns.filter(isApart);
  const told =
    columns.length > 1
      ? table(columns, groups)
      : facts(groups.map(({ label = '', rows: own }) => [label, own.flat().join('\n')]));
  return [{ ...paragraph(texts.forAll(common)), keep: true }, told];
}
