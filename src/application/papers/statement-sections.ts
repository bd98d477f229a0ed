import { wholePeriod } from '../../domain/engagement/assigned-missions.ts';
import { engagementsOfYear } from '../../domain/engagement/mission-split.ts';
import { derivePersonFacts } from '../../domain/facts/derive-person.ts';
import { fullName } from '../../domain/person/name.ts';
import { type Engagement, isCountable, type School } from '../../domain/records.ts';
import { intersect, toDaySpan } from '../../domain/time/day-spans.ts';
import { type SchoolYear, schoolYearLabel, schoolYearOf } from '../../domain/time/school-year.ts';
import { detailTexts } from '../../texts/engagement-details.ts';
import { statementTexts as texts } from '../../texts/fr/papers/engagement-statement.ts';
import { paperTexts } from '../../texts/fr/papers/phrases.ts';
import { heldMissions, missionCodes, missionsByFamily } from './assigned-mission-sentences.ts';
import { facts, heading, list, paragraph, paragraphs } from './blocks.ts';
import type { Block, FactList, PaperSection } from './content-types.ts';
import {
  daysOf,
  officeOf,
  type PaperContext,
  roleNamesOf,
  type SchoolMember,
  schoolName,
} from './context.ts';
import {
  contributionsList,
  eventsList,
  projectsTable,
  reviewsList,
  trainingsBlocks,
} from './record-tables.ts';

interface MemberInput {
  readonly establishment: School;
  readonly member: SchoolMember;
  readonly schoolYear?: SchoolYear;
}

/** One kind of facts about a person. */
interface StatementSection {
  readonly section: PaperSection;
  readonly title: string;
  /** None if nothing is recorded. */
  readonly blocks: readonly Block[];
}

/** The body of a statement: the missions with their labels, then all other records. */
export function statementBlocks(input: MemberInput, context: PaperContext): readonly Block[] {
  const { member, establishment } = input;
  const segments = engagementsOf(input, context);
  const period = wholePeriod(segments);
  const names = [fullName(member.person), schoolName(establishment)] as const;
  const lead = period
    ? texts.lead(...names, { period: paperTexts.period(period), isCurrent: isCurrent(segments, context) })
    : texts.noEngagement(...names);
  const parts = [engagementSection(input, context, texts.onlyConfirmed), ...recordSections(input, context)];
  const { rows, apart } = sorted(parts);
  return [
    { ...paragraph(lead, 'lead'), section: 'engagement' },
    ...(period
      ? [heading(2, texts.headings.missions, 'missions'), ...missionsByFamily(held(input, context), period)]
      : []),
    ...(rows.length === 0 ? [] : [heading(2, texts.headings.record, 'frame'), ...joinedToNext(rows)]),
    ...apart,
    ...nothingIn(parts),
  ];
}

/** One person in a school's file, below its drawing, which tells what the codes of missions mean. */
export function memberBlocks(input: MemberInput, context: PaperContext): readonly Block[] {
  const missions: StatementSection = {
    section: 'missions',
    title: texts.headings.missions,
    blocks: [paragraph(missionCodes(held(withoutShares(input), context)))],
  };
  const { rows, apart } = sorted([
    missions,
    engagementSection(input, context),
    ...recordSections(input, context),
  ]);
  return [...rows.map((row) => ({ ...row, whole: true as const })), ...apart];
}

/** The last rows stay with what follows, which must not be alone on a page. */
export function joinedToNext(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => (block.kind === 'facts' ? { ...block, keep: true } : block));
}

/** The drawing above the sheets tells who else holds a mission. */
function withoutShares({ member: { shares: _, ...member }, ...input }: MemberInput): MemberInput {
  return { ...input, member };
}

/** A part with more lines or characters than these has a heading of its own. */
const SHORT = { lines: 8, characters: 900 };

/** Short parts as the rows of one list of facts, and the longer parts under their headings. */
function sorted(parts: readonly StatementSection[]): {
  readonly rows: readonly FactList[];
  readonly apart: readonly Block[];
} {
  const reported = parts
    .filter(({ blocks }) => blocks.length > 0)
    .map((part) => ({ ...part, lines: part.blocks.flatMap(blockAsLines) }));
  const isShort = ({ lines }: { readonly lines: readonly string[] }) =>
    lines.length <= SHORT.lines && lines.join('').length <= SHORT.characters;
  const rows = reported
    .filter(isShort)
    .map(({ title, lines, section }) => [title, lines.join('\n'), section] as const);
  return {
    rows: rows.length === 0 ? [] : [facts(rows)],
    apart: reported
      .filter((part) => !isShort(part))
      .flatMap(({ section, title, blocks }) => [heading(2, title, section), ...blocks]),
  };
}

/** A block in lines: a row of a table is one. */
function blockAsLines(block: Block): readonly string[] {
  if (block.kind === 'paragraph') return [block.text];
  if (block.kind === 'list') return block.items;
  if (block.kind !== 'table') return [];
  return block.groups.flatMap(({ rows }) =>
    rows.map((row) => row.filter((cell) => cell !== paperTexts.none).join(', ')),
  );
}

