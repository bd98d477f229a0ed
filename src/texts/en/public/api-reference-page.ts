import type { apiReferenceTexts as french } from '../../fr/public/api-reference-page.ts';

/** The words of the API reference. Its descriptions come from the OpenAPI document. */
export const apiReferenceTexts = (office: string) =>
  ({
    titles: { service: 'Interface for programs', standards: 'Interfaces of the standards' },
    descriptions: {
      service: 'The reference of the service’s API: addresses, parameters, responses.',
      standards:
        'The reference of the interfaces of the standards: VC-API, wallets, Open Badges Host, OAuth.',
    },
    ledes: {
      service: 'A page for each resource, made from the service’s OpenAPI 3.1 document.',
      standards:
        'These addresses and their answers are those of the standards: VC-API of the W3C, wallets (OpenID4VCI 1.0 and exchanges), Open Badges 3.0 Host and its OAuth 2.0. A document that says itself what its words mean (a context written inside, a type given by an address) is not read: this service reads published vocabularies only.',
    },
    resource: (name: string) => `Interface: ${name}`,
    resourceDescription: (name: string) => `The reference of the service’s API for “${name}”.`,
    resourceLede: (count: number) => (count === 1 ? 'One address.' : `${count} addresses.`),
    toStandards: 'The interfaces of the standards: VC-API, wallets, Open Badges Host',
    toService: 'The service’s own interface',
    document: 'The OpenAPI document',
    server: 'Root of the addresses',
    contents: 'Contents',
    callers: {
      anyone: 'Without a token',
      token: 'Token needed',
      granted: 'Access granted by a person (OAuth 2.0)',
      client: 'Registered client, by its secret',
      wallet: 'Wallet, by the token of its code',
      person: 'Person who is signed in',
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
  }) satisfies ReturnType<typeof french>;
