import { readFileSync } from 'node:fs';
import { makeHostClient } from './host-client.ts';
import type { TestService } from './service.ts';
import type { SignedInBrowser } from './sign-in.ts';

interface Filled {
  readonly service: TestService;
  readonly viewers: Readonly<Record<'teacher', SignedInBrowser>>;
}

/** Makes one client that may act for the teacher and one that asks, and two badges from elsewhere, one of
 *  which has ceased to verify. */
export async function fillHost({ service, viewers: { teacher } }: Filled) {
  const host = makeHostClient(service);
  await host.tokensFor(await host.registered(), teacher);
  const asking = await host.registered({ client_name: 'Portefeuille de la région' });
  const { input } = JSON.parse(readFileSync('test/vectors/credentials/valid/did-key-issuer.json', 'utf8'));
  const credential = input.document;
  const report = { verified: true, verdict: 'valid' as const, steps: [], credential };
  await service.services.receiveBadge({ personId: teacher.personId, report });
  await service.services.receiveBadge({
    personId: teacher.personId,
    report: { ...report, credential: { ...credential, id: 'https://other.example/badges/1' } },
    client: { id: asking.id, name: 'Portefeuille' },
  });
  const [held] = await service.ports.store.readHeldBadges(teacher.personId);
  const check = { verified: false, verdict: 'revoked', at: service.ports.clock.now() };
  await service.ports.store.commit([{ kind: 'held-badge-checked', id: held?.id ?? '', check }]);
  return { consent: host.request(asking) };
}
