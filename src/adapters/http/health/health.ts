import { Hono } from 'hono';
import { reasonOf } from '../../../application/reason-of.ts';
import { DomainError } from '../../../domain/errors.ts';
import { healthTexts as en } from '../../../texts/en/health.ts';
import { healthTexts as fr } from '../../../texts/fr/health.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { problem, RETRY_AFTER_SECONDS } from '../shell/problem.ts';
import { readReadiness } from './readiness-warnings.ts';

/** `/health/live`: answered before any limit, even under load. */
export function liveRoute() {
  return new Hono<AppEnv>().get('/health/live', (c) => c.json({ status: 'ok' }));
}

const TEXTS = { fr, en } as const;

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
        // A running process still signs with a key whose file is gone, but cannot after a restart.
        const missing = keys.missing().map(({ kid }) => kid);
        const { overdue } = await deps.services.readOutboxState();
        const { warnings, refusal } = await readReadiness(deps);
        const told = {
          ...(overdue > 0 && { overdue }),
          ...(missing.length > 0 && { missingKeys: missing }),
          ...(warnings.length > 0 && {
            warnings,
            meanings: Object.fromEntries(warnings.map((one) => [one, texts.warnings[one]])),
          }),
        };
        // A balancer asks for pages, which are served without keys too; an alarm asks whether people can work.
        if (refusal && c.req.query('for') === 'writing') {
          return refuse({ reason: refusal, meaning: texts.refusals[refusal], ...told });
        }
        return c.json({ status: 'ok', ...told });
      } catch (error) {
        log.error('not-ready', { reason: reasonOf(error) });
        return refuse({ reason: 'database', meaning: texts.unreadable });
      }
    })
    .get('/metrics', async (c) => {
      const { mayReadMetrics } = deps;
      if (!mayReadMetrics) return problem(c, new DomainError('not-found', { path: c.req.path }));
      if (!(await mayReadMetrics(c.req.header('Authorization')))) {
        return problem(c, new DomainError('not-authenticated'));
      }
      c.header('Cache-Control', 'no-store');
      const figures = { jalon_up: 1, ...deps.processFigures?.(), ...(await readFigures(deps)) };
      const lines = Object.entries(figures).map(
        ([name, value]) => `# TYPE ${name} gauge\n${name} ${value}\n`,
      );
      return c.body(lines.join(''), 200, { 'Content-Type': 'text/plain; version=0.0.4' });
    });
}

/** The figures of the database. Where the database does not answer, one figure shows this. */
async function readFigures({ ports, services }: AppDeps): Promise<Readonly<Record<string, number>>> {
  const { store, log } = ports;
  try {
    const counts = await store.countRows();
    const outbox = await services.readOutboxState();
    const mail = await store.countMail(ports.clock.now());
    return {
      jalon_database_up: 1,
      jalon_people: counts.people,
      jalon_engagements: counts.engagements,
      jalon_establishments: counts.establishments,
      jalon_credentials: counts.credentials,
      jalon_awards_unsigned: await store.countUnsignedAwards(),
      jalon_outbox_waiting: outbox.waiting,
      jalon_outbox_overdue: outbox.overdue,
      jalon_mail_waiting: mail.waiting,
      jalon_mail_gathered: mail.gathered,
      jalon_mail_refused: mail.refused,
    };
  } catch (error) {
    log.error('not-counted', { reason: reasonOf(error) });
    return { jalon_database_up: 0 };
  }
}
