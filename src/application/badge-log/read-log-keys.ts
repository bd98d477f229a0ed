import { didOf } from '../../openbadges/addresses.ts';
import type { AuthorisedKey } from '../verification/keys/authorised-key.ts';
import { type KeySearch, resolveController } from '../verification/keys/controller.ts';
import { findSigningKey } from '../verification/keys/find-signing-key.ts';
import { listedIds } from '../verification/keys/listed-methods.ts';

/** The keys that may sign the log of the service at this origin: those that its controller document lists for
 *  assertion, each judged as for a badge. Undefined where no such document stands there. */
export async function readLogKeys(ports: KeySearch): Promise<readonly AuthorisedKey[] | undefined> {
  const issuer = didOf(ports.ownOrigin);
  const controller = await resolveController(issuer, ports);
  if (controller.kind !== 'found') return undefined;
  const purpose = 'assertionMethod';
  const answers = await Promise.all(
    listedIds(controller.document, purpose).map((methodId) =>
      findSigningKey({ kind: 'method', methodId, issuer, purpose }, ports),
    ),
  );
  return answers.flatMap((answer) => (answer.kind === 'authorised' ? [answer.key] : []));
}
