import { appendFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { measureParser } from '../support/load/measure-parser.ts';
import { PARSERS } from '../support/load/parsers.ts';

/** Shapes of two words grow to this length; with JALON_FULL_SIZE=1 to the limit of the parser. */
const LARGEST_OF_TWO = process.env['JALON_FULL_SIZE'] ? Number.MAX_SAFE_INTEGER : 65_536;

const MINUTES = 1_800_000;

describe('the reader of', () => {
  it.each(Object.keys(PARSERS))(
    '%s takes twice the time for twice the length, and leaves the process alive',
    async (name) => {
      const { inputs, faults, slowest } = await measureParser(name, LARGEST_OF_TWO);
      const file = process.env['JALON_PARSERS_REPORT'];
      if (file) await appendFile(file, `${JSON.stringify({ name, inputs, slowest, faults })}\n`);
      expect(inputs).toBeGreaterThan(20);
      expect(faults).toEqual([]);
    },
    MINUTES,
  );
});
