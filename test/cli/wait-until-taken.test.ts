import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { waitUntilTaken } from '../../src/cli/main.ts';

/** A reader that takes a piece only when the test asks it to. */
function slowReader() {
  let next = () => {};
  const stream = new Writable({
    highWaterMark: 4,
    write: (_chunk, _encoding, done) => {
      next = done;
    },
  });
  return { stream, take: () => next() };
}

const stateOf = (promise: Promise<void>) =>
  Promise.race([
    promise.then(() => 'taken'),
    new Promise((resolve) => setImmediate(resolve)).then(() => 'waiting'),
  ]);

describe('the wait for a slow reader', () => {
  it('is over at once while little data waits', async () => {
    const { stream } = slowReader();
    stream.write('a');
    expect(await stateOf(waitUntilTaken(stream))).toBe('taken');
  });

  it('lasts until the reader has taken the waiting data', async () => {
    const { stream, take } = slowReader();
    stream.write('a long line');
    const wait = waitUntilTaken(stream);
    expect(await stateOf(wait)).toBe('waiting');
    take();
    expect(await stateOf(wait)).toBe('taken');
  });

  it('is over when the reader has gone', async () => {
    const { stream } = slowReader();
    stream.write('a long line');
    const wait = waitUntilTaken(stream);
    stream.destroy();
    expect(await stateOf(wait)).toBe('taken');
    expect(await stateOf(waitUntilTaken(stream))).toBe('taken');
  });
});
