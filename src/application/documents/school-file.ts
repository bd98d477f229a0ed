import type { PersonId } from '../../domain/ids.ts';
import type { Establishment } from '../../domain/records.ts';
import { schoolYearLabel, schoolYearOf } from '../../domain/time/school-year.ts';
import { localDateInParis } from '../../domain/time/time.ts';
import { documentTexts } from '../../texts/fr/documents.ts';
import { schoolFileTexts as texts } from '../../texts/fr/documents-school-file.ts';
import { deepened, facts, heading, list, NEW_PAGE, paragraph } from './blocks.ts';
import type { Block, DocumentContent } from './document-content.ts';
import type { DocumentContext, SchoolMember } from './document-context.ts';
import { statementBlocks, verificationSeal } from './engagement-statement.ts';
import { deriveMissionSplit } from './mission-split.ts';
import { fullName, schoolName } from './names.ts';
import { splitBlocks } from './split-blocks.ts';

export interface SchoolFileInput {
  readonly establishment: Establishment;
  /** Everyone with an engagement at the school, in the order of the file; who has none in the year is left out. */
  readonly team: readonly SchoolMember[];
  /** Where the whole file can be compared with the paper. */
  readonly verificationAddress: string;
  /** Where one person's statement can be. */
  readonly statementAddress: (personId: PersonId) => string;
}

/** One file for the school: cover, split of missions, then each person's statement, as of the document's day. */
export function makeSchoolFile(input: SchoolFileInput, context: DocumentContext): DocumentContent {
  const on = localDateInParis(context.madeAt);
  const year = schoolYearOf(on);
  const { establishment } = input;
  const split = deriveMissionSplit(
    input.team.map(({ record }) => record),
    { uai: establishment.uai, year, framework: context.basis.framework },
  );
  const present = input.team.filter(({ person }) => split.people.includes(person.id));
  const school = schoolName(establishment);
  return {
    title: texts.title(school, schoolYearLabel(year)),
    runningHead: texts.runningHead,
    issuerName: context.issuerName,
    madeAt: context.madeAt,
    blocks: [
      ...coverBlocks(input, present, on),
      ...(present.length === 0
        ? []
        : [
            NEW_PAGE,
            ...splitBlocks(split, { team: present, framework: context.basis.framework }),
            ...present.flatMap((member) => statementPart(member, { input, present, context })),
          ]),
    ],
  };
}

function coverBlocks(
  { establishment, verificationAddress }: SchoolFileInput,
  present: readonly SchoolMember[],
  on: ReturnType<typeof localDateInParis>,
): readonly Block[] {
  const year = schoolYearLabel(schoolYearOf(on));
  const school = schoolName(establishment);
  const people =
    present.length === 0
      ? [paragraph(texts.nobody)]
      : [heading(2, texts.people), list(present.map(({ person }) => fullName(person)))];
  return [
    heading(1, texts.heading),
    facts([
      [documentTexts.facts.school, school],
      [documentTexts.facts.uai, establishment.uai],
      [documentTexts.facts.schoolYear, year],
      [documentTexts.facts.madeOn, documentTexts.day(on)],
    ]),
    ...(present.length === 0 ? [] : [paragraph(texts.lead(present.length, school, year), 'lead')]),
    ...people,
    paragraph(documentTexts.impDecision, 'note'),
    heading(2, documentTexts.verification.heading),
    verificationSeal(verificationAddress, on),
  ];
}

interface StatementPart {
  readonly input: SchoolFileInput;
  readonly present: readonly SchoolMember[];
  readonly context: DocumentContext;
}

function statementPart(member: SchoolMember, { input, present, context }: StatementPart): readonly Block[] {
  const { establishment } = input;
  const verificationAddress = input.statementAddress(member.person.id);
  const blocks = statementBlocks({ establishment, member, team: present, verificationAddress }, context);
  return [NEW_PAGE, ...deepened(blocks)];
}
