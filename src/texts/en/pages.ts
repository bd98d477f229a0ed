import type { PageTexts } from '../fr/pages.ts';
import { byOffice } from '../office.ts';
import { aboutTexts } from './about.ts';
import { accessibilityTexts } from './accessibility.ts';
import { accountTexts } from './account.ts';
import { achievementEndorsementTexts } from './achievement-endorsements.ts';
import { apiReferenceTexts } from './api-reference-page.ts';
import { badgeLogTexts } from './badge-log.ts';
import { badgePageTexts } from './badge-pages.ts';
import { badgeRecordTexts } from './badge-record.ts';
import { carryOverTexts } from './carry-over.ts';
import { changeTexts } from './changes.ts';
import { classProjectTexts } from './class-projects.ts';
import { closedTexts } from './closed.ts';
import { contestTexts } from './contests.ts';
import { credentialPageTexts } from './credential-page.ts';
import {
  confirmationLabels,
  contributionLabels,
  eventKindLabels,
  proofLabels,
  reviewKindLabels,
  roleLabels,
} from './criteria-labels.ts';
import { daneTexts } from './dane.ts';
import { revocationsTexts } from './dane-revocations.ts';
import { toDay } from './day.ts';
import { deviceTexts } from './device.ts';
import { easyTexts } from './easy.ts';
import { endorsementTexts } from './endorsements.ts';
import { errorPageTexts } from './error-pages.ts';
import { findingTexts } from './findings.ts';
import { formTexts } from './forms.ts';
import { frameworkTexts } from './framework.ts';
import { hostTexts } from './host.ts';
import { invitationTexts } from './invitations.ts';
import { issuerPageTexts } from './issuer-page.ts';
import { sharingTexts } from './mission-sharing.ts';
import { missionsProposedTexts } from './missions-proposed.ts';
import { myTexts } from './my.ts';
import { withArticle } from './name-words.ts';
import { directoryTexts, messageTexts } from './network.ts';
import { newcomersTexts } from './newcomers.ts';
import { count } from './page-words.ts';
import { profileTexts } from './profile.ts';
import { renewalTexts } from './renewal.ts';
import { schoolTexts } from './school.ts';
import { schoolMeetingTexts } from './school-meetings.ts';
import { supportTexts } from './support.ts';
import { suspensionTexts } from './suspension.ts';
import { undoTexts } from './undo.ts';
import { verifyPageTexts } from './verify-page.ts';
import { walletTexts } from './wallets.ts';
import { yearPageTexts } from './year-pages.ts';
import { yearlyReportTexts } from './yearly-reports.ts';

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
});

/** The words of the public pages. */
export const pageTexts = byOffice(
  (office: string) =>
    ({
      day: (date) => toDay(date) ?? date,
      awarded: (when) =>
        when.kind === 'day' ? `on ${toDay(when.at) ?? when.at}` : `in ${when.year}-${when.year + 1}`,
      moment: (instant) => `${toDay(instant) ?? instant} at ${MOMENT.format(Date.parse(instant))} (Paris)`,
      layout: {
        skip: 'Skip to content',
        openBadges: 'Open Badges',
        home: 'Home',
        aboutService: 'About this service',
        mainNavigation: 'Main navigation',
        menu: 'Menu',
        catalogue: 'Badges',
        verify: 'Verify',
        framework: 'Framework',
        demoShort: 'Demonstration: invented people, badges verify here only.',
        demo: 'Demonstration: the schools are real, the people are invented. Badges issued at an http address verify inside this service only.',
        issuer: 'Who issues these badges',
        licence: 'Free software under the MIT licence. Typeface Source Sans 3, SIL OFL.',
        attribution: (issuer) =>
          `Digital badges issued by ${withArticle(issuer)}, to the Open Badges 3.0 standard.`,
        titleOf: (title, issuerCode) => `${title} — ${issuerCode}`,
      },
      home: {
        title: 'Digital commitment, recognised',
        lede: 'Teachers carry digital practice in their schools. Jalon recognises that commitment with digital badges: published criteria, a decision taken by a person, a proof that anyone can check.',
        doors: 'What are you looking for?',
        catalogue: 'See the badges',
        catalogueText: 'What each badge recognises, and by exactly which criteria.',
        verify: 'Verify a badge',
        verifyText:
          'A link, a file or a photograph of a QR code, from here or elsewhere: the answer, then the detail.',
        framework: 'Read the framework',
        frameworkText: 'The missions of the digital contact teacher, family by family.',
        principles: 'What you can rely on',
        principleList: [
          'Facts, never a score: years of engagement, missions carried, hours of training.',
          'The criteria are published with their version. A badge once issued keeps its own.',
          'A person decides on every badge, and its holder chooses whether to make it public.',
          'Every badge is signed: a change shows, and so does a revocation.',
        ],
        badges: 'The badges',
        allBadges: 'All badges and their criteria',
        description: 'Verifiable digital badges for the digital contact teachers of schools.',
      },
      issuer: issuerPageTexts(office),
      badgeLog: badgeLogTexts,
      ...badgePageTexts,
      framework: frameworkTexts(office),
      credential: credentialPageTexts(office),
      easy: easyTexts(office),
      verify: verifyPageTexts,
      device: deviceTexts,
      closed: closedTexts,
      apiReference: apiReferenceTexts(office),
      errors: errorPageTexts,
      about: aboutTexts(office),
      accessibility: accessibilityTexts,
      account: accountTexts(office),
      findings: findingTexts(office),
      forms: formTexts(office),
      my: myTexts(office),
      profile: profileTexts(),
      host: hostTexts(),
      wallet: walletTexts,
      badgeRecord: badgeRecordTexts(),
      endorsements: endorsementTexts(),
      achievementEndorsements: achievementEndorsementTexts(office),
      school: schoolTexts(office),
      contests: contestTexts(office),
      changes: changeTexts(office),
      undo: undoTexts,
      missionsProposed: missionsProposedTexts(office),
      newcomers: newcomersTexts(office),
      carryOver: carryOverTexts(office),
      sharing: sharingTexts(office),
      yearPages: yearPageTexts(office),
      yearlyReports: yearlyReportTexts(office),
      support: supportTexts(office),
      classProjects: classProjectTexts(office),
      invitations: invitationTexts(office),
      directory: directoryTexts(office),
      messages: messageTexts(office),
      meetings: schoolMeetingTexts(office),
      suspension: suspensionTexts(office),
      renewal: renewalTexts(office),
      revocations: revocationsTexts(office),
      dane: daneTexts(office),
      records: {
        roles: roleLabels(office),
        contributions: contributionLabels,
        eventKinds: eventKindLabels,
        confirmations: confirmationLabels(office),
        proofs: proofLabels,
        reviewKinds: reviewKindLabels,
      },
      count,
    }) satisfies PageTexts,
);
