import { keyOfForm } from '../../application/idempotency-key.ts';
import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict, useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { refuseNumen } from '../../domain/person/numen.ts';
import type { DataRequestKind } from './feature.ts';

interface MakeDataRequest {
  readonly personId: PersonId;
  readonly kind: DataRequestKind;
  readonly message: string;
  /** The token of the form: sent several times, it makes one request. */
  readonly once?: string | undefined;
}

/** Sends the DANE a request about one's own data (RGPD, art. 16 and 17). Throws `numen-refused`. */
const makeDataRequest =
  ({ store, clock, ids }: Ports) =>
  ({ personId, kind, message, once }: MakeDataRequest): Promise<void> =>
    retryOnConflict(async () => {
      refuseNumen(message);
      const key = await keyOfForm({ by: personId, once, said: [kind, message] });
      if (key !== undefined && (await store.readDataRequest(key))) return;
      const [id, at] = [key ?? ids.uuid(), clock.now()];
      await store.commit([
        { kind: 'data-request-made', request: { id, personId, kind, message, madeAt: at } },
        audit('data-request-made', { at, actor: personId, subject: personId, details: { id, kind } }),
      ]);
    });

interface SettleDataRequest {
  readonly id: string;
  readonly answer: string;
  readonly actor: string;
}

/** Records a DANE agent's answer. It does not carry out the request: an import or the erasure does. Throws
 *  `not-found`, `request-settled`, `numen-refused`. */
const settleDataRequest =
  ({ store, clock }: Ports) =>
  ({ id, answer, actor }: SettleDataRequest): Promise<void> =>
    retryOnConflict(async () => {
      refuseNumen(answer);
      const request = await store.readDataRequest(id);
      if (!request) throw new DomainError('not-found');
      if (request.settled) throw new DomainError('request-settled');
      const at = clock.now();
      await store.commit([
        { kind: 'data-request-settled', id, settled: { at, by: actor, answer } },
        audit('data-request-settled', { at, actor, subject: request.personId, details: { id } }),
      ]);
    });

export const dataRequestServices = useCases({ makeDataRequest, settleDataRequest });
