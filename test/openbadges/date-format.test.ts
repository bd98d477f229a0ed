import { format } from '@cfworker/json-schema';
import { describe, expect, it } from 'vitest';
import { dateFormat } from '../../src/open-badges/schema/rfc3339.ts';
import { makeDraw } from '../support/mutations.ts';

const WHOLE = [
  ...['2026-02-28', '2024-02-29', '2026-02-30', '1900-02-29', '2000-02-29', '0000-12-31', '2026-13-01'],
  ...['2024-02-29t23:59:60z', '2026-01-01 10:00:00Z', '2026-01-01T22:59:60-01:00', '2026-06-30T23:59:60.25Z'],
  ...['0000-01-01T00:59:60+01:00', '2026-01-01T10:00:60Z', '2026-01-01T24:00:00Z', '2026-01-01T10:00:00'],
  ...['2026-01-01T10:00:00+23:59', '2026-01-01T10:00:00-24:00', '2026-01-01\u00a010:00:00Z', ''],
];
const DATE_FRAGMENTS = [
  ...'0123456789',
  '-',
  ':',
  '.',
  'T',
  't',
  'z',
  'Z',
  '+',
  ' ',
  '\n',
  '\u2028',
  '60',
  '٣',
  'ſ',
];

describe('the formats of dates in the schemas of the standard', () => {
  it.each(['date', 'date-time'] as const)(
    'are those of the interpreter, on whole and broken texts: %s',
    (name) => {
      const draw = makeDraw(3339);
      const part = () => DATE_FRAGMENTS[draw(DATE_FRAGMENTS.length)] ?? '';
      const broken = Array.from({ length: 20_000 }, () => {
        const text = WHOLE[draw(WHOLE.length)] ?? '';
        const at = draw(text.length + 1);
        return `${text.slice(0, at)}${part()}${text.slice(at + draw(3))}`;
      });
      const interpreted = format[name];
      let good = 0;
      for (const text of [...WHOLE, ...broken]) {
        expect(dateFormat[name](text), JSON.stringify(text)).toBe(interpreted?.(text));
        if (dateFormat[name](text)) good += 1;
      }
      expect(good).toBeGreaterThan(300);
    },
  );
});
