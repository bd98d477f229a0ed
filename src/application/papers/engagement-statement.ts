import { fullName } from '../../domain/person/name.ts';
import type { School } from '../../domain/records.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import { statementTexts as texts } from '../../texts/fr/papers/engagement-statement.ts';
import { paperTexts } from '../../texts/fr/papers/phrases.ts';
import { heading, paragraph } from './blocks.ts';
import type { PaperContent } from './content-types.ts';
import type { PaperContext, SchoolMember } from './context.ts';
import { letterhead, paperOutline, signedAndSealed, subjectFacts } from './sections.ts';
import { statementBlocks } from './statement-sections.ts';

export interface StatementInput {
  readonly establishment: School;
  readonly member: SchoolMember;
  /** The school year of the statement; by default the year that contains the day of its facts. */
  readonly schoolYear?: SchoolYear;
  readonly principalName?: string;
  /** The address of the page that compares the recorded facts with the paper. */
  readonly verificationAddress: string;
}

/** The engagement statement of one person at one school, for the IMP file. It contains only facts as of one
 *  day. */
export function makeEngagementStatement(input: StatementInput, context: PaperContext): PaperContent {
  const { establishment, member } = input;
  const names = { name: texts.name, title: texts.title(fullName(member.person)) };
  return {
    ...paperOutline(names, establishment, context),
    blocks: [
      letterhead(establishment, context),
      heading(1, texts.name, 'identity'),
      subjectFacts({ ...input, person: member.person }, context),
      ...statementBlocks(input, context),
      // The signature must not be alone on a page.
      { ...paragraph(`${texts.factsOnly} ${paperTexts.impDecision}`, 'note'), section: 'frame', keep: true },
      ...signedAndSealed(texts.headings.signature, input, { context }),
    ],
  };
}
