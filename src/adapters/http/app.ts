import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { reasonOf } from '../../application/observability/counting-logger.ts';
import { DomainError } from '../../domain/errors.ts';
import { procedureSheetPages } from '../../features/procedure-sheets/school.tsx';
import { accountRoutes } from './account/routes.tsx';
import { serviceApi } from './api/openapi.ts';
import { cacheResponses } from './cache/middleware.ts';
import { cacheRoutes } from './cache/public-routes.ts';
import { dropUnknownParameters } from './cache/query-parameters.ts';
import { daneRoutes } from './dane/routes.tsx';
import type { AppDeps, AppEnv } from './env.ts';
import { myRollCallPages } from './events/my-roll-call.tsx';
import { rememberDone } from './forms/flash-message.ts';
import { healthRoutes, liveRoute } from './health/routes.ts';
import { limitBody } from './limits/body-size.ts';
import { warnUntrustedProxy } from './limits/caller.ts';
import { limitConcurrency, type Refuse } from './limits/concurrency.ts';
import { encodeAddress, pathOf } from './limits/normalize-path.ts';
import { awaitTurn } from './limits/request-queue.ts';
import { logAccessDenied } from './middleware/access-denied-log.ts';
import { sameOriginOnly } from './middleware/csrf.ts';
import { assignRequestId } from './middleware/request-id.ts';
import { countResponses } from './middleware/request-metrics.ts';
import { routePattern, traceRequests } from './middleware/request-tracing.ts';
import { noIndex, securityHeaders } from './middleware/response-headers.ts';
import { myRoutes } from './my/routes.ts';
import { publicPaperRoutes } from './papers/public.tsx';
import { documentRoutes, keyRoutes } from './public/issuer/documents.ts';
import { pageRoutes } from './public/page-routes.tsx';
import { followMoved } from './redirects.ts';
import { chooseLanguage } from './responses/language-detector.ts';
import { answerError, answerRejection } from './responses/page.tsx';
import { isForPrograms, problem } from './responses/problem-details.ts';
import { schoolRoutes } from './school/routes.tsx';
import { standardsPages, standardsRoutes } from './standards/routes.ts';

/** What Node and its adapter say where the connection ended before the body. */
const ABORT_MESSAGES = new Set(['aborted', 'Client connection prematurely closed.']);

/** Whether the client closed the connection before its body had ended. No one then waits for the answer, and
 *  nothing is wrong with the service. */
function isBrokenOff(c: Context, error: Error): boolean {
  return c.req.raw.signal.aborted && ABORT_MESSAGES.has(error.message);
}

/** The application, the same on every server. The order of the middlewares matters. The health check is
 *  answered before anything else; then the address is made readable, and loses the parameters that nothing reads; then
 *  come the kept answers, the headers of every other answer, the language, the limits of work, the size of the body, and the refusal of addresses that no database accepts. */
export function createApp(deps: AppDeps) {
  const app = new Hono<AppEnv>({ getPath: pathOf, router: cacheRoutes() });
  app.route('/', liveRoute());
  app.use(countResponses(deps.meter));
  if (deps.tracer) app.use(traceRequests(deps.tracer, deps.limits));
  app.use(encodeAddress, dropUnknownParameters);
  app.use(cacheResponses(deps));
  app.use(assignRequestId(deps));
  app.use(warnUntrustedProxy(deps));
  app.use(securityHeaders(deps.ports.issuer));
  app.use(noIndex, chooseLanguage);
  app.use(logAccessDenied(deps.ports.log));
  const refuse: Refuse = (c, error) =>
    isForPrograms(c.req.path) ? problem(c, error) : answerRejection(c, deps, error);
  app.use(limitConcurrency(deps, refuse));
  app.use(limitBody(deps));
  app.use(awaitTurn(refuse));
  app.use(refuseNul);

  app.route('/', healthRoutes(deps)).route('/', keyRoutes(deps));
  // Criteria, settings and keys changed by another process are read before anything is judged or shown.
  app.use(async (_c, next) => {
    await deps.refresh(await deps.ports.store.readDataVersion({ kind: 'service' }));
    await next();
  });
  const { api, document } = serviceApi(deps);
  const { pictures } = deps;
  const { routes, notFound } = pageRoutes(deps, { pictures, openApiDocument: document });
  app.route('/api/v1', api);
  app.route('/', standardsRoutes(deps, pictures));
  app.route('/', documentRoutes(deps));
  app.route('/', routes);
  app.route('/', publicPaperRoutes(deps));
  app.use(followMoved);
  // Only our own pages may send forms; the API checks this itself.
  app.use(sameOriginOnly(deps.ports.origin));
  app.use(rememberDone);
  app.route(
    '/',
    accountRoutes(deps, (request, arrival) => app.fetch(request, arrival)),
  );
  app.route('/', spaces(deps));
  app.notFound((c) =>
    isForPrograms(c.req.path) ? problem(c, new DomainError('not-found', { path: c.req.path })) : notFound(c),
  );
  app.onError((error, c) => answerWithError(c, error, deps));
  return app;

  async function refuseNul(c: Context<AppEnv>, next: () => Promise<void>): Promise<Response | undefined> {
    if (!c.req.url.includes('%00')) {
      await next();
      return undefined;
    }
    return isForPrograms(c.req.path)
      ? problem(c, new DomainError('invalid-request', { reason: 'the address holds U+0000' }))
      : answerError(c, deps, { kind: 'bad-request', status: 400 });
  }
}

/** The pages behind the sign-in. */
function spaces(deps: AppDeps) {
  return new Hono<AppEnv>()
    .route('/', standardsPages(deps))
    .route('/', daneRoutes(deps))
    .route('/', myRollCallPages(deps).routes)
    .route('/', schoolRoutes(deps))
    .route('/', procedureSheetPages(deps).routes)
    .route('/', myRoutes(deps));
}

/** A refusal is answered with its own code. Any other error is logged whole, and its answer reveals nothing
 *  of it. */
function answerWithError(c: Context<AppEnv>, error: Error, deps: AppDeps): Response | Promise<Response> {
  if (error instanceof DomainError) {
    c.set('refusal', error.code);
    if (error.code === 'unavailable') logUnavailable(c, error, deps);
    return isForPrograms(c.req.path) ? problem(c, error) : answerRejection(c, deps, error);
  }
  if (error instanceof HTTPException && error.status < 500) {
    if (isForPrograms(c.req.path))
      return problem(c, new DomainError('invalid-request', { reason: error.message }));
    const kind = error.status === 403 ? 'not-allowed' : 'bad-request';
    return answerError(c, deps, { kind, status: error.status as ContentfulStatusCode });
  }
  if (isBrokenOff(c, error)) return c.body(null, 400);
  deps.ports.log.error('request-failed', { route: routePattern(c), reason: error.stack ?? error.message });
  return isForPrograms(c.req.path)
    ? problem(c, new DomainError('unexpected'))
    : answerError(c, deps, { kind: 'unexpected', status: 500 });
}

/** The request is not at fault, so the operator must learn of it. */
function logUnavailable(c: Context<AppEnv>, { cause }: DomainError, { ports }: AppDeps): void {
  ports.log.error('database-unavailable', { route: routePattern(c), reason: reasonOf(cause) });
}
