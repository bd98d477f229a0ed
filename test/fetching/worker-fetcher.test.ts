import { describe, expect, it } from 'vitest';
import { makeWebFetcher } from '../../src/open-badges/fetching/safe-fetch.ts';

/** A network that gives these answers in turn, and records the requests. */
function networkOf(...answers: readonly (() => Response | Promise<Response>)[]) {
  const asked: string[] = [];
  const left = [...answers];
  const send = async (address: unknown) => {
    asked.push(String(address));
    const next = left.shift();
    if (!next) throw new Error('nothing answers');
    return next();
  };
  const fetcher = makeWebFetcher({ fetch: send as typeof fetch, timeLimitMs: 300 });
  return { asked, get: (url: string) => fetcher.fetch(url, 'application/json') };
}

const redirect = (location: string) => () => new Response(null, { status: 302, headers: { location } });

describe('the guarded fetcher of Workers', () => {
  it.each([
    ['plain http', 'http://badges.example/'],
    ['another port', 'https://badges.example:8443/'],
    ['credentials', 'https://user:secret@badges.example/'],
    ['a data address', 'data:application/json,{}'],
    ['no address', 'jalon'],
    ['loopback', 'https://127.0.0.1/'],
    ['loopback as a number', 'https://2130706433/'],
    ['IPv6 loopback', 'https://[::1]/'],
    ['mapped loopback', 'https://[::ffff:127.0.0.1]/'],
    ['cloud metadata', 'https://169.254.169.254/latest'],
    ['the name of this machine', 'https://localhost/'],
    ['its name with a dot', 'https://localhost./'],
    ['a name below it', 'https://db.localhost/'],
    ['a name without a domain', 'https://intranet/'],
    ['a name of a private network', 'https://metadata.google.internal/'],
  ])('refuses %s before asking', async (_kind, url) => {
    const { asked, get } = networkOf(() => new Response('{}'));
    expect(await get(url)).toMatchObject({ kind: 'unreachable' });
    expect(asked).toEqual([]);
  });

  it('tells the time by its server’s clock, except where a cache answers', async () => {
    const heard: string[] = [];
    const date = 'Wed, 10 Mar 2027 12:00:00 GMT';
    const answering = (headers: Record<string, string>) =>
      makeWebFetcher({ fetch: async () => new Response('{}', { headers }) });
    for (const headers of [{ date }, { date, age: '60' }, { date: 'noon' }, {}])
      await answering(headers as Record<string, string>).fetch(
        'https://badges.example/',
        '*/*',
        (at) => void heard.push(at),
      );
    expect(heard).toEqual(['2027-03-10T12:00:00Z']);
  });

  it('answers a public document, with its type and its final address', async () => {
    const { asked, get } = networkOf(redirect('/new.json'), () => Response.json({ a: 1 }));
    expect(await get('https://badges.example/old.json#part')).toMatchObject({
      kind: 'ok',
      url: 'https://badges.example/new.json',
      contentType: 'application/json',
      body: new TextEncoder().encode('{"a":1}'),
    });
    expect(asked).toEqual(['https://badges.example/old.json', 'https://badges.example/new.json']);
  });

  it('gives a status with its body', async () => {
    const { get } = networkOf(() => new Response('gone', { status: 410 }));
    expect(await get('https://badges.example/')).toMatchObject({ kind: 'status', status: 410 });
  });

  it('follows no redirect to another host, and no fourth', async () => {
    const elsewhere = networkOf(redirect('https://127.0.0.1/'), () => new Response('{}'));
    expect(await elsewhere.get('https://badges.example/')).toMatchObject({ kind: 'unreachable' });
    expect(elsewhere.asked).toHaveLength(1);
    const round = networkOf(...Array.from({ length: 9 }, () => redirect('/')));
    expect(await round.get('https://badges.example/')).toEqual({
      kind: 'unreachable',
      reason: 'too many redirects',
    });
    expect(round.asked).toHaveLength(4);
  });

  it('reads one megabyte and no more', async () => {
    const { get } = networkOf(() => new Response(new Uint8Array(1024 * 1024 + 1)));
    expect(await get('https://badges.example/')).toEqual({ kind: 'unreachable', reason: 'too large' });
  });

  it('waits no longer than allowed', async () => {
    const { get } = networkOf(async () => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      throw new Error('aborted');
    });
    expect(await get('https://badges.example/')).toEqual({
      kind: 'unreachable',
      reason: 'badges.example gave no complete answer in time',
      fault: { fault: 'late', host: 'badges.example' },
    });
  });
});
