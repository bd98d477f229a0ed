import type { Paper, PaperMember } from '../../domain/paper/paper.ts';
import type { Establishment, Person } from '../../domain/records.ts';
import { lastDayOf, schoolYearOf } from '../../domain/time/school-year.ts';
import { type Instant, localDateInParis } from '../../domain/time/time.ts';
import type { Catalogue, IssuerConfig, Store } from '../ports.ts';
import type { DocumentContent } from './document-content.ts';
import type { DocumentContext, SchoolMember } from './document-context.ts';
import type { DocumentDrawer } from './document-drawer.ts';
import { makeEngagementStatement } from './engagement-statement.ts';
import { makeMissionLetter } from './mission-letter.ts';
import { makeReviewRecord } from './review-record.ts';
import { makeSchoolFile } from './school-file.ts';

interface Needs {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly issuer: IssuerConfig;
  readonly origin: string;
  readonly drawer: DocumentDrawer;
}

export type DrawPaper = (paper: Paper) => Promise<Uint8Array>;

/** Draws a paper as PDF out of the facts that were frozen when it was made: the same paper, whenever it is drawn. */
export const drawPaper =
  ({ store, catalogue, issuer, origin, drawer }: Needs): DrawPaper =>
  async (paper) => {
    const [known] = await store.readEstablishments([paper.uai]);
    const establishment = { ...(known as Establishment), ...paper.facts.establishment };
    const madeAt = momentOf(paper);
    const { thresholds } = catalogue.criteriaInForce(localDateInParis(madeAt));
    const basis = { thresholds, framework: catalogue.framework };
    const context = { basis, issuerName: issuer.name, madeAt };
    const content = contentOf(paper, { establishment, context, address: `${origin}/papers/${paper.id}` });
    return drawer.drawDocument(content);
  };

/** A paper of a year that is over speaks as of its last day. */
function momentOf({ madeAt, schoolYear }: Paper): Instant {
  const isOver = schoolYearOf(localDateInParis(madeAt)) > schoolYear;
  return isOver ? (`${lastDayOf(schoolYear)}T12:00:00Z` as Instant) : madeAt;
}

interface Setting {
  readonly establishment: Establishment;
  readonly context: DocumentContext;
  /** Where the paper is confirmed. */
  readonly address: string;
}

function contentOf({ kind, facts }: Paper, { establishment, context, address }: Setting): DocumentContent {
  const team = facts.members.map(toMember);
  const [frozen] = facts.members;
  const [member] = team;
  if (!frozen || !member) throw new Error('a paper without anyone in it');
  const { principal: principalName, review, authorisations } = facts;
  switch (kind) {
    case 'statement':
      return makeEngagementStatement({ establishment, member, team, verificationAddress: address }, context);
    case 'imp-file':
      return makeSchoolFile(
        { establishment, team, verificationAddress: address, statementAddress: () => address },
        context,
      );
    case 'mission-letter': {
      const engagement = frozen.record.engagements.at(-1);
      if (!engagement) throw new Error('a mission letter without an engagement');
      const { means, plannedOn } = frozen;
      return makeMissionLetter(
        {
          establishment,
          member,
          engagement,
          team,
          authorisations,
          means,
          principalName,
          ...(plannedOn && { nextReviewOn: plannedOn }),
        },
        context,
      );
    }
    case 'review-record': {
      if (!review) throw new Error('a review record without a review');
      const { personId, uai, on, notes } = review;
      const held = { personId, uai, on, kind: 'review' as const };
      return makeReviewRecord(
        { establishment, person: member.person, review: held, notes, principalName },
        context,
      );
    }
  }
}

/** The builders look at names only; addresses are not in a paper. */
function toMember({ person, record }: PaperMember): SchoolMember {
  const whole: Person = { ...person, emails: [], profiles: [] };
  return { person: whole, record };
}
