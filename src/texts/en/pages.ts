import { featureTexts } from '../features.ts';
import type { PageTexts } from '../fr/pages.ts';
import { byOffice } from '../office.ts';
import { closedTexts } from './account/closed.ts';
import { newcomersTexts } from './account/newcomers.ts';
import { accountTexts } from './account/pages.ts';
import { findingTexts } from './criteria/findings.ts';
import {
  confirmationLabels,
  contributionLabels,
  eventKindLabels,
  proofLabels,
  reviewKindLabels,
  roleLabels,
} from './criteria/labels.ts';
import { carryOverTexts } from './dane/carry-over.ts';
import { revocationsTexts } from './dane/revocations.ts';
import { daneTexts } from './dane/space.ts';
import { suspensionTexts } from './dane/suspension.ts';
import { undoTexts } from './dane/undo.ts';
import { toDay } from './grammar/day.ts';
import { formTexts } from './grammar/forms.ts';
import { withArticle } from './grammar/names.ts';
import { count } from './grammar/page-phrases.ts';
import { sharingTexts } from './mission-sharing.ts';
import { renewalTexts } from './my/badges.ts';
import { changeTexts } from './my/changes.ts';
import { myTexts } from './my/space.ts';
import { aboutTexts } from './public/about.ts';
import { accessibilityTexts } from './public/accessibility.ts';
import { apiReferenceTexts } from './public/api-reference-page.ts';
import { badgeLogTexts } from './public/badge-log.ts';
import { badgePageTexts } from './public/badge-pages.ts';
import { credentialPageTexts } from './public/credential-page.ts';
import { easyTexts } from './public/easy.ts';
import { errorPageTexts } from './public/error-pages.ts';
import { frameworkTexts } from './public/framework.ts';
import { issuerPageTexts } from './public/issuer-page.ts';
import { verifyPageTexts } from './public/verify-page.ts';
import { schoolTexts } from './school/space.ts';
import { yearPageTexts } from './school/year-pages.ts';
import { deviceTexts } from './verification/browser.ts';

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
});

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
      school: schoolTexts(office),
      ...featureTexts('en', office).pages,
      changes: changeTexts(office),
      undo: undoTexts,
      newcomers: newcomersTexts(office),
      carryOver: carryOverTexts(office),
      sharing: sharingTexts(office),
      yearPages: yearPageTexts(office),
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
