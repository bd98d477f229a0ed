import { sumHours } from '../facts/attended-facts.ts';
import { isCountable } from '../records.ts';
import type { PaperFacts, PaperKind, PaperMember, PaperSummary } from './paper.ts';

/** The facts that the public page of a paper confirms. Same facts, same summary. */
export function summarisePaper(kind: PaperKind, { establishment, members }: PaperFacts): PaperSummary {
  const place = `${establishment.name}, ${establishment.commune}`;
  const [member] = members;
  if (kind !== 'imp-file' && member) {
    const { person, record } = member;
    return {
      kind: 'person',
      name: `${person.givenName} ${person.familyName}`,
      establishment: place,
      segments: countable(member).map(({ period, missions }) => ({ ...period, missions })),
      trainingHours: member.trainingHours,
      reviews: record.reviews.map(({ on }) => on),
    };
  }
  return {
    kind: 'school',
    establishment: place,
    // As the paper counts them, those whose engagement still waits included.
    people: members.length,
    missions: new Set(members.flatMap((one) => countable(one).flatMap(({ missions }) => missions))).size,
    trainingHours: sumHours(members.map((one) => one.trainingHours)),
    reviews: members.reduce((sum, { record }) => sum + record.reviews.length, 0),
  };
}

function countable({ record }: PaperMember) {
  return record.engagements.filter(({ confirmation }) => isCountable(confirmation));
}
