import { requireSchoolOpen } from '../../application/engagements/open-school.ts';
import { keyOfForm } from '../../application/idempotency-key.ts';
import { mailAbout } from '../../application/mail/queue.ts';
import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict, useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { formatSubject } from '../../domain/mail/subject.ts';
import type { MailKind } from '../../domain/mail/types.ts';
import { compact } from '../../domain/text/omit-undefined.ts';
import type { Instant, LocalDate } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import {
  addText,
  endRequest,
  isEnded,
  SUPPORT_BOUNDS,
  type SupportKind,
  type SupportRequest,
  type SupportSide,
} from './feature.ts';

interface AskSupport {
  readonly personId: PersonId;
  readonly uai: Uai;
  readonly kind: SupportKind;
  readonly title: string;
  readonly text: string;
  /** The token of the form: sent several times, it makes one request. */
  readonly once?: string | undefined;
}

/** Records a request for the DANE's help at a school, and tells its agents. The caller has checked that the
 *  school is one of the asker's. Throws `support-full` where the asker has too many open requests,
 *  `establishment-closed`. */
const askSupport =
  (ports: Ports) =>
  ({ personId, text, once, ...asked }: AskSupport): Promise<SupportRequest> =>
    retryOnConflict(async () => {
      const { store, clock, ids } = ports;
      const own = await store.readSupportRequestsOf(personId);
      const key = await keyOfForm({ by: personId, once, said: [asked.uai, asked.kind, asked.title, text] });
      const known = own.find(({ id }) => id === key);
      if (known) return known;
      if (own.filter((one) => !isEnded(one)).length >= SUPPORT_BOUNDS.open)
        throw new DomainError('support-full');
      const at = clock.now();
      const request: SupportRequest = {
        ...{ id: key ?? ids.uuid(), personId, ...asked },
        messages: [{ by: personId, side: 'asker', at, text }],
        ...{ askedAt: at, changedAt: at, state: 'open', revision: 0 },
      };
      await store.commit([
        ...(await requireSchoolOpen(store, { uai: request.uai, until: undefined })),
        { kind: 'support-asked', request },
        ...(await notifyDane(ports, {
          kind: 'support',
          subjectIds: [formatSubject({ kind: 'support', id: request.id })],
          at,
        })),
        audit('support-asked', { at, actor: personId, subject: personId, details: { id: request.id } }),
      ]);
      return request;
    });

interface SupportTextCommand {
  readonly id: string;
  readonly by: PersonId;
  readonly side: SupportSide;
  readonly text: string;
  readonly plannedOn?: LocalDate | undefined;
  readonly ends?: boolean | undefined;
}

/** Adds a text of the asker or an answer of the DANE, and tells the other side. Throws `not-found`,
 *  `request-settled`, `support-full`, `store-conflict`. */
const answerSupport =
  (ports: Ports) =>
  async ({ id, ...word }: SupportTextCommand): Promise<void> => {
    const { store, clock } = ports;
    const request = await store.readSupportRequest(id);
    if (!request) throw new DomainError('not-found');
    const at = clock.now();
    const stated = { kind: 'support' as const, subjectIds: [formatSubject({ kind: 'support', id })], at };
    const { personId } = request;
    await store.commit([
      { kind: 'support-changed', request: addText(request, compact({ ...word, at })) },
      ...(word.side === 'asker'
        ? await notifyDane(ports, stated)
        : mailAbout(ports, { ...stated, personId })),
      audit('support-answered', { at, actor: word.by, subject: personId, details: { id } }),
    ]);
  };

/** Ends the request without a text, for either side. Throws `not-found`, `request-settled`,
 *  `store-conflict`. */
const endSupport =
  ({ store, clock }: Ports) =>
  async ({ id, by, side }: Pick<SupportTextCommand, 'id' | 'by' | 'side'>): Promise<void> => {
    const request = await store.readSupportRequest(id);
    if (!request) throw new DomainError('not-found');
    const at = clock.now();
    const ended = endRequest(request, side, at);
    await store.commit([
      { kind: 'support-changed', request: ended },
      audit('support-ended', { at, actor: by, subject: request.personId, details: { id } }),
    ]);
  };

/** The most agents of the DANE to whom one mail is sent. */
const MOST_AGENTS = 30;

/** A mail to each agent of the DANE. */
export async function notifyDane(
  ports: Ports,
  mail: { readonly kind: MailKind; readonly subjectIds: readonly string[]; readonly at: Instant },
): Promise<readonly Change[]> {
  if (!ports.mailer) return [];
  const agents = await ports.store.searchPeople({ profile: 'dane', limit: MOST_AGENTS });
  const reached = agents.filter(({ emails }) => emails.length > 0);
  return reached.flatMap(({ id }) => mailAbout(ports, { ...mail, personId: id }));
}

export const supportServices = useCases({ askSupport, answerSupport, endSupport });
