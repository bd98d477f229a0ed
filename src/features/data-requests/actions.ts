import { keyOfForm } from '../../application/idempotency-key.ts';
import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict, useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type DeclaredName, declaredFullName, fullName } from '../../domain/person/name.ts';
import { refuseNumen } from '../../domain/person/numen.ts';
import type { Person } from '../../domain/records.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { DataRequest, DataRequestKind } from './feature.ts';
import { nameCorrectionText } from './texts.ts';

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
      await store.commit(changesOfRequest({ id, personId, kind, message, madeAt: at }));
    });

function changesOfRequest(request: DataRequest): readonly Change[] {
  const { id, personId, kind, madeAt: at } = request;
  return [
    { kind: 'data-request-made', request },
    audit('data-request-made', { at, actor: personId, subject: personId, details: { id, kind } }),
  ];
}

interface CorrectName {
  /** The person, under the name that the provider stated. */
  readonly person: Person;
  readonly correction: DeclaredName;
  readonly at: Instant;
}

/** A newcomer's typed name as a request for correction (RGPD, art. 16), which the DANE answers as any other. */
export function changesOfNameCorrection(
  { ids }: Pick<Ports, 'ids'>,
  { person, correction, at: madeAt }: CorrectName,
): readonly Change[] {
  const message = nameCorrectionText(fullName(person), declaredFullName(correction));
  return changesOfRequest({
    id: ids.uuid(),
    ...{ personId: person.id, kind: 'rectification', message, madeAt },
  });
}

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
