import { describe, expect, it } from 'vitest';
import { toApiDocument, typeOf } from '../../src/adapters/http/api/reference/api-document.ts';
import { sampleOpenApi } from '../support/openapi-sample.ts';

describe('an OpenAPI document, read for the reference page', () => {
  const { servers, operations, models } = toApiDocument(sampleOpenApi);
  it('has every operation with its parameters, body, responses and need of a token', () => {
    expect(servers).toEqual(['/api/v1']);
    expect(operations.map(({ id, callers }) => [id, callers])).toEqual([
      ['post-verifications', 'anyone'],
      ['get-awards-id', 'token'],
    ]);
    expect(operations[0]?.body).toEqual([{ mediaType: 'application/json', type: 'Verification' }]);
    expect(operations[0]?.responses.map(({ status }) => status)).toEqual(['200', '413']);
    expect(operations[1]?.parameters).toEqual([
      { name: 'id', place: 'path', type: 'string', required: true, description: 'Opaque id' },
      { name: 'limit', place: 'query', type: 'integer (1–100)', required: false },
    ]);
  });

  it('has every model with its fields', () => {
    expect(models.map(({ name, fields }) => [name, fields.map((field) => field.type)])).toEqual([
      ['Verification', []],
      ['Report', ['boolean', 'Step[]', '"passed" | "failed" | "not-checked"']],
      ['Step', ['"proof"', 'string | null']],
    ]);
  });

  it('puts a schema into one line', () => {
    expect(typeOf({ type: 'string', format: 'date' })).toBe('string (date)');
    expect(typeOf({ allOf: [{ $ref: '#/components/schemas/A' }, { type: 'object' }] })).toBe('A & object');
    expect(typeOf({})).toBe('any');
  });

  it('leaves out unknown parts, and never throws', () => {
    expect(toApiDocument({ paths: { '/x': { get: 3, trace: {} } }, components: [] })).toMatchObject({
      operations: [{ path: '/x', responses: [] }],
      models: [],
    });
  });
});
