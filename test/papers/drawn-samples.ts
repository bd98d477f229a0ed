import { makeNodePaperDrawer } from '../../src/adapters/papers/pdf.node.ts';
import { makeEngagementStatement } from '../../src/application/papers/engagement-statement.ts';
import { makeMissionLetter } from '../../src/application/papers/mission-letter.ts';
import type { PaperContent } from '../../src/application/papers/paper-blocks.ts';
import { makeReviewRecord } from '../../src/application/papers/review-record.ts';
import { makeSchoolFile } from '../../src/application/papers/school-file.ts';
import { makeSignInPoster } from '../../src/application/papers/sign-in-poster.ts';
import type { Engagement, Event, ProgressReview } from '../../src/domain/records.ts';
import { day } from '../domain/builders.ts';
import { ADDRESS, claire, context, inTeam, notes, school, team } from './sample.ts';

/** One of each document, and the drawer that the service uses. */

export const drawer = makeNodePaperDrawer();
export const SIGN_IN = 'https://badges.ac-dijon.example/presence/Q2hhbXBz';

const currentSegment = claire.record.engagements[1] as Engagement;
const review = claire.record.reviews[0] as ProgressReview;

export const meeting: Event = {
  code: 'RENC26',
  kind: 'EV-RENC',
  title: 'Rencontre annuelle des référents numériques de Côte-d’Or',
  startsOn: day('2026-10-08'),
  tags: [],
};

export const letterInput = {
  establishment: school,
  member: inTeam(claire),
  engagements: [currentSegment] as const,
  authorisations: claire.record.authorisations,
  means: [],
  verificationAddress: ADDRESS,
};

export const fileInput = {
  establishment: school,
  team: team.map((member) => inTeam(member)),
  requests: [],
  authorisations: claire.record.authorisations,
  verificationAddress: ADDRESS,
};

export const recordInput = {
  establishment: school,
  person: claire.person,
  review,
  notes,
  verificationAddress: ADDRESS,
};

export const contents: Readonly<Record<string, PaperContent>> = {
  'engagement statement': makeEngagementStatement(
    { establishment: school, member: inTeam(claire), verificationAddress: ADDRESS },
    context,
  ),
  'school file': makeSchoolFile(fileInput, context),
  'mission letter': makeMissionLetter(letterInput, context),
  'review record': makeReviewRecord(recordInput, context),
  'sign-in poster': makeSignInPoster({ event: meeting, signInAddress: SIGN_IN }, context),
};
