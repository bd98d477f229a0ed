import { Hono } from 'hono';
import type { AppDeps, AppEnv } from './env.ts';

/** `/health/live`, `/health/ready` and `/metrics`. */
export function healthRoutes({ ports, services }: AppDeps) {
  const { store, keys, log } = ports;
  return new Hono<AppEnv>()
    .get('/health/live', (c) => c.json({ status: 'ok' }))
    .get('/health/ready', async (c) => {
      try {
        await store.ping();
        const active = keys.list().filter((key) => key.state === 'active').length;
        if (active === 0) return c.json({ status: 'unavailable', reason: 'no active key' }, 503);
        const { overdue } = await services.readOutboxState();
        return c.json({ status: 'ok', ...(overdue > 0 && { overdue }) });
      } catch (error) {
        log.error('not-ready', { reason: error instanceof Error ? error.message : String(error) });
        return c.json({ status: 'unavailable', reason: 'database' }, 503);
      }
    })
    .get('/metrics', async (c) => {
      const counts = await store.countRows();
      const outbox = await services.readOutboxState();
      const mail = await store.countMail();
      const figures = {
        jalon_people: counts.people,
        jalon_engagements: counts.engagements,
        jalon_establishments: counts.establishments,
        jalon_credentials: counts.credentials,
        jalon_awards_unsigned: await store.countUnsignedAwards(),
        jalon_outbox_waiting: outbox.waiting,
        jalon_outbox_overdue: outbox.overdue,
        jalon_mail_waiting: mail.waiting,
        jalon_mail_refused: mail.refused,
      };
      const lines = Object.entries(figures).map(
        ([name, value]) => `# TYPE ${name} gauge\n${name} ${value}\n`,
      );
      return c.body(lines.join(''), 200, { 'Content-Type': 'text/plain; version=0.0.4' });
    });
}
