import { emptyOutbox } from '../../src/application/maintenance/outbox.ts';
import { makeLeases } from '../../src/application/store/leases.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { type Instant, secondsAfter, toInstant } from '../../src/domain/time/calendar.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { type SmtpCatcher, startSmtpCatcher } from './smtp-catcher.ts';

export const CLAIRE = 'claire.dupont@ac-test.example';

export interface MailService {
  readonly service: TestService;
  readonly smtp: SmtpCatcher;
  /** Every line that the service logged through `sendAt`, as one text. */
  readonly logged: () => string;
  /** Does the tasks that are due this many seconds after the first call; returns their number. */
  sendAt(seconds: number): Promise<number>;
  stop(): Promise<void>;
}

/** A service that writes through its own SMTP server; `settings` replace those of the test. */
export async function startMailService(
  settings: Readonly<Record<string, string>> = {},
): Promise<MailService> {
  const smtp = await startSmtpCatcher();
  const service = await startTestService({ ...smtp.settings, ...settings });
  let begun: Instant | undefined;
  let elapsed = 0;
  const leases = makeLeases({ store: service.ports.store, monotonic: () => elapsed });
  let lines = '';
  const write = (event: string, fields: object = {}) => {
    lines += `${JSON.stringify({ event, ...fields })}\n`;
  };
  const log = { info: write, error: write };
  return {
    service,
    smtp,
    logged: () => lines,
    sendAt: (seconds) => {
      begun ??= toInstant(new Date());
      const now = secondsAfter(begun, seconds);
      elapsed = seconds;
      return emptyOutbox({ ...service.ports, log, leases, clock: { now: () => now } })();
    },
    stop: async () => {
      await service.stop();
      await smtp.stop();
    },
  };
}

/** Issues a badge to one RUPN. */
export async function issueToClaire({ service }: MailService) {
  await service.importText(ONE_RUPN);
  const [badge] = await issueEverything(service);
  if (!badge) throw new Error('no badge was issued');
  return badge;
}

export async function readPersonId({ service }: MailService, email = CLAIRE): Promise<PersonId> {
  const [person] = await service.ports.store.readPeopleByEmail([email]);
  if (!person) throw new Error(`nobody has ${email}`);
  return person.id;
}

/** The figures of `/metrics` about mail and the outbox. */
export async function readFigures({ service }: MailService): Promise<Readonly<Record<string, number>>> {
  const text = await (await service.get('/metrics')).text();
  const lines = text.matchAll(/^jalon_(mail_\w+|outbox_\w+) (\d+)$/gm);
  return Object.fromEntries([...lines].map(([, name, value]) => [name, Number(value)]));
}
