import { badgeRecordCredentialTexts } from '../../src/texts/fr/badge-record.ts';
import { certificateTexts } from '../../src/texts/fr/certificate.ts';
import { cliTexts } from '../../src/texts/fr/cli.ts';
import { credentialTexts } from '../../src/texts/fr/credential.ts';
import { criteriaTexts } from '../../src/texts/fr/criteria.ts';
import { errorTexts } from '../../src/texts/fr/errors.ts';
import { importTexts } from '../../src/texts/fr/import.ts';
import { mailTexts } from '../../src/texts/fr/mail.ts';
import { pageTexts } from '../../src/texts/fr/pages.ts';
import { paperNames } from '../../src/texts/fr/paper-names.ts';
import { statementTexts } from '../../src/texts/fr/papers/engagement-statement.ts';
import { iprofTexts } from '../../src/texts/fr/papers/iprof-mention.ts';
import { companionTexts } from '../../src/texts/fr/papers/letter-companion.ts';
import { letterTexts } from '../../src/texts/fr/papers/mission-letter.ts';
import { reviewTexts } from '../../src/texts/fr/papers/review-record.ts';
import { schoolFileTexts } from '../../src/texts/fr/papers/school-file.ts';
import { posterTexts } from '../../src/texts/fr/papers/sign-in-poster.ts';
import { paperTexts } from '../../src/texts/fr/papers/words.ts';
import { personaPageTexts } from '../../src/texts/fr/persona-page.ts';
import { publicLabels } from '../../src/texts/fr/public-labels.ts';
import { templateTexts } from '../../src/texts/fr/templates.ts';
import { trustTexts } from '../../src/texts/fr/trust.ts';
import { verificationTexts } from '../../src/texts/fr/verification.ts';
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
