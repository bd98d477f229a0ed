import { deriveMissionSplit } from '../../domain/engagement/mission-split.ts';
import type { PaperRequest } from '../../domain/paper/types.ts';
import { fullName } from '../../domain/person/name.ts';
import type { Authorisation, School } from '../../domain/records.ts';
import {
  firstDayOf,
  lastDayOf,
  type SchoolYear,
  schoolYearLabel,
  schoolYearOf,
  wholeYear,
} from '../../domain/time/school-year.ts';
import { statementTexts } from '../../texts/fr/papers/engagement-statement.ts';
import { paperTexts } from '../../texts/fr/papers/phrases.ts';
import { schoolFileTexts as texts } from '../../texts/fr/papers/school-file.ts';
import { deepened, heading, paragraph } from './blocks.ts';
import type { Block, PaperContent } from './content-types.ts';
import { daysOf, officeOf, type PaperContext, type SchoolMember, schoolName } from './context.ts';
import { letterhead, paperOutline, signedAndSealed, subjectFacts, verificationBlocks } from './sections.ts';
import { splitBlocks } from './split-blocks.ts';
import { joinedToNext, memberBlocks } from './statement-sections.ts';

export interface SchoolFileInput {
  readonly establishment: School;
  /** People with a confirmed engagement there in the year, in the order of the file. */
  readonly team: readonly SchoolMember[];
  /** People whose engagement of the year still waits to be confirmed. */
  readonly requests: readonly PaperRequest[];
  readonly authorisations: readonly Authorisation[];
  readonly schoolYear?: SchoolYear;
  readonly principalName?: string;
  /** The address of the page that compares the recorded facts with the paper. */
  readonly verificationAddress: string;
}

/** The file of a school as of one day: the split of missions, what is recorded about each person, then the place for the
 *  signature. */
export function makeSchoolFile(input: SchoolFileInput, context: PaperContext): PaperContent {
  const { on } = daysOf(context);
  const year = input.schoolYear ?? schoolYearOf(on);
  const { establishment, team } = input;
  const names = { name: texts.name, title: texts.title(schoolName(establishment), schoolYearLabel(year)) };
  const decision = { ...paragraph(paperTexts.impDecision, 'note'), section: 'frame' as const };
  return {
    ...paperOutline(names, establishment, context),
    // The head and the drawing share a page.
    closely: true,
    blocks: [
      ...coverBlocks({ ...input, schoolYear: year }, context),
      ...(team.length === 0
        ? [decision, ...verificationBlocks(input.verificationAddress, context)]
        : [
            ...splitSection(input, { year, context }),
            ...team.flatMap((member, index) => {
              const sheet = titledMemberBlocks(member, { ...input, schoolYear: year }, context);
              return index === team.length - 1 ? joinedToNext(sheet) : sheet;
            }),
            { ...decision, keep: true as const },
            ...signedAndSealed(statementTexts.headings.signature, input, { context }),
          ]),
    ],
  };
}

function coverBlocks(
  input: SchoolFileInput & { readonly schoolYear: SchoolYear },
  context: PaperContext,
): readonly Block[] {
  const { establishment, team, requests } = input;
  const lead = texts.lead(team.length, schoolName(establishment), schoolYearLabel(input.schoolYear));
  const waiting = requests.map(({ person }) => fullName(person));
  return [
    letterhead(establishment, context),
    heading(1, texts.name, 'identity'),
    subjectFacts(input, context),
    { ...paragraph(team.length === 0 ? texts.nobody : lead, 'lead'), section: 'engagement' },
    ...(waiting.length === 0 ? [] : [paragraph(texts.requests(waiting))]),
  ];
}

interface SplitSectionContext {
  readonly year: SchoolYear;
  readonly context: PaperContext;
}

function splitSection(
  { team, requests, authorisations, establishment }: SchoolFileInput,
  { year, context }: SplitSectionContext,
): readonly Block[] {
  const { framework } = context.basis;
  const confirmed = team.flatMap(({ record }) => record.engagements);
  const all = [...confirmed, ...requests.flatMap(({ engagements }) => engagements)];
  const engagements = all.filter(
    ({ uai, confirmation }) => uai === establishment.uai && confirmation !== 'contested',
  );
  const split = deriveMissionSplit({ engagements, authorisations, framework }, wholeYear(year));
  const names = [...team, ...requests].map(({ person }) => [person.id, fullName(person)] as const);
  return splitBlocks(split, {
    names: new Map(names),
    framework,
    office: officeOf(context),
    days: { from: firstDayOf(year), to: lastDayOf(year) },
  });
}

/** The sheet of one person: their records under their name. */
function titledMemberBlocks(
  member: SchoolMember,
  { establishment, schoolYear }: SchoolFileInput,
  context: PaperContext,
): readonly Block[] {
  const blocks = memberBlocks({ establishment, member, ...(schoolYear && { schoolYear }) }, context);
  return [heading(2, fullName(member.person), 'engagement'), ...deepened(blocks)];
}
