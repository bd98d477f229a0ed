import type { Sentences } from '../../fr/verification/step-phrases.ts';
import { placeOf } from '../papers/document-parts.ts';
import { after, quoted } from './step-phrases.ts';

/** The sentences of step codes that no browser reaches: those of badges of versions before 3.0, and of codes in
 *  pictures. */
export const serviceStepTexts: Sentences = {
  'several-codes-in-image': () => 'This image shows several codes. Crop it to a single one.',
  'image-format': () => 'This image format is not read here. Save the image as PNG or JPEG.',
  'image-too-large': () => 'This image has too many pixels to be read here. Crop it to the QR code.',
  'reading-too-slow': () =>
    'This file takes too much time or memory to be read. Give the badge’s JSON file, or its address.',
  'mixed-versions': () =>
    'This document mixes versions of Open Badges: each reader could read something else in it. It is not read.',
  'first-version': (values) =>
    `This is a badge of the very first version of Open Badges (0.5)${quoted(', which calls itself ', values?.['name'])}${quoted(' and says that it comes from ', values?.['issuer'])}. Nothing outside the badge can confirm what it says: ask its issuer for a badge of today.`,
  hosted: () =>
    'This badge is not signed: the site of its issuer answers for it, and publishes it as it is today. It holds as long as that site publishes it.',
  'no-address': () =>
    'This badge does not say at which address its issuer publishes it: give that address instead of the file.',
  'site-unreachable': (values) =>
    `The site that answers for this badge does not reply${after(': ', values?.['url'])}. Try again later.`,
  'not-served': (values) =>
    `The site of the issuer no longer publishes this badge, or what it depends on${after(': ', values?.['url'])}. Nobody answers for it any more.`,
  'served-otherwise': (values) =>
    `What the announced site publishes is not this badge${after(': ', values?.['url'])}.`,
  'differs-from-served': (values) =>
    `This file does not say the same as the site of the issuer${after(': ', placeOf(values?.['member']))}. It was modified, or it is old.`,
  'outside-issuer': (values) =>
    `The announced issuer does not answer for the address of this badge${after(': ', values?.['url'])}. This badge does not come from it.`,
  'class-outside-issuer': (values) =>
    `The announced issuer does not answer for the address where this badge is described${after(': ', values?.['url'])}.`,
  withdrawn: () => 'The site of the issuer says that this badge is withdrawn.',
  'issuer-site': () =>
    'The address of this badge is indeed one of the announced issuer; we do not vouch for its identity.',
  'issuer-elsewhere': () => 'The announced issuer is not behind this badge.',
  'several-presented': (values) =>
    `This presentation holds ${values?.['count'] ?? 'several'} badges. Give them one by one.`,
  'end-not-shown': () =>
    'The holder chooses what to show of this badge. If it ends one day, that is not shown.',
  'status-not-shown': () =>
    'The holder chooses what to show of this badge. If its issuer can revoke it, that is not shown.',
};

/** The results of the same steps in a word or two. */
export const serviceResultTexts: Readonly<Record<string, string>> = {
  hosted: 'publishes it',
  'no-address': 'not stated',
  'site-unreachable': 'unreachable',
  'not-served': 'no longer publishes it',
  'served-otherwise': 'publishes something else',
  'differs-from-served': 'says something else',
  'outside-issuer': 'of another',
  'class-outside-issuer': 'of another',
  withdrawn: 'withdrew it',
  'issuer-site': 'answers for it',
  'issuer-elsewhere': 'not behind it',
};
