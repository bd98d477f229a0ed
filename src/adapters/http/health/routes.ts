import { Hono } from 'hono';
import { inTime } from '../../../application/concurrency/async.ts';
import { reasonOf } from '../../../application/observability/counting-logger.ts';
import { DomainError } from '../../../domain/errors.ts';
import { healthTexts as en } from '../../../texts/en/public/health.ts';
import { healthTexts as fr } from '../../../texts/fr/public/health.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { problem, RETRY_AFTER_SECONDS } from '../responses/problem-details.ts';
import { readFigures } from './collect-metrics.ts';
import { formOf, METRICS_TYPES, metricsText } from './prometheus-format.ts';
import { causeOf, readReadiness } from './readiness-warnings.ts';

/** `/health/live`: answered before any limit, even under load. */
export function liveRoute() {
  return new Hono<AppEnv>().get('/health/live', (c) => c.json({ status: 'ok' }));
}

const TEXTS = { fr, en } as const;

/** A balancer is answered within two seconds, also if the database is silent. */
const READY_WITHIN_MS = 1600;

/** `/health/ready` and `/metrics`. */
export function healthRoutes(deps: AppDeps) {
  const { keys, log } = deps.ports;
  return new Hono<AppEnv>()
    .get('/health/ready', async (c) => {
      const texts = TEXTS[c.var.locale];
      const refuse = (more: object) => {
        c.header('Retry-After', RETRY_AFTER_SECONDS);
        return c.json({ status: 'unavailable', ...more }, 503);
      };
      try {
        const missing = keys.missing().map(({ kid }) => kid);
        const [{ overdue }, { warnings, refusal, cause }] = await inTime(
          Promise.all([deps.services.readOutboxState(), readReadiness(deps)]),
          READY_WITHIN_MS,
        );
        const reported = {
          ...(overdue > 0 && { overdue }),
          ...(missing.length > 0 && { missingKeys: missing }),
          ...(warnings.length > 0 && {
            warnings,
            meanings: Object.fromEntries(warnings.map((one) => [one, texts.warnings[one]])),
          }),
        };
        // A balancer asks for pages, which are served without keys too; an alarm asks whether people can work.
        if (refusal && c.req.query('for') === 'writing') {
          const meaning = meaningOf(texts, cause) ?? texts.refusals[refusal];
          return refuse({ reason: refusal, meaning, ...reported });
        }
        return c.json({ status: 'ok', ...reported });
      } catch (error) {
        log.error('not-ready', { reason: reasonOf(error) });
        return refuse({ reason: 'database', meaning: meaningOf(texts, causeOf(error)) ?? texts.unreadable });
      }
    })
    .get('/metrics', async (c) => {
      const { mayReadMetrics } = deps;
      if (!mayReadMetrics) return problem(c, new DomainError('not-found', { path: c.req.path }));
      if (!(await mayReadMetrics(c.req.header('Authorization')))) {
        return problem(c, new DomainError('not-authenticated'));
      }
      c.header('Cache-Control', 'no-store');
      c.header('Vary', 'Accept');
      const form = formOf(c.req.header('Accept'));
      return c.body(metricsText(await readFigures(deps), form), 200, { 'Content-Type': METRICS_TYPES[form] });
    });
}

function meaningOf({ databases }: typeof fr, cause: string | undefined): string | undefined {
  return Object.entries(databases).find(([name]) => name === cause)?.[1];
}
