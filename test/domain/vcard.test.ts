import { describe, expect, it } from 'vitest';
import { vCard } from '../../src/features/directory/actions-vcard.ts';

/** The card with its folded lines joined, as a reader of RFC 6350 does first. */
const unfolded = (card: string) => card.replaceAll('\r\n ', '');

describe('a vCard', () => {
  it('begins with its version and ends each line with CRLF', () => {
    const card = vCard([{ name: 'FN', values: ['Ève Morin'] }]);
    expect(card).toBe('BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ève Morin\r\nEND:VCARD\r\n');
  });

  it('escapes what separates values, in each of them', () => {
    const card = vCard([
      { name: 'N', values: ['Le Goff; dit', 'A,B', 'x\\y', 'deux\nlignes'], separator: ';' },
    ]);
    expect(card).toContain('N:Le Goff\\; dit;A\\,B;x\\\\y;deux\\nlignes\r\n');
  });

  it('folds at 75 octets, between characters and never inside one', () => {
    const name = '𝔸é'.repeat(60);
    const card = vCard([{ name: 'FN', values: [name] }]);
    const lines = card.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...lines)).toBeLessThanOrEqual(75);
    expect(card).not.toContain('\uFFFD');
    expect(unfolded(card)).toContain(`FN:${name}\r\n`);
  });

  it('leaves out a property without a value', () => {
    expect(vCard([{ name: 'EMAIL', values: [''] }])).not.toContain('EMAIL');
  });
});
