import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { gatherWrites } from '../../src/cli/main.ts';

function recorder() {
  const pieces: string[] = [];
  const stream = new Writable({
    writev: (chunks, done) => {
      pieces.push(chunks.map(({ chunk }) => String(chunk)).join(''));
      done();
    },
  });
  return { stream, pieces };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('lines of one turn are written in order as one piece, and those of the next turn as another', async () => {
  const { stream, pieces } = recorder();
  const write = gatherWrites(stream);
  for (const line of ['a', 'b', 'c']) {
    write(line);
    await Promise.resolve();
  }
  expect(pieces).toEqual([]);
  await turn();
  expect(pieces).toEqual(['abc']);
  write('d');
  await turn();
  expect(pieces).toEqual(['abc', 'd']);
});
