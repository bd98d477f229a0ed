/** A small OpenAPI 3.1 document with every feature that the reference page shows. */
export const sampleOpenApi = {
  openapi: '3.1.0',
  info: { title: 'Jalon', version: '1' },
  servers: [{ url: '/api/v1' }],
  paths: {
    '/verifications': {
      post: {
        tags: ['verifications'],
        summary: 'Verifies a badge, ours or anyone’s',
        description: 'Gives every step.\n\n- never stops at the first fault\n- keeps nothing',
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Verification' } } },
        },
        responses: {
          200: {
            description: 'The report',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Report' } } },
          },
          413: { description: 'Too large' },
        },
      },
    },
    '/awards/{id}': {
      get: {
        tags: ['awards'],
        summary: 'One award',
        security: [{ bearer: [] }],
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string' }, description: 'Opaque id' },
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 } },
        ],
        responses: { 200: { description: 'The award' } },
      },
    },
  },
  components: {
    schemas: {
      Verification: {
        anyOf: [
          { type: 'object', properties: { url: { type: 'string', format: 'uri' } } },
          { type: 'string' },
        ],
      },
      Report: {
        type: 'object',
        description: 'Every step of a verification',
        required: ['verified', 'steps'],
        properties: {
          verified: { type: 'boolean', description: 'None failed; proof, validity and status passed' },
          steps: { type: 'array', items: { $ref: '#/components/schemas/Step' } },
          result: { enum: ['passed', 'failed', 'not-checked'] },
        },
      },
      Step: {
        type: 'object',
        properties: { step: { const: 'proof' }, detail: { type: ['string', 'null'] } },
      },
    },
  },
};