function nothingIn(parts: readonly StatementSection[]): readonly Block[] {
  const titles = parts.filter(({ blocks }) => blocks.length === 0).map(({ title }) => title);
  if (titles.length === 0) return [];
  const sentence = paperTexts.nothing(titles.map(paperTexts.uncapitalised));
  return [{ ...paragraph(sentence, 'note'), section: 'frame', keep: true }];
}

function engagementsHere({ establishment: { uai }, member }: MemberInput, context: PaperContext) {
  const { on } = daysOf(context);
  return member.record.engagements.filter((one) => one.uai === uai && one.period.from <= on);
}

/** The confirmed engagements at the school, the oldest first. */
function engagementsOf(input: MemberInput, context: PaperContext): readonly Engagement[] {
  return engagementsHere(input, context)
    .filter(({ confirmation }) => isCountable(confirmation))
    .toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1));
}

function isCurrent(segments: readonly Engagement[], context: PaperContext): boolean {
  const { on } = daysOf(context);
  return segments.some(({ period }) => intersect(toDaySpan(period), toDaySpan({ from: on, to: on })));
}

function held(input: MemberInput, context: PaperContext) {
  const { member, schoolYear } = input;
  const segments = engagementsOf(input, context);
  const year = schoolYear ?? schoolYearOf(daysOf(context).on);
  return heldMissions(segments, {
    year,
    ofYear: engagementsOfYear(segments, year),
    framework: context.basis.framework,
    office: officeOf(context),
    ...(member.shares && { shares: member.shares }),
  });
}

/** The engagements: period, roles, confirmers and dates of confirmation; then what is not told here. */
function engagementSection(
  input: MemberInput,
  context: PaperContext,
  ...stated: readonly string[]
): StatementSection {
  const office = officeOf(context);
  const names = roleNamesOf(context);
  const lines = engagementsOf(input, context).map(
    ({ period, confirmation, confirmedBy, confirmedOn, ...details }) =>
      texts.segment(paperTexts.period(period), [
        ...detailTexts(details, 'fr', names),
        texts.confirmation(confirmation, { by: confirmedBy, on: confirmedOn, office }),
      ]),
  );
  const awaiting = engagementsHere(input, context).filter(
    ({ confirmation }) => confirmation === 'requested',
  ).length;
  const notes = [...stated, ...(awaiting > 0 ? [texts.awaiting(awaiting)] : [])];
  return {
    section: 'engagement',
    title: texts.headings.segments,
    blocks: [
      ...(lines.length === 0 ? [] : [list(lines)]),
      ...(notes.length === 0 ? [] : [paragraph(notes.join(' '), 'note')]),
    ],
  };
}

function recordSections(input: MemberInput, context: PaperContext): readonly StatementSection[] {
  const { establishment, member, schoolYear } = input;
  const { basis } = context;
  const { on } = daysOf(context);
  const { record, hours, projects } = member;
  const office = officeOf(context);
  const year = schoolYear ?? schoolYearOf(on);
  const { headings } = texts;
  const part = (section: PaperSection, title: string, blocks: readonly Block[]): StatementSection => ({
    section,
    title,
    blocks,
  });
  const reservations = part('reservations', headings.reservations, reservationBlocks(input, context));
  return [
    ...(reservations.blocks.length === 0 ? [] : [reservations]),
    part('years', headings.years, yearsBlocks(input, context)),
    part(
      'trainings',
      headings.trainings,
      trainingsBlocks(record, { on, basis, year, ...(hours && { hours }) }),
    ),
    part('events', headings.events(office), eventsList(record, { on, basis })),
    part('reviews', headings.reviews, reviewsList(record, establishment.uai, on)),
    part('contributions', headings.contributions, contributionsList(record, { on, office })),
    ...(projects ? [part('projects', headings.projects, projectsTable(projects, on))] : []),
  ];
}

/** The full text of every reservation. */
function reservationBlocks(input: MemberInput, context: PaperContext): readonly Block[] {
  const segments = engagementsOf(input, context);
  const reserved = segments.filter(({ reservation = '' }) => reservation.trim() !== '');
  return reserved.flatMap(({ period, reservation = '' }) => [
    ...(segments.length > 1
      ? [{ ...paragraph(texts.reservationOn(paperTexts.period(period)), 'note'), keep: true as const }]
      : []),
    ...paragraphs(reservation),
  ]);
}

/** For each school year, the engagement at this school alone, followed by the years recognised there and in
 *  all schools. */
function yearsBlocks({ establishment, member }: MemberInput, context: PaperContext): readonly Block[] {
  const { madeOn, on } = daysOf(context);
  const { record, recognised } = member;
  const here = record.engagements.filter(({ uai }) => uai === establishment.uai);
  const { years } = derivePersonFacts({ ...record, engagements: here }, on, context.basis);
  const lines = years
    .filter(({ days }) => days > 0)
    .map(({ year, days, value, families }) =>
      texts.year(schoolYearLabel(year), days, {
        length: texts.length(value, year === schoolYearOf(madeOn)),
        families,
      }),
    );
  const sum = recognised && texts.recognised(recognised.here, recognised.inAll);
  return [...(lines.length === 0 ? [] : [list(lines)]), ...(sum ? [paragraph(sum)] : [])];
}
