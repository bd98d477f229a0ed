import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Source {
  readonly file: string;
  readonly source: string;
  readonly url: string;
  readonly date: string;
  readonly sha256: string;
  readonly licence: string;
}

function sourcesOf(folder: string): readonly Source[] {
  return JSON.parse(readFileSync(`${folder}/SOURCES.json`, 'utf8')).files;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);
}

describe.each([
  ['schemas', ['open-badges-3.0', 'contexts']],
  ['test/vectors', ['openbadges-guide', 'foreign']],
])('the copies in %s', (folder, subfolders) => {
  it.each(sourcesOf(folder))('$file is the text that was published', ({ file, sha256, ...source }) => {
    const bytes = readFileSync(`${folder}/${file}`);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(Object.values(source).every((value) => value.length > 0)).toBe(true);
  });

  it('all have a line about their origin', () => {
    const listed = sourcesOf(folder).map(({ file }) => `${folder}/${file}`);
    expect(subfolders.flatMap((subfolder) => filesIn(`${folder}/${subfolder}`)).sort()).toEqual(
      listed.sort(),
    );
  });
});
