import { makeTicket } from '../../src/application/accounts/newcomer-ticket.ts';
import type { DoubtReason } from '../../src/domain/access/account.ts';
import { todayInParis } from './now.ts';
import type { TestService } from './servers/service.ts';

export const FIM = 'https://fim.example';

type Fields = Readonly<Record<string, string | readonly string[]>>;

interface Arriving {
  readonly email: string;
  readonly subject?: string;
  /** First and family name, as the provider states them. */
  readonly name?: readonly [string, string] | undefined;
  readonly reason?: DoubtReason;
}

/** The form of `/newcomer`, filled in. */
export const newcomerFields = (fields: Fields = {}): Fields => ({
  givenName: 'Inès',
  familyName: 'Nouvelle',
  school: '0210001M',
  from: todayInParis(),
  to: '',
  missions: ['B2'],
  ...fields,
});

/** The browser of someone whom the provider knows and the register does not. */
export async function arriveAsNewcomer(
  service: TestService,
  { email, subject = email, name, reason = 'unknown-address' }: Arriving,
) {
  const { ports } = service;
  const at = ports.clock.now();
  const identity = {
    ...{ issuer: FIM, subject, provider: 'fim' as const, email },
    ...(name && { givenName: name[0], familyName: name[1] }),
  };
  const ticket = await makeTicket(ports, identity, 'test');
  const doubt = { id: ports.ids.uuid(), identity, reason, firstAt: at, lastAt: at };
  await ports.store.commit([{ kind: 'sign-in-doubted', doubt }, ...ticket.changes]);
  const headers = { Cookie: `__Host-newcomer=${ticket.secret}`, Origin: ports.origin };
  const request = (how: RequestInit) =>
    service.app.request(`${ports.origin}/newcomer`, { ...how, headers: { ...headers } });
  return {
    id: async () => (await ports.store.readSignInDoubtOf(FIM, subject))?.id ?? '',
    page: async () => (await request({})).text(),
    send: (fields: Fields) => {
      const pairs = Object.entries(fields).flatMap(([name, value]) =>
        [value].flat().map((one) => [name, one] as [string, string]),
      );
      return request({ method: 'POST', body: new URLSearchParams(pairs) });
    },
  };
}
