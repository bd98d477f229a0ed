// Stands in the Worker's bundle for parts of packages that no channel of the service reaches: see wrangler.toml.

/** The decoder of WOFF2, because fonts are TrueType, and what nodemailer has besides SMTP with a password. */
export default function leftOut(): never {
  throw new Error('This part of a package is not in the bundle of the Worker.');
}

/** The media type of a file by its name, which nodemailer asks where a mail gives none: as for an unknown name. */
export const detectMimeType = () => 'application/octet-stream';

/** The ending of a file by its media type: as for an unknown one. */
export const detectExtension = () => 'bin';

/** Makes a schema of zod from JSON Schema. No schema of the service is made that way. */
export const fromJSONSchema = leftOut;

/** What zod's compiler of schemas exports. It makes code from text, which a Worker may not, and no code calls it. */
export const INVALID = undefined;
export const compile = leftOut;
export const withParser = leftOut;
export const ZodCompileAsyncError = leftOut;
export const ZodCompileUnsupportedError = leftOut;

/** What kysely makes and changes tables with. Migrations are applied by wrangler. */
export const SchemaModule = leftOut;

/** What kysely names another schema of the database with. D1 has one. */
export const WithSchemaPlugin = leftOut;
