import { parseUai } from '../../src/domain/uai.ts';
import { disclosedInText, plainTerms } from '../../src/features/endorsements/feature-disclosed-in-text.ts';

/** What a text may tell of the holder of the badge in the report of privacy. */
export const TELLABLE = [
  'name',
  'initials',
  'school',
  'e-mail address',
  'fingerprint of the address',
  'days of engagement',
  'number of days',
  'day of the award',
  'school years',
  'principal’s words',
] as const;
export type DisclosedFact = (typeof TELLABLE)[number];

export const HOLDER = {
  givenName: 'Rosalba',
  familyName: 'Quincampoix',
  email: 'rosalba.quincampoix@ac-test.example',
};
export const SCHOOL = { uai: parseUai('0210001M'), name: 'Collège Ventabren', commune: 'Zuydcoote' };
export const DISCLOSING_TEXT = 'Rosalba Quincampoix fait vivre le numérique à Zuydcoote.';
/** The first and the last day of her engagement, its days, and the day of the award, each like no other. */
export const ENGAGED = { from: '2023-09-11', to: '2024-07-23' } as const;
const DAYS_COUNTED = 294;
export const AWARDED = '2026-11-19';

const FRENCH = ['11 septembre 2023', '23 juillet 2024', '11/09/2023', '23/07/2024'];
const ENGLISH = ['11 September 2023', '23 July 2024'];

/** What this text tells of her. */
export function disclosedFactsIn(bytes: string): ReadonlySet<DisclosedFact> {
  const text = bytes.replace(/[\u00a0\u202f]/gu, ' ');
  const person = { ...HOLDER, emails: [] };
  const parts = disclosedInText(text, person, [SCHOOL]);
  const names = [HOLDER.givenName, HOLDER.familyName].flatMap(plainTerms);
  const has = (...some: readonly string[]) => some.some((one) => text.includes(one));
  const found: Readonly<Record<DisclosedFact, boolean>> = {
    name: plainTerms(text).some((word) => names.includes(word)),
    initials: /\bR\. ?Q\./u.test(text),
    school: parts.has('school'),
    'e-mail address': has(HOLDER.email),
    'fingerprint of the address': has('sha256$'),
    'days of engagement': has(ENGAGED.from, ENGAGED.to, ...FRENCH, ...ENGLISH),
    'number of days': has(`${DAYS_COUNTED} jours`, `${DAYS_COUNTED} days`),
    'day of the award': has(AWARDED, '19 novembre 2026', '19 November 2026', 'issueMonth=11'),
    'school years': has('2023-2024', '"term":"2023"', '>2023<'),
    'principal’s words': has('fait vivre le numérique à Zuydcoote'),
  };
  return new Set(TELLABLE.filter((one) => found[one]));
}
