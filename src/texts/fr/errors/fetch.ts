import type { Values } from '../verification/step-phrases.ts';

/** Why a host gave nothing, where more can be said than that it did not answer. */
const FAULTS: Readonly<Record<string, (host: string, to: string) => string>> = {
  redirect: (host, to) => `${host} renvoie vers ${to} : donnez l’adresse qui s’ouvre à la fin.`,
  tls: (host) => `La connexion à ${host} n’est pas sûre : son certificat n’est pas en règle.`,
  name: (host) => `D’après le serveur de noms, ${host} n’existe pas. Vérifiez l’adresse.`,
  'name-unanswered': (host) =>
    `Le nom ${host} n’a pas été trouvé : personne n’en répond en ce moment, ou ce service est sans réseau. Recommencez plus tard.`,
};

/** The sentence of a host's fault, or else the given one. */
export function fetchError(values: Values, otherwise: string): string {
  const { fault = '', host = '', to = '' } = values ?? {};
  return FAULTS[String(fault)]?.(String(host), String(to)) ?? otherwise;
}
