import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/command-line.ts';

const FOLDER = 'src/adapters/http';
/** The machine itself, what is open to anyone, and programs: they have other guards. */
const OTHER_GUARDS =
  /^(?:cache|components|forms|layout|responses|routing|view-models|middleware|public|standards|api|limits|health|scripts)\//;

/** The page files of features, whose first word is their space. */
const SPACE_FILES = /^(?:features|standards)\/[^/]+\/(?:my|dane|school)[-.]/;

const filesIn = (folder: string, isGuarded: (name: string) => boolean) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && isGuarded(name))
    .map((name) => ({ name, text: readFileSync(join(ROOT, folder, name), 'utf8') }));

const files = [
  ...filesIn(FOLDER, (name) => !OTHER_GUARDS.test(name)),
  ...filesIn('src', (name) => SPACE_FILES.test(name)),
];

/** The files in which one of these words stands. */
const filesContaining = (word: RegExp) => files.filter(({ text }) => word.test(text)).map(({ name }) => name);

describe('the pages behind the sign-in', () => {
  it('are guarded by the machine that declares them, never by hand', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(filesContaining(/requireSignedIn\(|requireMay\(/)).toEqual([]);
  });

  it('get their context from the request; only « not found » inside a space makes its own', () => {
    expect(filesContaining(/workspaceContext\(/)).toEqual(['dane/missing-page.tsx']);
  });

  it('throw what is not found', () => {
    // A sign-in that is not known leads to the same page, from outside every space.
    expect(filesContaining(/kind: 'not-found', status: 404/)).toEqual(['account/sign-in-page.tsx']);
  });
});

describe('the whole source', () => {
  it('has no type that only names which ports a function takes', () => {
    const all = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .filter((name) => /(?:interface|type) \w*Needs\b/.test(readFileSync(join(ROOT, 'src', name), 'utf8')));
    expect(all).toEqual([]);
  });
});
