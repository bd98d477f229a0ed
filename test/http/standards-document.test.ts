import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toApiDocument } from '../../src/adapters/http/api/reference/api-document.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { tokenOf } from '../support/tokens.ts';

/** The prefixes of addresses that a standard defines. */
const PREFIXES = [
  '/vc-api/',
  '/interactions/',
  '/oid4vci/',
  '/ims/ob/',
  '/oauth/',
  '/.well-known/openid-credential-issuer',
  '/.well-known/oauth-authorization-server',
];

type Schema = Readonly<Record<string, unknown>>;
interface Operation {
  readonly summary?: string;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}
interface Document extends Schema {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

let service: TestService;
let document: Document;
let dane: string;
beforeAll(async () => {
  service = await startTestService();
  document = await (await service.get('/api/standards/openapi.json')).json();
  dane = await tokenOf(service, 'dane');
});
afterAll(() => service.stop());

const described = () =>
  Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );

describe('the document of the interfaces of the standards', () => {
  it('is valid OpenAPI 3.1, and any page may read it', async () => {
    const answer = await service.get('/api/standards/openapi.json', { Origin: 'https://elsewhere.example' });
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(document.openapi).toBe('3.1.0');
    expect(await new Validator().validate(structuredClone(document))).toMatchObject({ valid: true });
  });

  it('describes every route under their addresses, and no missing one', () => {
    const registered = service.app.routes
      .filter(({ method, path }) => method !== 'ALL' && PREFIXES.some((prefix) => path.startsWith(prefix)))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:([a-z]+)/g, '{$1}')}`);
    expect(described().toSorted()).toEqual([...new Set(registered)].toSorted());
    expect(registered.length).toBeGreaterThan(20);
  });

  it('explains each route and its refusals', () => {
    for (const operations of Object.values(document.paths)) {
      for (const { summary, responses } of Object.values(operations)) {
        expect(summary).toMatch(/^[A-Z]/);
        expect(Object.keys(responses)).not.toEqual([]);
      }
    }
  });

  it.each<readonly [string, string, RequestInit]>([
    ['GET', '/ims/ob/v3p0/discovery', {}],
    ['GET', '/ims/ob/v3p0/credentials', {}],
    ['GET', '/ims/ob/v3p0/profile', {}],
    ['GET', '/.well-known/oauth-authorization-server', {}],
    ['GET', '/.well-known/openid-credential-issuer', {}],
    ['GET', '/.well-known/oauth-authorization-server/oid4vci', {}],
    ['POST', '/oauth/register', { body: '{}', headers: { 'Content-Type': 'application/json' } }],
    ['POST', '/oauth/token', {}],
    ['POST', '/oauth/revoke', {}],
    ['POST', '/oid4vci/token', {}],
    ['POST', '/oid4vci/nonce', {}],
    ['POST', '/oid4vci/credential', { body: '{}', headers: { 'Content-Type': 'application/json' } }],
    ['POST', '/vc-api/credentials/issue', {}],
    ['POST', '/vc-api/credentials/status', {}],
    ['POST', '/vc-api/credentials/verify', {}],
    ['POST', '/vc-api/presentations/verify', {}],
  ])('is right about the answer of %s %s', async (method, path, init) => {
    for (const authorization of [undefined, `Bearer ${dane}`]) {
      const headers = new Headers(init.headers);
      if (authorization) headers.set('Authorization', authorization);
      const answer = await service.app.request(`https://jalon.test${path}`, { ...init, method, headers });
      const operation = document.paths[path]?.[method.toLowerCase()];
      const content = operation?.responses[`${answer.status}`]?.content;
      expect([path, answer.status, content !== undefined]).toEqual([path, answer.status, true]);
      const type = answer.headers.get('Content-Type')?.split(';')[0] ?? '';
      expect(Object.keys(content ?? {})).toContain(type);
    }
  });

  it('is a page too, linked from the page of the service’s own interface', async () => {
    for (const [language, title, link] of [
      ['fr', 'Interfaces des normes', 'Les interfaces des normes'],
      ['en', 'Interfaces of the standards', 'The interfaces of the standards'],
    ] as const) {
      const page = await (await service.get(`/api/docs/standards?lang=${language}`)).text();
      expect(page).toContain(`<h1>${title}</h1>`);
      for (const { id, method, path } of toApiDocument(document).operations) {
        expect(page).toContain(`<section class="operation" id="${id}">`);
        expect(page).toContain(`<span class="method">${method}</span> <code>${path}</code>`);
      }
      const own = await (await service.get(`/api/docs?lang=${language}`)).text();
      expect(own).toMatch(new RegExp(`<a href="/api/docs/standards[^"]*">${link}`));
    }
  });
});
