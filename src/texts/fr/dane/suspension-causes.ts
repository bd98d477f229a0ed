import type { SuspensionCause } from '../../../domain/award/types.ts';

/** The public causes of a suspension, each a sentence without its full stop. */
export const suspensionCauses: Readonly<Record<SuspensionCause, string>> = {
  check: 'Une vérification est en cours',
  contest: 'Un engagement sur lequel il repose est contesté',
  error: 'Une erreur a été signalée',
  request: 'Son titulaire l’a demandé',
};
