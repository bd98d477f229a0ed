import { badgeRecordCredentialTexts } from '../../src/standards/badge-records/texts.ts';
import { cliTexts } from '../../src/texts/fr/cli/commands.ts';
import { criteriaTexts } from '../../src/texts/fr/criteria/page.ts';
import { importTexts, templateTexts } from '../../src/texts/fr/dane/import.ts';
import { errorTexts } from '../../src/texts/fr/errors/domain.ts';
import { mailTexts } from '../../src/texts/fr/mail/common.ts';
import { pageTexts } from '../../src/texts/fr/pages.ts';
import { statementTexts } from '../../src/texts/fr/papers/engagement-statement.ts';
import { iprofTexts } from '../../src/texts/fr/papers/iprof-mention.ts';
import { companionTexts } from '../../src/texts/fr/papers/letter-companion.ts';
import { letterTexts } from '../../src/texts/fr/papers/mission-letter.ts';
import { paperNames } from '../../src/texts/fr/papers/names.ts';
import { paperTexts } from '../../src/texts/fr/papers/phrases.ts';
import { reviewTexts } from '../../src/texts/fr/papers/review-record.ts';
import { schoolFileTexts } from '../../src/texts/fr/papers/school-file.ts';
import { posterTexts } from '../../src/texts/fr/papers/sign-in-poster.ts';
import { certificateTexts } from '../../src/texts/fr/public/certificate.ts';
import { credentialTexts } from '../../src/texts/fr/public/credential.ts';
import { publicLabels } from '../../src/texts/fr/public/labels.ts';
import { personaPageTexts } from '../../src/texts/fr/public/persona-page.ts';
import { trustTexts } from '../../src/texts/fr/trust.ts';
import { verificationTexts } from '../../src/texts/fr/verification/report.ts';
import { OFFICE } from '../../src/texts/office.ts';

/** The French sentences of a service whose office has its usual name. A test takes what it expects from here, so
 *  that a sentence can be reworded in `src/texts` alone. */
export const fr = {
  ...pageTexts(OFFICE),
  mail: mailTexts(OFFICE),
  /** Why the service refuses, by the code of the error. */
  refusals: errorTexts(OFFICE),
  /** What an import says of lines and files. */
  files: importTexts(OFFICE),
  templates: templateTexts,
  cli: cliTexts,
  persona: personaPageTexts(OFFICE),
  /** What is written into signed badges. */
  signed: credentialTexts,
  signedRecord: badgeRecordCredentialTexts,
  criteria: criteriaTexts,
  verification: verificationTexts,
  trust: trustTexts,
  publicLabels,
  certificate: certificateTexts,
  papers: {
    ...paperTexts,
    names: paperNames,
    companion: companionTexts,
    iprof: iprofTexts,
    letter: letterTexts,
    poster: posterTexts,
    review: reviewTexts,
    schoolFile: schoolFileTexts,
    statement: statementTexts,
  },
};

/** Stands in a sentence where a test does not know the words. */
export const ANY = '⟦any⟧';

/** What a sentence looks like where `ANY` of it may be something else, and where its lines may be broken. */
export function like(sentence: string): RegExp {
  const parts = sentence.split(ANY).map((part) => part.split(/\s/).map(RegExp.escape).join('\\s+'));
  return new RegExp(parts.join('[^<]+?'));
}
