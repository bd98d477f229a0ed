import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { IMPORTED_KINDS, PRESERVED_REASONS } from '../../../domain/upload/import-log.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { requireCaller } from '../middleware/bearer-auth.ts';
import { callerSecurity, json, jsonBody, labelShape, nextSchema, problems } from './contracts.ts';
import { refuseInvalid } from './refuse-invalid.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/imports',
  tags: ['imports'],
  summary: 'The imports of the last days that changed something, the newest first',
  security: callerSecurity,
  responses: {
    200: json(
      z
        .object({
          imports: z.array(
            z.object({
              id: z.string(),
              actor: z.string(),
              begunAt: z.string(),
              undone: z.object({ at: z.string(), by: z.string() }).optional(),
              by: z.string().optional().openapi({ description: 'Name of the person who made it' }),
              files: z
                .array(
                  z.object({
                    file: z.string(),
                    created: z.int(),
                    updated: z.int(),
                    unchanged: z.int(),
                    refused: z.int(),
                  }),
                )
                .openapi({ description: 'The files that changed something' }),
            }),
          ),
        })
        .openapi('PastImports'),
      'The imports',
    ),
    ...problems(401, 403),
  },
});

const undoRoute = createRoute({
  method: 'post',
  path: '/imports/{id}/undoing',
  tags: ['imports'],
  summary: 'Looks at what undoing an import would change, then undoes it, in parts, or stops',
  security: callerSecurity,
  request: {
    params: z.object({ id: z.string() }),
    ...jsonBody(
      z
        .strictObject({
          act: z.enum(['look', 'undo', 'stop']).openapi({
            description:
              '`look` changes nothing; `undo` undoes what the last look found, and takes up an undoing that was interrupted; `stop` ends it: what is undone stays so',
          }),
          after: z.string().max(100).optional().openapi({
            description: 'The `next` of the answer before; absent the first time',
          }),
        })
        .openapi('UndoImport'),
    ),
  },
  responses: {
    200: json(
      z
        .object({
          undone: z.boolean(),
          kinds: z.array(
            z.object({
              records: z.enum(IMPORTED_KINDS),
              removed: z.int(),
              restored: z.int(),
              stays: z.int(),
              because: z.array(z.object({ reason: z.enum(PRESERVED_REASONS), records: z.int() })),
            }),
          ),
          kept: z
            .array(
              z.object({
                records: z.enum(IMPORTED_KINDS),
                record: z.string(),
                reason: z.enum(PRESERVED_REASONS),
                ...labelShape,
                badges: z.array(z.object({ badge: z.string(), credential: z.string().optional() })),
              }),
            )
            .optional()
            .openapi({ description: 'The first 500 records that stay; absent while a part remains' }),
          done: z.int(),
          total: z.int(),
          next: nextSchema.optional(),
        })
        .openapi('UndonePart'),
      'What becomes of the records so far',
    ),
    ...problems(400, 401, 403, 404),
  },
});

/** The imports of the past, and their undoing. */
export function importUndoingApi(deps: AppDeps) {
  const { services } = deps;
  const api = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const guard = requireCaller(deps, { role: 'dane', action: 'keep-register' });
  api.use('/imports', guard);
  api.use('/imports/:id/undoing', guard);
  return api
    .openapi(listRoute, async (c) => {
      const imports = await services.listImports();
      return c.json({ imports: imports.map((one) => ({ ...one, files: [...one.files] })) }, 200);
    })
    .openapi(undoRoute, async (c) => {
      const { act, after } = c.req.valid('json');
      const part = await services.undoByProgram({
        importId: c.req.valid('param').id,
        act,
        actor: c.var.caller,
        ...(after && { job: after }),
      });
      const kinds = part.kinds.map((one) => ({ ...one, because: [...one.because] }));
      const kept = part.kept?.map((one) => ({ ...one, badges: [...one.badges] }));
      return c.json({ ...part, kinds, kept }, 200);
    });
}
