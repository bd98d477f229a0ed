import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toApiDocument } from '../../src/adapters/http/api/reference/api-document.ts';
import { toResources } from '../../src/adapters/http/api/reference/api-resources.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';

let service: TestService;
let index: string;
let document: ReturnType<typeof toApiDocument>;
const textAt = async (path: string) => (await service.get(path)).text();

beforeAll(async () => {
  service = await startTestService();
  index = await textAt('/api/docs?lang=en');
  document = toApiDocument(JSON.parse(await textAt('/api/v1/openapi.json')));
});
afterAll(() => service.stop());

describe('the reference of the interface', () => {
  it('has a page for each resource, with its operations and every model that they name', async () => {
    for (const { name, operations, models } of toResources(document)) {
      const page = await textAt(`/api/docs/${name}?lang=en`);
      expect(page).toContain(`<h1>Interface: ${name}</h1>`);
      for (const { id } of operations) expect(page).toContain(`<section class="operation" id="${id}">`);
      for (const model of models) expect(page).toContain(`<section id="model-${model.name}">`);
    }
  });

  it('leaves no operation and no model without a page', () => {
    const resources = toResources(document);
    expect(resources.flatMap(({ operations }) => operations)).toHaveLength(document.operations.length);
    const named = new Set(resources.flatMap(({ models }) => models.map(({ name }) => name)));
    expect([...named].sort()).toEqual(document.models.map(({ name }) => name).sort());
  });

  it('gives no resource the address of another page', () => {
    expect(toResources(document).map(({ name }) => name)).not.toContain('standards');
  });

  it('keeps on its first page the place of every link that named a part of it', () => {
    const ids = [
      ...document.operations.map(({ id }) => id),
      ...document.models.map(({ name }) => `model-${name}`),
      'problem-not-found',
    ];
    for (const id of ids) expect(index.split(` id="${id}"`)).toHaveLength(2);
  });

  it('links each operation and each model to its place on its own page', async () => {
    const links = [...index.matchAll(/href="(\/api\/docs\/[a-z]+)\?lang=en#([^"]+)"/g)];
    expect(links).toHaveLength(document.operations.length + document.models.length);
    const pages = new Map<string, string>();
    for (const [, path = '', id] of links) {
      if (!pages.has(path)) pages.set(path, await textAt(path));
      expect(pages.get(path)).toContain(` id="${id}"`);
    }
  });

  it('answers 404 for a resource that does not exist', async () => {
    expect((await service.get('/api/docs/nothing')).status).toBe(404);
  });
});
