import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { heapMegabytes } from '../../src/cli/process-limits.ts';
import { ROOT } from '../support/command-line.ts';

const MEBIBYTE = 1_048_576;

it.each([
  [0, 512],
  [2 ** 64, 512],
  [100 * MEBIBYTE, 128],
  [512 * MEBIBYTE, 170],
  [768 * MEBIBYTE, 256],
  [64_000 * MEBIBYTE, 2048],
])('a process that may take %d bytes gets a heap of %d MiB', (bytes, megabytes) => {
  expect(heapMegabytes(bytes)).toBe(megabytes);
});

/** Says at the end of a process which heap and allocator it had. */
const REPORT = `data:text/javascript,${encodeURIComponent(
  `import { getHeapStatistics } from 'node:v8';
  process.on('exit', () => console.error(JSON.stringify({
    heap: getHeapStatistics().heap_size_limit / ${MEBIBYTE}, arenas: process.env.MALLOC_ARENA_MAX })));`,
)}`;

/** What a command of a release runs with. */
function launch({ NODE_OPTIONS = '', ...environment }: Readonly<Record<string, string>>) {
  const env = { ...environment, NODE_OPTIONS: `${NODE_OPTIONS} --import=${REPORT}`.trim() };
  const command = `"${process.execPath}" "${ROOT}dist/start.js" --version 2>&1 >/dev/null`;
  const lines = execFileSync('/bin/sh', ['-c', command], { env, encoding: 'utf8' });
  return JSON.parse(lines.trim().split('\n').at(-1) ?? '') as {
    readonly heap: number;
    readonly arenas: string;
  };
}

it('the command of a release runs with the limits of its container, unless the environment says others', () => {
  const { heap, arenas } = launch({});
  const wanted = heapMegabytes(process.constrainedMemory());
  expect(arenas).toBe('1');
  expect([heap >= wanted, heap < wanted + 64]).toEqual([true, true]);
  const own = launch({ NODE_OPTIONS: '--max-old-space-size=300', MALLOC_ARENA_MAX: '4' });
  expect(own.arenas).toBe('4');
  expect([own.heap >= 300, own.heap < 364]).toEqual([true, true]);
});
