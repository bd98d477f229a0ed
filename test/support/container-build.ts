import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { ROOT } from './command-line.ts';

export interface Instruction {
  readonly name: string;
  readonly words: string;
}

export interface Stage {
  readonly image: string;
  /** The name for a later `COPY --from`; the last stage needs none. */
  readonly name: string;
  readonly instructions: readonly Instruction[];
}

export interface BuiltImage {
  /** The last stage's folder, used in place of its `/app`. */
  readonly folder: string;
  remove(): void;
}

/** The stages of a Containerfile, each with its instructions in order. */
export function parseContainerfile(text: string): readonly Stage[] {
  const lines = text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: { image: string; name: string; instructions: Instruction[] }[] = [];
  for (const line of lines) {
    const [, name = '', words = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    const [image = '', as, stage = ''] = words.split(/\s+/);
    if (name === 'FROM') stages.push({ image, name: as === 'AS' ? stage : '', instructions: [] });
    else stages.at(-1)?.instructions.push({ name, words });
  }
  return stages;
}

/** The sources of a `COPY`, their stage (the repository if it is absent), and the target. A source with a letter in
 *  brackets (`fil[e]`) is a pattern, and may match no file. */
export function parseCopy(texts: string): {
  readonly from?: string;
  readonly sources: readonly string[];
  readonly to: string;
} {
  const from = /^--from=(\S+)\s+/.exec(texts);
  const paths = texts.slice(from?.[0].length ?? 0).split(/\s+/);
  return { ...(from?.[1] && { from: from[1] }), sources: paths.slice(0, -1), to: paths.at(-1) ?? '' };
}

/** Runs the stages as a container engine would, with folders for images and this machine's Node. It downloads
 *  no package: its npm links the installed ones. Throws where a command fails or an instruction is unknown. */
export function buildImage(stages: readonly Stage[]): BuiltImage {
  const place = mkdtempSync(join(tmpdir(), 'jalon-container-'));
  const folderOf = (stage: string) => join(place, stage === '' ? 'last' : stage, 'app');
  const run = makeShell(place);
  for (const { name: stage, instructions } of stages) {
    const folder = folderOf(stage);
    mkdirSync(folder, { recursive: true });
    for (const { name, words } of instructions) {
      if (name === 'COPY') copy(words, folder, folderOf);
      else if (name === 'RUN') run(words, folder);
      else if (!ABOUT_RUNNING.has(name)) throw new Error(`No ${name} is known.`);
    }
  }
  return { folder: folderOf(''), remove: () => rmSync(place, { recursive: true, force: true }) };
}

const LINKED_NPM = join(import.meta.dirname, 'linked-npm.child.ts');
const ABOUT_RUNNING: ReadonlySet<string> = new Set(
  'WORKDIR VOLUME USER ENV EXPOSE HEALTHCHECK ENTRYPOINT CMD'.split(' '),
);

function copy(texts: string, folder: string, folderOf: (stage: string) => string): void {
  const { from, sources, to } = parseCopy(texts);
  const inRepository = from === undefined;
  for (const source of inRepository ? globSync([...sources], { cwd: ROOT }) : sources) {
    const path = inRepository ? join(ROOT, source) : join(folderOf(from), source.replace(/^\/app\//, ''));
    const target = to.endsWith('/') ? join(folder, to, basename(source)) : join(folder, to);
    const isSent = (one: string) => !inRepository || !one.includes('/node_modules');
    cpSync(path, target, { recursive: true, verbatimSymlinks: true, filter: isSent });
  }
}

/** Runs a shell line as the image would. No account is made and no owner of files is changed: that is only
 *  possible in the image. */
function makeShell(place: string): (line: string, folder: string) => void {
  const bin = join(place, 'bin');
  mkdirSync(bin);
  const commands = { chown: '', useradd: '', npm: `exec '${process.execPath}' '${LINKED_NPM}' "$@"` };
  for (const [name, line] of Object.entries(commands)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  }
  const PATH = [bin, dirname(process.execPath), process.env['PATH']].join(delimiter);
  return (line, folder) => {
    const { status, stdout, stderr } = spawnSync('sh', ['-ec', line], {
      cwd: folder,
      env: { PATH, HOME: place },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`"${line}" ended with ${status}: ${stdout}${stderr}`);
  };
}
