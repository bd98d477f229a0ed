import type { apiReferenceTexts as french } from '../fr/api-reference-page.ts';

/** The words of the API reference. Its descriptions come from the OpenAPI document. */
export const apiReferenceTexts = (office: string) =>
  ({
    title: 'Interface for programs',
    description: 'The reference of the service’s API: addresses, parameters, responses.',
    lede: 'This page is made from the service’s OpenAPI 3.1 document.',
    document: 'The OpenAPI document',
    server: 'Root of the addresses',
    contents: 'Contents',
    callers: {
      anyone: 'Without a token',
      token: 'Token needed',
      'token-or-session': `Token needed, or the session of somebody of the ${office}`,
    },
    parameters: 'Parameters',
    body: 'Request body',
    responses: 'Responses',
    schemas: 'Models',
    name: 'Name',
    place: 'Place',
    type: 'Type',
    meaning: 'Meaning',
    required: 'required',
    status: 'Status',
    problems: 'Error codes',
    problemsText: 'Every error is an RFC 9457 document; its member “code” does not change.',
    other: 'Other addresses',
  }) satisfies ReturnType<typeof french>;
