import type { Values } from '../../fr/verification/step-phrases.ts';

const FAULTS: Readonly<Record<string, (host: string, to: string) => string>> = {
  redirect: (host, to) => `${host} leads to ${to}: give the address that opens in the end.`,
  tls: (host) => `The connection to ${host} is not safe: its certificate is not in order.`,
  name: (host) => `According to the name server, ${host} does not exist. Check the address.`,
  'name-unanswered': (host) =>
    `The name ${host} was not found: no server answers for it at the moment, or this service has no network. Try again later.`,
};

/** The sentence of a host's fault, or else the given one. */
export function fetchError(values: Values, otherwise: string): string {
  const { fault = '', host = '', to = '' } = values ?? {};
  return FAULTS[String(fault)]?.(String(host), String(to)) ?? otherwise;
}
