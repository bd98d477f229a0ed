import type { trustTexts as french, StatedTrust } from '../fr/trust.ts';
import { toDay } from './grammar/day.ts';

export const trustTexts = {
  /** Whether the badge was issued to an address that the reader typed. */
  recipient: {
    confirmed: 'This badge was issued to the given address.',
    'other-address': 'The given address is not the one to which this badge was issued.',
    'no-address':
      'This badge does not say to which address it was issued: the given address was not compared.',
    'not-checked': 'The address was not compared: the signature is not verified.',
  },
  doNotRely: 'Do not rely on this document.',
  goodBadge: 'The badge is authentic and valid.',
  named: {
    published: 'This document names an address of this service.',
    nothing: 'This document names an address of this service. No badge is published there.',
    see: 'See what is published there',
  },
  trust: ({ trust, name, list, listHost, readAt, borrowedName, mixedName }: StatedTrust) => {
    if (trust === 'ours') return 'The issuer is this service.';
    const day = readAt === undefined ? '' : ` on ${toDay(readAt)}`;
    const where = listHost ? `, from ${listHost}` : '';
    if (trust === 'listed') return `The issuer, ${name}, is on the list “${list}”${where}, read${day}.`;
    if (borrowedName)
      return `Beware: the issuer presents itself by a name, an address or criteria that are those of “${borrowedName}”, which this service knows, or resemble them, and is somebody else.`;
    if (mixedName)
      return 'Beware: the name of the issuer, which this service does not know, mixes the letters of several alphabets; it may imitate another.';
    return 'The issuer is unknown to this service: it is on none of its lists.';
  },
} satisfies typeof french;
