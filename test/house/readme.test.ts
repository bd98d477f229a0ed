import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../..', name), 'utf8');
const [english, french] = [read('README.md'), read('README.fr.md')];

/** The parts that do not depend on the language: levels of headings, codes at the beginning of rows, commands
 *  without their comment. */
function shapeOf(text: string): readonly string[] {
  const kept = text.matchAll(/^(#+) |^\| (`[^|]+`) \||^((?:npm|npx|export) [^#…\n]*)/gm);
  return Array.from(kept, ([, level, row, command]) => level ?? row ?? (command ?? '').trim()).map((one) =>
    one.replace(/ (FOLDER|DOSSIER|ADDRESS|ADRESSE)\b/, ' …').replace('serveur', 'server'),
  );
}

describe('the README', () => {
  it('has the same structure in French', () => {
    expect(shapeOf(french)).toEqual(shapeOf(english));
  });
});
