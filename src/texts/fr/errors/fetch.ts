import type { Values } from '../verification/step-phrases.ts';

/** What is the case where only a proxy leads out, and the service has been given none. */
const NO_WAY_OUT =
  ' Si ce service n’accède pas à Internet, il ne peut vérifier pour aucun badge d’un autre service ni la clé de l’émetteur, ni la révocation, ni une adresse.';

/** Why a host gave nothing, where more can be said than that it did not answer. */
const FAULTS: Readonly<Record<string, (host: string, to: string) => string>> = {
  redirect: (host, to) => `${host} renvoie vers ${to} : donnez l’adresse qui s’ouvre à la fin.`,
  tls: (host) => `La connexion à ${host} n’est pas sûre : son certificat n’est pas en règle.`,
  name: (host) => `D’après le serveur de noms, ${host} n’existe pas. Vérifiez l’adresse.`,
  'name-unanswered': (host) =>
    `Le nom ${host} n’a pas été trouvé : personne n’en répond en ce moment. Recommencez plus tard.${NO_WAY_OUT}`,
  'no-connection': (host) => `Aucune connexion à ${host}. Recommencez plus tard.${NO_WAY_OUT}`,
  late: (host) => `${host} n’a pas répondu à temps. Recommencez plus tard.${NO_WAY_OUT}`,
  proxy: (host) =>
    `Le serveur mandataire par lequel ce service sort n’a pas ouvert la connexion à ${host}. Recommencez plus tard, ou prévenez l’administrateur du service.`,
};

/** The sentence of a host's fault, or else the given one. */
export function fetchError(values: Values, otherwise: string): string {
  const { fault = '', host = '', to = '' } = values ?? {};
  return FAULTS[String(fault)]?.(String(host), String(to)) ?? otherwise;
}
