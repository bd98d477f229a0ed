import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const TOOL = join(import.meta.dirname, '../../tools/authorised.mjs');
const KEYS = 'src/open-badges/keys';
const TYPES = {
  'authorised.ts': `declare const AUTHORISED: unique symbol;
    export interface AuthorisedKey { readonly [AUTHORISED]: true; readonly jwk: object }
    export type KeyAnswer = { readonly kind: 'a'; readonly key: AuthorisedKey } | { readonly kind: 'b' };
    export const make = (jwk: object) => ({ jwk }) as AuthorisedKey;`,
  'served-issuer.ts': `declare const SERVED: unique symbol;
    export interface ServedIssuer { readonly [SERVED]: true; readonly id: string }
    export const make = (id: string) => ({ id }) as ServedIssuer;`,
};
const IMPORTS = `import type { AuthorisedKey, KeyAnswer } from './open-badges/keys/authorised.ts';
import type { ServedIssuer } from './open-badges/keys/served-issuer.ts';
import { compactVerify } from 'jose';
declare const given: unknown; declare const bytes: Uint8Array<ArrayBuffer>; declare const key: CryptoKey;
declare function take(one: AuthorisedKey): void; declare const authorised: AuthorisedKey;
`;
const BYPASSES: Readonly<Record<string, readonly [string, RegExp]>> = {
  cast: ['take({ jwk: {} } as AuthorisedKey);', /AuthorisedKey is made/],
  castTwice: ['take(given as unknown as AuthorisedKey);', /AuthorisedKey is made/],
  castAround: ['export const a = { kind: "a", key: {} } as unknown as KeyAnswer;', /AuthorisedKey is made/],
  castList: [
    'export const all = [] as readonly unknown[] as readonly ServedIssuer[];',
    /ServedIssuer is made/,
  ],
  castParameter: ['take({} as unknown as Parameters<typeof take>[0]);', /AuthorisedKey is made/],
  predicate: ['export const is = (x: unknown): x is ServedIssuer => Boolean(x);', /ServedIssuer is made/],
  parsed: ['take(JSON.parse("{}"));', /AuthorisedKey is made/],
  parsedConstant: ['export const one: ServedIssuer = JSON.parse("{}");', /ServedIssuer is made/],
  library: ['export const good = compactVerify("a.b.c", key);', /a signature is verified/],
  runtime: [
    'export const good = crypto.subtle.verify("Ed25519", key, bytes, bytes);',
    /a signature is verified/,
  ],
  allowed: [
    'take(authorised); export const cast = given as string; export const any = JSON.parse("1") as number;',
    /^$/,
  ],
};

let folder: string;
let stated: readonly string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-authorised-'));
  mkdirSync(join(folder, KEYS), { recursive: true });
  for (const [name, text] of Object.entries(TYPES)) writeFileSync(join(folder, KEYS, name), text);
  for (const [name, [code]] of Object.entries(BYPASSES))
    writeFileSync(join(folder, `src/${name}.ts`), `${IMPORTS}${code}`);
  const { status, stderr } = spawnSync(process.execPath, [TOOL, folder], { encoding: 'utf8' });
  expect(status).toBe(1);
  stated = stderr.trim().split('\n');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the check of authorised keys and served issuers', () => {
  it.each(Object.keys(BYPASSES))('sees what makes one, or verifies without one: %s', (name) => {
    const own = stated.filter((line) => line.startsWith(`src/${name}.ts:`));
    expect(own.join('\n')).toMatch(BYPASSES[name]?.[1] ?? /never/);
  });

  it('lets each type be made in its own file', () => {
    expect(stated.filter((line) => line.startsWith(KEYS))).toEqual([]);
  });
});
