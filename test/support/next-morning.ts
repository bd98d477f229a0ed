import { emptyOutbox } from '../../src/application/maintenance/outbox.ts';
import { nextMorning } from '../../src/domain/mail/digest.ts';
import type { TestService } from './servers/service.ts';

/** Sends what waits for the next morning, because its people have had the letter of the day. */
export function sendNextMorning({ ports }: TestService): Promise<number> {
  const now = nextMorning(ports.clock.now());
  return emptyOutbox({ ...ports, clock: { now: () => now } })();
}
