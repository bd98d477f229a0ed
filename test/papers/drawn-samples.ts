import { makeNodePaperDrawer } from '../../src/adapters/pdf/drawer.node.ts';
import type { CoverageReport } from '../../src/application/coverage/report.ts';
import { sumOfDepartments } from '../../src/application/coverage/tables.ts';
import type { PaperContent } from '../../src/application/papers/content-types.ts';
import { makeCoverageReport } from '../../src/application/papers/coverage-report.ts';
import { makeEngagementStatement } from '../../src/application/papers/engagement-statement.ts';
import type { LetterCompanionInput } from '../../src/application/papers/letter-companion.ts';
import { makeMissionLetter } from '../../src/application/papers/mission-letter.ts';
import { makeReviewRecord } from '../../src/application/papers/review-record.ts';
import { makeSchoolFile } from '../../src/application/papers/school-file.ts';
import { makeSignInPoster } from '../../src/application/papers/sign-in-poster.ts';
import type { DepartmentCoverage } from '../../src/application/store/coverage-readers.ts';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import type { Authorisation, Engagement, Event, ProgressReview } from '../../src/domain/records.ts';
import { day } from '../domain/builders.ts';
import { ADDRESS, claire, context, inTeam, notes, school, team } from './sample.ts';

/** The service's own drawer, and one document of each kind. */

export const drawer = makeNodePaperDrawer();
export const SIGN_IN = 'https://badges.ac-dijon.example/presence/Q2hhbXBz';

const currentEngagement = claire.record.engagements[1] as Engagement;
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
  engagements: [currentEngagement] as const,
  authorisations: claire.record.authorisations,
  means: [],
  verificationAddress: ADDRESS,
};

const localAuthorisation: Authorisation = {
  uai: school.uai,
  mission: 'C6' as MissionCode,
  localAuthority: 'Région Bourgogne-Franche-Comté',
  period: { from: day('2024-09-01') },
};

/** A letter with all of its accompanying document. */
export const companionInput: LetterCompanionInput = {
  ...letterInput,
  member: {
    ...letterInput.member,
    projects: [
      {
        title: 'Webradio du lycée',
        description: 'Une émission par mois.',
        period: { from: day('2025-09-01') },
      },
    ],
  },
  authorisations: [...letterInput.authorisations, localAuthorisation],
  means: [
    {
      personId: claire.person.id,
      uai: school.uai,
      kind: 'office',
      description: 'Salle B12',
      since: day('2025-09-01'),
    },
  ],
  procedures: [{ action: localAuthorisation, address: 'https://badges.ac-dijon.example/procedure-sheets/x' }],
  email: 'dane@ac-dijon.example',
  news: { blog: 'https://dane.example/blog' },
  origin: 'https://badges.ac-dijon.example',
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
  member: claire,
  review,
  notes,
  verificationAddress: ADDRESS,
};

const nievre: DepartmentCoverage = {
  code: '58',
  name: 'Nièvre',
  schools: 20,
  measured: 20,
  computed: 0,
  states: { confirmed: 9, 'carried-over': 3, waiting: 5, contested: 1, nobody: 2 },
  requested: 6,
  contested: 1,
  clashes: 0,
  measuredAt: context.madeAt,
  families: new Map([['A', 12]]),
};

/** A year with one département, after years that were not measured. */
const coverageReport: CoverageReport = {
  schoolYear: 2026,
  departments: [nievre],
  whole: sumOfDepartments([nievre], 'Toute l’académie'),
  years: [2022, 2023, 2024, 2025, 2026].map((schoolYear) => {
    const departments =
      schoolYear === 2026
        ? [nievre]
        : [{ ...nievre, measured: schoolYear === 2025 ? 20 : 0, computed: schoolYear === 2025 ? 20 : 0 }];
    return { schoolYear, departments, whole: sumOfDepartments(departments, 'Toute l’académie') };
  }),
};

export const contents: Readonly<Record<string, PaperContent>> = {
  'engagement statement': makeEngagementStatement(
    { establishment: school, member: inTeam(claire), verificationAddress: ADDRESS },
    context,
  ),
  'school file': makeSchoolFile(fileInput, context),
  'mission letter': makeMissionLetter(letterInput, context),
  'review record': makeReviewRecord(recordInput, context),
  'coverage report': makeCoverageReport(coverageReport, {
    ...context,
    framework: context.basis.framework,
    scope: 'public',
  }),
  'sign-in poster': makeSignInPoster({ event: meeting, signInAddress: SIGN_IN }, context),
};
