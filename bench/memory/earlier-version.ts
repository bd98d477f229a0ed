import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../test/support/command-line.ts';

/** The folder of an earlier commit of this repository, built with the packages that are installed now. It is made
 *  once. Throws where the repository does not have the commit. */
export function buildEarlierVersion(commit: string): string {
  const folder = `${ROOT}artefacts/bench/${commit}`;
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const archive = execFileSync('git', ['-C', ROOT, 'archive', commit], { maxBuffer: 1_000_000_000 });
  execFileSync('tar', ['-x', '-C', unfinished], { input: archive });
  symlinkSync(join(ROOT, 'node_modules'), join(unfinished, 'node_modules'));
  execFileSync(process.execPath, [join(unfinished, 'tools/build.mjs')], { cwd: unfinished, stdio: 'ignore' });
  renameSync(unfinished, folder);
  return folder;
}
