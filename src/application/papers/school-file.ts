import { deriveMissionSplit } from '../../domain/engagement/mission-split.ts';
import type { PaperRequest } from '../../domain/paper/paper.ts';
import type { Authorisation, Establishment } from '../../domain/records.ts';
import {
  firstDayOf,
  lastDayOf,
  type SchoolYear,
  schoolYearLabel,
  schoolYearOf,
  wholeYear,
} from '../../domain/time/school-year.ts';
import { statementTexts } from '../../texts/fr/papers/engagement-statement.ts';
import { schoolFileTexts as texts } from '../../texts/fr/papers/school-file.ts';
import { paperTexts } from '../../texts/fr/papers/words.ts';
import { deepened, heading, list, NEW_PAGE, paragraph } from './blocks.ts';
import type { Block, PaperContent } from './paper-blocks.ts';
import {
  daysOf,
  fullName,
  officeOf,
  type PaperContext,
  type SchoolMember,
  schoolName,
} from './paper-context.ts';
import { letterhead, paperFrame, signedAndSealed, subjectFacts, verificationBlocks } from './paper-parts.ts';
import { splitBlocks } from './split-blocks.ts';
import { memberBlocks } from './statement-parts.ts';

export interface SchoolFileInput {
  readonly establishment: Establishment;
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

/** The file of a school as of one day: cover, split of missions, then a sheet for each person. */
export function makeSchoolFile(input: SchoolFileInput, context: PaperContext): PaperContent {
  const { on } = daysOf(context);
  const year = input.schoolYear ?? schoolYearOf(on);
  const { establishment, team } = input;
  const names = { name: texts.name, title: texts.title(schoolName(establishment), schoolYearLabel(year)) };
  return {
    ...paperFrame(names, establishment, context),
    mostPages: 2,
    blocks: [
      ...coverBlocks({ ...input, schoolYear: year }, context),
      ...(team.length === 0
        ? []
        : [
            NEW_PAGE,
            ...splitPart(input, { year, context }),
            ...team.flatMap((member) => sheetOf(member, { ...input, schoolYear: year }, context)),
          ]),
    ],
  };
}

function coverBlocks(
  input: SchoolFileInput & { readonly schoolYear: SchoolYear },
  context: PaperContext,
): readonly Block[] {
  const { establishment, team, requests } = input;
  const year = schoolYearLabel(input.schoolYear);
  const lead = texts.lead(team.length, schoolName(establishment), year);
  const waiting = requests.map(({ person }) => fullName(person));
  return [
    letterhead(establishment, context),
    heading(1, texts.name, 'identity'),
    subjectFacts(input, context),
    ...(team.length === 0 ? [paragraph(texts.nobody)] : [paragraph(lead, 'lead')]),
    { ...paragraph(paperTexts.impDecision, 'note'), section: 'frame' },
    ...(team.length === 0
      ? []
      : [heading(2, texts.people, 'engagement'), list(team.map(({ person }) => fullName(person)))]),
    ...(waiting.length === 0
      ? []
      : [{ ...paragraph(texts.requests(waiting)), section: 'engagement' as const }]),
    ...(team.length === 0
      ? verificationBlocks(input.verificationAddress, context)
      : signedAndSealed(statementTexts.headings.signature, input, context)),
  ];
}

interface SplitPart {
  readonly year: SchoolYear;
  readonly context: PaperContext;
}

function splitPart(
  { team, requests, authorisations, establishment }: SchoolFileInput,
  { year, context }: SplitPart,
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
    team: team.map(({ person }) => person.id),
    names: new Map(names),
    framework,
    office: officeOf(context),
    days: { from: firstDayOf(year), to: lastDayOf(year) },
  });
}

/** The sheet of one person: their records under their name. */
function sheetOf(
  member: SchoolMember,
  { establishment, schoolYear }: SchoolFileInput,
  context: PaperContext,
): readonly Block[] {
  const blocks = memberBlocks(
    { establishment, member, brief: true, ...(schoolYear && { schoolYear }) },
    context,
  );
  return [heading(2, fullName(member.person), 'engagement'), ...deepened(blocks)];
}
