import type { Values } from '../../fr/verification/step-phrases.ts';

/** What is the case where only a proxy leads out, and the service has been given none. */
const NO_WAY_OUT =
  ' If this service has no access to the internet, it can check neither the issuer’s key, nor revocation, nor an address of any badge of another service.';

const FAULTS: Readonly<Record<string, (host: string, to: string) => string>> = {
  redirect: (host, to) => `${host} leads to ${to}: give the address that opens in the end.`,
  tls: (host) => `The connection to ${host} is not safe: its certificate is not in order.`,
  name: (host) => `According to the name server, ${host} does not exist. Check the address.`,
  'name-unanswered': (host) =>
    `The name ${host} was not found: no server answers for it at the moment. Try again later.${NO_WAY_OUT}`,
  'no-connection': (host) => `No connection to ${host}. Try again later.${NO_WAY_OUT}`,
  late: (host) => `${host} did not answer in time. Try again later.${NO_WAY_OUT}`,
  proxy: (host) =>
    `The proxy by which this service goes out did not open the connection to ${host}. Try again later, or tell the administrator of the service.`,
};

/** The sentence of a host's fault, or else the given one. */
export function fetchError(values: Values, otherwise: string): string {
  const { fault = '', host = '', to = '' } = values ?? {};
  return FAULTS[String(fault)]?.(String(host), String(to)) ?? otherwise;
}
