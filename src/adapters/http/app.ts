import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { DomainError } from '../../domain/errors.ts';
import { serviceApi } from './api/openapi.ts';
import type { AppDeps, AppEnv } from './env.ts';
import { healthRoutes } from './health.ts';
import { documentRoutes } from './hosted/documents.ts';
import { securityHeaders } from './middleware/security.ts';
import { localeOf } from './negotiate.ts';
import { problem } from './problem.ts';

const IMPORT_LIMIT_BYTES = 64 * 1024 * 1024;
const BODY_LIMIT_BYTES = 12 * 1024 * 1024;

/** The application, the same on every server. The order of the middlewares is the order of what they protect: headers
 *  on every answer, then the language, then the size of what is sent. */
export function createApp(deps: AppDeps) {
  const app = new Hono<AppEnv>();
  app.use(securityHeaders);
  app.use(async (c, next) => {
    c.set('locale', localeOf(c.req.query('lang'), c.req.header('Accept-Language')));
    await next();
  });
  app.use('/api/v1/imports', limitBody(IMPORT_LIMIT_BYTES));
  app.use('/api/v1/:resource{verifications|awards|credentials}/*', limitBody(BODY_LIMIT_BYTES));
  app.use('/verify', limitBody(BODY_LIMIT_BYTES));

  const { api, document } = serviceApi(deps);
  void document;
  app.route('/api/v1', api);
  app.route('/', healthRoutes(deps));
  app.route('/', documentRoutes(deps));
  app.onError((error, c) => {
    if (error instanceof DomainError) return problem(c, error);
    deps.ports.log.error('request-failed', { path: c.req.path, reason: error.stack ?? error.message });
    return problem(c, new DomainError('store-conflict'));
  });
  return app;
}

function limitBody(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: (c) => problem(c, new DomainError('too-large', { limit: `${maxSize / 1024 / 1024} MB` })),
  });
}
