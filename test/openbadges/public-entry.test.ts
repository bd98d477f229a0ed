import { describe, expect, it } from 'vitest';
import * as node from '../../src/open-badges/entries/open-badges.node.ts';
import * as web from '../../src/open-badges/entries/open-badges.web.ts';

const ENTRIES = { node, web };
const wrong = (params: object) => ({ name: 'OpenBadgesError', code: 'invalid-request', params });
/** A value that the types forbid, as a program in JavaScript may give it. */
const untyped = (value: unknown) => value as object;
const nested = (levels: number): object => (levels === 0 ? {} : { member: nested(levels - 1) });

describe.each(Object.entries(ENTRIES))('the public entry for %s', (_, { verify, issue, generateKey }) => {
  it.each([
    ['options', null],
    ['options', 'now'],
    ['now', { now: new Date(Number.NaN) }],
    ['now', { now: '2026-12-01' }],
    ['recipient', { recipient: 5 }],
  ])('names a wrong option of verify: %s as %j', async (option, options) => {
    await expect(verify('{}', untyped(options))).rejects.toMatchObject(wrong({ option }));
  });

  it.each([
    ['credential', undefined, {}],
    ['credential', 'x', {}],
    ['key', {}, { key: undefined }],
    ['key', {}, { key: {} }],
    ['created', {}, { created: new Date(Number.NaN) }],
  ])('names a wrong argument of issue: %s', async (argument, credential, options) => {
    const { key } = await generateKey();
    const issued = issue(untyped(credential) as Record<string, unknown>, { key, ...options } as never);
    await expect(issued).rejects.toMatchObject(wrong({ argument }));
  });

  it('refuses to issue a credential that is nested too deeply', async () => {
    const { key } = await generateKey();
    const issued = issue({ issuer: key.issuer, evidence: nested(5000) }, { key });
    await expect(issued).rejects.toMatchObject({ code: 'unsafe-credential', params: { reason: 'too-deep' } });
  });

  it('reports values that are no badge without throwing', async () => {
    for (const value of ['', 'null', '[]', {}, untyped(undefined), untyped(null), nested(5000)])
      expect(await verify(value as string)).toMatchObject({ verified: false });
  });
});
