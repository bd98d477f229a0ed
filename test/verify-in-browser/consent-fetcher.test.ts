import { describe, expect, it } from 'vitest';
import { makeAskingFetcher } from '../../src/adapters/http-client/consent-fetcher.ts';

const ORIGIN = 'https://jalon.test';
const LIST = `${ORIGIN}/status/1`;

/** A fetcher whose network gives these answers in turn. */
function fetcherOf(...answers: readonly (() => Response | Promise<Response>)[]) {
  const left = [...answers];
  const send = async () => {
    const next = left.shift();
    if (!next) throw new TypeError('Failed to fetch');
    return next();
  };
  return makeAskingFetcher({ origin: ORIGIN, send: send as typeof fetch });
}

const list = () => new Response('{"bits":1}');
const late = () => Promise.reject(new DOMException('The operation timed out', 'TimeoutError'));

describe('the list that was read before', () => {
  it('is used again without a network', async () => {
    const fetcher = fetcherOf(list);
    await fetcher.fetch(LIST, '*/*');
    expect(await fetcher.fetch(LIST, '*/*')).toMatchObject({ kind: 'ok', url: LIST });
  });

  it.each([
    ['too large', () => new Response(new Uint8Array(1024 * 1024 + 1))],
    ['a redirect', () => new Response(null, { status: 302, headers: { location: '/elsewhere' } })],
    ['late', late],
  ])('does not stand for an answer that is %s', async (_what, answer) => {
    const fetcher = fetcherOf(list, answer);
    await fetcher.fetch(LIST, '*/*');
    fetcher.takeLog();
    expect(await fetcher.fetch(LIST, '*/*')).toMatchObject({ kind: 'unreachable' });
    expect(fetcher.takeLog().read).toEqual([]);
  });
});
