import type { verifyPageTexts as french } from '../fr/verify-page.ts';
import { plural } from './page-words.ts';

/** The words of the verification page. */
export const verifyPageTexts = {
  title: 'Verify a badge',
  description: 'Verify an Open Badges 3.0 digital badge, from here or elsewhere: image, file or text.',
  lede: 'Give a badge in just one of these three ways. A file or a text may come from here or elsewhere. Nothing is kept.',
  file: 'A file',
  fileHelp: 'PNG or SVG image, JSON or JWT.',
  url: 'A link',
  urlHelp: (address) =>
    `The address of a badge of this service (${address}). For a badge from elsewhere, give its file or its text.`,
  credential: 'The text of the badge',
  credentialHelp: 'Paste the whole JSON or JWT.',
  or: 'or',
  submit: 'Verify',
  another: 'Verify another badge',
  errorTitle: 'Nothing was verified',
  titleOfError: (title) => `Error: ${title}`,
  onlyOne: (fields) =>
    `You gave a badge in several ways (${fields.map((field) => `“${field}”`).join(', ')}). Keep just one.`,
  result: 'The result',
  checkedAt: (moment) => `Verified on ${moment}`,
  inner: 'What this document holds',
  document: 'What the document says',
  documentText: 'These texts come from the document itself. We do not vouch for them.',
  badge: 'Badge',
  issuer: 'Issuer named',
  issuerKnown: 'issuer of this service',
  issuerUnknown: 'identity not verified',
  recipient: 'Holder',
  awardedOn: 'Issued on',
  validFrom: 'Valid from',
  validUntil: 'Valid until',
  results: 'Results',
  evidence: 'Evidence named',
  criteria: 'Criteria',
  criteriaAddress: 'Address of the criteria',
  alignments: 'Alignments',
  image: 'Image',
  imageNotLoaded:
    'We do not load images from other sites: their host would learn that you look at this badge.',
  blankTitle: 'Image not loaded',
  ownPage: 'Open the page of this badge',
  noName: 'Badge without a name',
  cut: 'The rest is not shown: this text is too long.',
  notShown: (count: number) =>
    `${count.toLocaleString('en-GB')} more ${plural(count, 'is', 'are')} not shown.`,
} satisfies typeof french;
