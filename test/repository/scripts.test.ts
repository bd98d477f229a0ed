import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/command-line.ts';

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

/** The command moves itself, and an image is built on the Node that it has. */
const BY_THEMSELVES = ['start', 'jalon', 'build'];

/** What a file imports before it runs. */
const importsOf = (file: string) =>
  Array.from(
    readFileSync(file, 'utf8').matchAll(/^(?:.* from|import) '([^'\n]+)'/gm),
    ([, name = '']) => name,
  );

/** A file, and all of ours that it imports. */
function loadedWith(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const name of importsOf(file)) if (name.startsWith('.')) loadedWith(join(dirname(file), name), known);
  return known;
}

describe('the scripts of package.json', () => {
  it('begin where any Node can begin, and name a tool that is there', () => {
    for (const [name, command] of Object.entries(scripts)) {
      if (BY_THEMSELVES.includes(name)) continue;
      const [, tool] = /^(?:\w+=\w+ )?node tools\/run\.mjs ([\w-]+)/.exec(command) ?? [];
      expect([name, tool]).toEqual([name, expect.any(String)]);
      expect([name, existsSync(join(ROOT, `tools/${tool}.mjs`))]).toEqual([name, true]);
    }
  });

  it('load nothing before they move to Node 24 that Node 20 or a bare clone lacks', () => {
    const loaded = [...loadedWith(join(ROOT, 'tools/run.mjs'))];
    expect(loaded.map((file) => file.slice(ROOT.length))).toContain('tools/build.mjs');
    for (const file of loaded) {
      const packages = importsOf(file).filter((name) => !/^(\.|node:)/.test(name));
      expect([file, packages]).toEqual([file, []]);
      // What node:fs and node:module have had since Node 22 only.
      expect([
        file,
        /^import \{[^}]*\b(globSync|registerHooks|enableCompileCache)\b/m.test(readFileSync(file, 'utf8')),
      ]).toEqual([file, false]);
    }
  });
});
