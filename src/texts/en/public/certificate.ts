import type { CertificateTexts } from '../../fr/public/certificate.ts';
import { and } from '../grammar/page-phrases.ts';

/** Words of the certificate of an issued badge. */
export const certificateTexts: CertificateTexts = {
  language: 'en-GB',
  kind: 'Certificate of a digital badge (Open Badge)',
  sentence: (texts) => (/[.!?…]$/u.test(texts) ? texts : `${texts}.`),
  recognised: 'What is recognised',
  period: (span) => `Engagement ${span}.`,
  years: (years) => `${years.length === 1 ? 'School year' : 'School years'} of engagement: ${and(years)}.`,
  halfYear: (label) => `${label} (half a year)`,
  shortYear: (label, isOpen) => `${label} (${isOpen ? 'under way at the award' : 'less than half a year'})`,
  thisPerson: 'This person',
  thisTeam: 'This team',
  deeds: (doer, deeds) => `${doer} ${and(deeds)}.`,
  check: 'Verify this badge',
  caption: 'This paper may be old. Scan the code, or open this address: it says whether the badge is valid.',
  alternative: (address) => `QR code of the address ${address}`,
  note: (file, verify) =>
    `The signed badge is attached to this PDF file (${file}). To verify it, drop the PDF on ${verify}`,
  attached: 'The signed badge, in the Open Badges 3.0 format',
};
