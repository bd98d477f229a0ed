import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** The package `open-badges`, packed and installed in a folder of its own. */
export interface InstalledPackage {
  readonly sizeBytes: number;
  readonly dependencies: readonly string[];
  /** Runs a file of the tests, or this program, inside the folder, and returns what it prints. */
  readonly run: (program: string | { readonly text: string }, ...texts: readonly string[]) => string;
  /** Writes a file into the folder. */
  readonly write: (name: string, content: string) => void;
  readonly remove: () => void;
}

/** Packs the library and installs it. Its dependencies are links to the packages of this repository, so that no
 *  network is needed. */
export function installPackage(): InstalledPackage {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-library-'));
  const build = `
    const { buildLibrary } = await import(${JSON.stringify(join(ROOT, 'tools/build-library.mjs'))});
    console.log(JSON.stringify(await buildLibrary(${JSON.stringify(folder)})));`;
  const { archive, sizeBytes, dependencies } = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', build], { encoding: 'utf8' }),
  );
  const home = join(folder, 'node_modules/open-badges');
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', archive, '--strip-components=1', '-C', home]);
  for (const name of dependencies) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link);
  }
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
  write('package.json', '{ "type": "module" }');
  return {
    ...{ sizeBytes, dependencies, write },
    run: (program, ...texts) => {
      const name = typeof program === 'string' ? basename(program) : 'program.js';
      if (typeof program === 'string') copyFileSync(program, join(folder, name));
      else write(name, program.text);
      const { status, stdout, stderr } = spawnSync(process.execPath, [name, ...texts], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      if (status !== 0) throw new Error(stderr);
      return stdout;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
