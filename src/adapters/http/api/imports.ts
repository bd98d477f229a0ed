import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { ImportPlace } from '../../../application/files/import/one-file.ts';
import type { ImportEntry } from '../../../application/files/import/run.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { FileCounts, UnreadTable } from '../../../domain/upload/types.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { readSent } from '../forms/read-body.ts';
import { requireCaller } from '../middleware/bearer-auth.ts';
import { callerSecurity, json, nextSchema, problems } from './contracts.ts';
import { refuseInvalid } from './refuse-invalid.ts';

/** Approximate number of lines in one call: it stays within D1's thousand queries for each invocation. */
const CHUNK_LINES = 10_000;

/** The most lines reported in one answer; further ones are only counted. */
const MOST_ENTRIES = 10_000;

const entrySchema = z
  .object({
    kind: z.string(),
    file: z.string(),
    line: z.number().int().optional(),
    column: z.string().optional(),
    value: z.string().optional(),
    code: z.string(),
    reason: z.string(),
    fix: z.string(),
  })
  .openapi('ImportEntry');

const summarySchema = z
  .object({
    kind: z.literal('summary'),
    created: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
    refused: z.number().int(),
    notices: z.number().int().openapi({ description: 'Remarks on lines that were imported all the same' }),
  })
  .openapi('ImportSummary');

const fileSchema = z
  .object({
    file: z.string(),
    lines: z.number().int(),
    created: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
    refused: z.number().int(),
  })
  .openapi('ImportedFile');

const unreadSchema = z
  .object({
    file: z.string(),
    why: z.enum(['hidden', 'blank', 'unknown', 'refused', 'other', 'folder']),
    lines: z.number().int().optional(),
  })
  .openapi('UnreadFile');

const importRoute = createRoute({
  method: 'post',
  path: '/imports',
  tags: ['imports'],
  summary:
    "Imports the DANE's CSV, XLSX and ODS files, in any order; good lines are imported, faulty ones reported",
  security: callerSecurity,
  request: {
    query: z.object({
      dryRun: z.enum(['true', 'false']).default('false'),
      after: z
        .string()
        .regex(/^\d{1,6}:\d{1,9}$/)
        .optional()
        .openapi({
          description: 'The `next` of the answer before, with the same files; absent the first time',
        }),
      event: z
        .string()
        .min(1)
        .max(200)
        .optional()
        .openapi({ description: 'Code of the event that a list of Moodle is about' }),
      lang: z.enum(['fr', 'en']).default('fr').openapi({ description: 'Language of reasons and remedies' }),
    }),
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({
            files: z.any().openapi({ type: 'array', items: { type: 'string', format: 'binary' } }),
          }),
        },
      },
    },
  },
  responses: {
    200: json(
      z
        .object({
          dryRun: z.boolean(),
          unread: z.array(unreadSchema).openapi({ description: 'Files and sheets that were not read' }),
          files: z.array(fileSchema),
          entries: z
            .array(entrySchema)
            .openapi({ description: `The first ${MOST_ENTRIES} of what is said of lines` }),
          unlisted: z.number().int().optional().openapi({ description: 'How many more were not listed' }),
          summary: summarySchema,
          next: nextSchema.optional(),
        })
        .openapi('ImportReport'),
      'What was done with each line that is not simply imported, and the sums',
    ),
    ...problems(400, 401, 403, 413),
  },
});

export function importsApi(deps: AppDeps) {
  const { services } = deps;
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  api.use('/imports', requireCaller(deps, { role: 'dane', action: 'keep-register' }));
  // The validators take the form that is read here.
  api.on('POST', '/imports', async (c, next) => {
    await readSent(c);
    return next();
  });
  return api.openapi(importRoute, async (c) => {
    const sources = (await readSent(c))
      .getAll('files')
      .filter((part): part is File => part instanceof File)
      .map((file) => ({ name: file.name, sizeBytes: file.size, open: () => file.stream() }));
    if (sources.length === 0) throw new DomainError('invalid-request', { reason: 'files: no file was sent' });
    const { dryRun: tried, lang, after, event } = c.req.valid('query');
    const dryRun = tried === 'true';
    const entries: ImportEntry[] = [];
    let unlisted = 0;
    const files: FileCounts[] = [];
    const unread: UnreadTable[] = [];
    const { next, ...summary } = await services.importFiles(sources, {
      dryRun,
      event,
      ...(after && { from: parsePlace(after) }),
      // A dry run must be one call to see its own earlier lines. It writes nothing, and so needs fewer
      // queries.
      ...(!dryRun && { partLines: CHUNK_LINES }),
      locale: lang,
      actor: c.var.caller,
      onEntry: (entry) => {
        if (entries.length < MOST_ENTRIES) entries.push(entry);
        else unlisted += 1;
      },
      onFile: (file) => void files.push(file),
      onUnread: (table) => void unread.push(table),
    });
    if (!dryRun) await services.emptyOutbox('re-sign-credential');
    const place = next && { next: `${next.file}:${next.line}` };
    const report = { dryRun, unread, files, entries, ...(unlisted > 0 && { unlisted }), summary, ...place };
    return c.json(report, 200);
  });
}

function parsePlace(text: string): ImportPlace {
  const [file = 0, line = 0] = text.split(':').map(Number);
  return { file, line };
}
