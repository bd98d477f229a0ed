import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PRODUCTION_SETTINGS } from '../support/production-settings.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../..', name), 'utf8');
const [english, french] = [read('README.md'), read('README.fr.md')];

const MOST_LINES = 90;
const README_LENGTH = 700;
/** Paragraphs are not wrapped. A longer line would hide two. */
const MOST_CHARACTERS = 300;

/** The parts that do not depend on the language: levels of headings, codes at the beginning of rows, commands
 *  without their comment and without the words of a reason. */
function shapeOf(text: string): readonly string[] {
  const saved = text.matchAll(/^(#+) |^\| (`[^|]+`) \||^((?:npm|npx|export) [^#…\n]*)/gm);
  return Array.from(saved, ([, level, row, command]) => level ?? row ?? (command ?? '').trim()).map((one) =>
    one
      .replace(/ (FOLDER|DOSSIER|ADDRESS|ADRESSE)\b/, ' …')
      .replace(/"[^"]+"/, '"…"')
      .replace('serveur', 'server'),
  );
}

/** The settings in the first cells of the table. */
function settingsOf(text: string): readonly string[] {
  const cells = Array.from(text.matchAll(/^\| (`[A-Z].*?`) \|/gm), ([, cell = '']) => cell);
  return cells.flatMap((cell) => Array.from(cell.matchAll(/`([A-Z_]+)`/g), ([, name = '']) => name));
}

describe('the README', () => {
  it('has the same structure in French', () => {
    expect(shapeOf(french)).toEqual(shapeOf(english));
  });

  it.each([
    ['English', english],
    ['French', french],
  ])('is short in %s', (_, text) => {
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
    expect(text.trim().split(/\s+/).length).toBeLessThanOrEqual(README_LENGTH);
    expect(lines.filter(({ length }) => length > MOST_CHARACTERS)).toEqual([]);
  });

  it.each([
    ['English', english],
    ['French', french],
  ])('lists in %s the settings that production requires, and no others', (_, text) => {
    expect(settingsOf(text)).toEqual(Object.keys(PRODUCTION_SETTINGS));
  });
});
