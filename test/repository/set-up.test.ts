import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** A replacement of npm: it records its calls and their arguments, takes a moment, and makes the folder that
 *  npm makes. */
const NPM = `#!/bin/sh
echo "$@" >> "$NPM_CALLS"
[ "$1" = ci ] && rm -rf node_modules
sleep 0.3 && mkdir -p node_modules
[ -n "$NPM_BRINGS" ] && mkdir "node_modules/$NPM_BRINGS"
exit "\${NPM_EXIT:-0}"
`;

describe('installing packages', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jalon-set-up-'));
    cpSync(join(ROOT, 'tools'), join(folder, 'tools'), {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
    mkdirSync(join(folder, 'fake'));
    writeFileSync(join(folder, 'fake/npm'), NPM);
    chmodSync(join(folder, 'fake/npm'), 0o755);
    writeFileSync(join(folder, 'calls'), '');
    writeLock('1.0.0');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const writeLock = (version: string) =>
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ version }));
  const calls = () => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n').filter(Boolean);

  function install(
    settings: Record<string, string> = {},
    development = false,
    also: readonly string[] = [],
  ): Promise<{ code: number | null; stderr: string; stdout: string }> {
    const options = JSON.stringify({ development, also });
    const script = `import('./tools/install.mjs').then((it) => it.installPackages('.', 'Installing…', ${options}))`;
    const child = spawn(process.execPath, ['-e', script], {
      cwd: folder,
      env: {
        ...process.env,
        PATH: [join(folder, 'fake'), process.env['PATH']].join(delimiter),
        NPM_CALLS: join(folder, 'calls'),
        ...settings,
      },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (text) => (stdout += text));
    child.stderr.on('data', (text) => (stderr += text));
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, stderr, stdout })));
  }

  it('runs npm once for what the service needs, and nothing the second time', async () => {
    const first = await install();
    const second = await install();
    expect(first).toEqual({ code: 0, stderr: 'Installing…\n', stdout: '' });
    expect(second).toEqual({ code: 0, stderr: '', stdout: '' });
    expect(calls()).toEqual([expect.stringMatching(/^ci --omit=dev /)]);
  });

  it('runs npm once for all packages, which include those that the service needs', async () => {
    await install({ NODE_ENV: 'production' }, true);
    await install({ NODE_ENV: 'production' }, true);
    await install();
    expect(calls()).toEqual([expect.stringMatching(/^ci --include=dev /)]);
  });

  it('adds the packages for development to those that a running service uses', async () => {
    await install();
    writeFileSync(join(folder, 'node_modules/in-use'), '');
    await install({}, true);
    await install({}, true);
    await install();
    expect(calls()).toEqual([
      expect.stringMatching(/^ci --omit=dev /),
      expect.stringMatching(/^install --include=dev --no-save /),
    ]);
    expect(existsSync(join(folder, 'node_modules/in-use'))).toBe(true);
  });

  it('installs the named development packages with those of production, in their versions', async () => {
    const names = { builder: '1.2.3', '@a/style': '4.5.6', tester: '7.8.9' };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ devDependencies: names }));
    for (let start = 0; start < 2; start += 1) await install({}, false, ['builder', '@a/style']);
    await install({}, true, ['builder', '@a/style']);
    expect(calls()).toEqual([
      expect.stringMatching(/^install --omit=dev --no-save --save-prod builder@1\.2\.3 @a\/style@4\.5\.6 /),
      expect.stringMatching(/^install --include=dev --no-save /),
    ]);
  });

  it('fails while the program of a named development package is missing', async () => {
    const program = { optional: true, dev: true, os: [process.platform], cpu: [process.arch] };
    const builder = { dev: true, optionalDependencies: { program: '1.0.0' } };
    const packages = { '': {}, 'node_modules/builder': builder, 'node_modules/program': program };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ version: '4.0.0', packages }));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ devDependencies: { builder: '1.0.0' } }));
    expect((await install({}, false, ['builder'])).stderr).toContain('program did not arrive');
    expect((await install({ NPM_BRINGS: 'program' }, false, ['builder'])).code).toBe(0);
  });

  it('runs npm again when the lockfile has changed', async () => {
    await install();
    writeLock('2.0.0');
    await install();
    expect(calls()).toHaveLength(2);
  });

  it('runs npm once when two processes start together', async () => {
    const both = await Promise.all([install(), install()]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(calls()).toHaveLength(1);
  });

  it('fails when npm fails, and tries again the next time', async () => {
    const failed = await install({ NPM_EXIT: '7' });
    expect(failed.code).not.toBe(0);
    expect(failed.stderr).toContain('npm ci ended with 7');
    expect((await install()).code).toBe(0);
    expect(calls()).toHaveLength(2);
  });

  /** A program that npm skips silently where the registry does not answer. */
  function writeLockWithProgram(): void {
    const program = { optional: true, os: [process.platform], cpu: [process.arch] };
    const other = { optional: true, os: ['aix'], cpu: ['ppc64'] };
    const packages = { '': {}, 'node_modules/program': program, 'node_modules/other': other };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ version: '3.0.0', packages }));
  }

  it('fails while a program for this system is missing, and succeeds once it arrives', async () => {
    writeLockWithProgram();
    for (let start = 0; start < 2; start += 1) {
      const away = await install();
      expect(away.code).not.toBe(0);
      expect(away.stderr).toContain('program did not arrive');
      expect(away.stderr).toContain('Nothing has to be removed');
    }
    expect((await install({ NPM_BRINGS: 'program' })).code).toBe(0);
    expect((await install()).code).toBe(0);
    expect(calls()).toHaveLength(3);
  });

  it('fetches a program again that an earlier start noted and did not get', async () => {
    writeLockWithProgram();
    await install({ NPM_BRINGS: 'program' });
    rmSync(join(folder, 'node_modules/program'), { recursive: true });
    expect((await install({ NPM_BRINGS: 'program' })).code).toBe(0);
    expect(calls()).toHaveLength(2);
  });

  it('takes over the lock of a process that was killed', async () => {
    const lock = join(folder, 'var/set-up.lock');
    mkdirSync(lock, { recursive: true });
    const anHourAgo = new Date(statSync(lock).mtimeMs - 3_600_000);
    utimesSync(lock, anHourAgo, anHourAgo);
    expect((await install()).code).toBe(0);
    expect(calls()).toHaveLength(1);
  });
});
