const TEXT = { type: 'string' } as const;
const TYPES = { type: 'array', minItems: 1, items: TEXT } as const;
const OBJECT = { type: 'object', additionalProperties: true } as const;

/** The classes that the operations of a host exchange, as schemas of OpenAPI 3.0 with the required members.
 *  Details are in the published JSON Schemas. */
export const HOST_SCHEMAS = {
  AchievementCredential: {
    ...OBJECT,
    description:
      'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
    required: ['@context', 'id', 'type', 'issuer', 'validFrom', 'credentialSubject'],
    properties: {
      '@context': { type: 'array', minItems: 2, items: {} },
      id: TEXT,
      type: TYPES,
      issuer: OBJECT,
      validFrom: { type: 'string', format: 'date-time' },
      credentialSubject: OBJECT,
      proof: { type: 'array', items: OBJECT },
    },
  },
  CompactJws: { type: 'string', pattern: '^[-A-Za-z0-9_]+\\.[-A-Za-z0-9_]+\\.[-A-Za-z0-9_]+$' },
  GetOpenBadgeCredentialsResponse: {
    type: 'object',
    properties: {
      credential: { type: 'array', items: { $ref: '#/components/schemas/AchievementCredential' } },
      compactJwsString: { type: 'array', items: { $ref: '#/components/schemas/CompactJws' } },
    },
  },
  Profile: {
    ...OBJECT,
    description: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_profile_schema.json',
    required: ['id', 'type'],
    properties: { id: TEXT, type: TYPES, name: TEXT },
  },
  ServiceDescriptionDocument: { ...OBJECT, required: ['openapi', 'info', 'components'] },
  Imsx_StatusInfo: {
    type: 'object',
    required: ['imsx_codeMajor', 'imsx_severity'],
    properties: {
      imsx_codeMajor: { type: 'string', enum: ['failure', 'processing', 'success', 'unsupported'] },
      imsx_severity: { type: 'string', enum: ['error', 'status', 'warning'] },
      imsx_description: TEXT,
      imsx_codeMinor: OBJECT,
    },
  },
};
