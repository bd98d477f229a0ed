import type { FactsBasis } from '../../domain/facts/facts.ts';
import { factsDayOf, type Paper, type PaperMember } from '../../domain/paper/paper.ts';
import { letterSegments } from '../../domain/paper/summarise-paper.ts';
import { type Engagement, type Establishment, isCountable, type Person } from '../../domain/records.ts';
import { makeEngagementStatement } from './engagement-statement.ts';
import { makeMissionLetter } from './mission-letter.ts';
import type { PaperContent } from './paper-blocks.ts';
import type { PaperContext, SchoolMember } from './paper-context.ts';
import { makeReviewRecord } from './review-record.ts';
import { makeSchoolFile } from './school-file.ts';

export interface PaperSetting {
  /** The school as the register has it now. The paper's own name and commune take precedence. */
  readonly establishment: Establishment;
  readonly basis: FactsBasis;
  readonly issuerName: string;
  /** The address of the page that confirms the paper. */
  readonly address: string;
}

/** The whole content of a paper, from the facts frozen when it was made. */
export function paperContent(paper: Paper, { basis, issuerName, ...setting }: PaperSetting): PaperContent {
  const { facts, schoolYear } = paper;
  const context: PaperContext = { basis, issuerName, madeAt: paper.madeAt, factsOn: factsDayOf(paper) };
  const shared = {
    establishment: { ...setting.establishment, ...facts.establishment },
    schoolYear,
    principalName: facts.principal,
    verificationAddress: setting.address,
  };
  return paper.kind === 'imp-file'
    ? fileContent(paper, shared, context)
    : personContent(paper, shared, context);
}

interface Shared {
  readonly establishment: Establishment;
  readonly schoolYear: number;
  readonly principalName: string;
  readonly verificationAddress: string;
}

/** In papers of the first form, people who only waited were listed among the others. */
function fileContent({ facts }: Paper, shared: Shared, context: PaperContext): PaperContent {
  const isConfirmed = ({ record }: PaperMember) =>
    record.engagements.some(({ confirmation }) => isCountable(confirmation));
  const waiting = facts.members.filter((member) => !isConfirmed(member));
  const requests = waiting.map(({ person, record }) => ({ person, engagements: record.engagements }));
  return makeSchoolFile(
    {
      ...shared,
      team: facts.members.filter(isConfirmed).map(toMember),
      requests: [...(facts.requests ?? []), ...requests],
      authorisations: facts.authorisations,
    },
    context,
  );
}

function personContent({ kind, facts }: Paper, shared: Shared, context: PaperContext): PaperContent {
  const [frozen] = facts.members;
  if (!frozen) throw new Error('a paper without anyone in it');
  const member = toMember(frozen);
  if (kind === 'statement') return makeEngagementStatement({ ...shared, member }, context);
  if (kind === 'mission-letter') {
    const engagements = letterSegments(frozen, facts);
    if (!isSome(engagements)) throw new Error('a mission letter without an engagement');
    const { authorisations } = facts;
    const { means, plannedOn } = frozen;
    const planned = plannedOn && { nextReviewOn: plannedOn };
    return makeMissionLetter({ ...shared, member, engagements, authorisations, means, ...planned }, context);
  }
  const { review } = facts;
  if (!review) throw new Error('a review record without a review');
  return makeReviewRecord({ ...shared, person: member.person, review, notes: review.notes }, context);
}

function isSome(engagements: readonly Engagement[]): engagements is readonly [Engagement, ...Engagement[]] {
  return engagements.length > 0;
}

/** The builders use only names. A paper contains no address. */
function toMember({ person, record, shares, recognised }: PaperMember): SchoolMember {
  const whole: Person = { ...person, emails: [], profiles: [] };
  return { person: whole, record, ...(shares && { shares }), ...(recognised && { recognised }) };
}
