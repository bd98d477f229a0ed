import type { verifyPageTexts as french } from '../../fr/public/verify-page.ts';
import { plural } from '../grammar/page-phrases.ts';

export const verifyPageTexts = {
  title: 'Verify a badge',
  description:
    'Verify a digital badge, Open Badges 3.0, 2.0 or older, from here or elsewhere: a link, a file, a photograph of a QR code.',
  lede: 'Give the badge as you have it: a link, a file, a photograph of its QR code. It may come from here or elsewhere. Nothing is kept.',
  file: 'Or a file, or a photograph',
  fileHelp: 'PDF certificate, image of the badge, JSON file; or a photograph of a QR code, as PNG or JPEG.',
  credential: 'A link, or the text of the badge',
  credentialHelp: 'The address of the badge, its code of 22 characters, or its whole JSON or JWT text.',
  recipientField: 'The person’s address (optional)',
  recipientHelp:
    'To check that this badge was issued to this e-mail address. It is neither kept nor passed on.',
  recipientWrong: 'The person’s address is not an e-mail address. Correct it, or clear it.',
  notByName:
    'We don’t search by name or e-mail address. Give the badge’s link, its image, its PDF certificate, its file or a photograph of its QR code.',
  dropHint: 'You may drop it here, or paste an image.',
  /** Said while a dropped or pasted file is sent. */
  sending: 'Verifying…',
  codeAddress: (address) => `Address read in the code: ${address}`,
  pictureOf: (name) => `The image of the badge “${name}”`,
  unsignedImage: 'This image is the one of your file. It is not signed.',
  submit: 'Verify',
  askOriginal: 'Ask the person who gave it to you for the original.',
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
  issuerListed: 'issuer known here',
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
