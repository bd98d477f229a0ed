import { daneSupportUrl, ownSupportUrl } from '../../application/mail/addresses.ts';
import { type MailMessage, type MailPorts, mailTextsOf, placeName } from '../../application/mail/content.ts';
import type { AboutOf } from '../../domain/mail/about.ts';
import type { Person } from '../../domain/records.ts';

/** A mail about a request of support: to an agent of the DANE while it waits, or to its asker after an
 *  answer. The mail does not contain the texts of the request, which are read only on the service. */
export async function composeSupport(
  ports: MailPorts,
  person: Person,
  { requestId: id }: AboutOf<'support'>,
): Promise<MailMessage | undefined> {
  const { store, origin } = ports;
  const request = await store.readSupportRequest(id);
  if (!request) return undefined;
  const [school] = await store.readSchoolsByUai([request.uai]);
  const { support: texts, subjects } = mailTextsOf(ports);
  const about = texts.about(texts.kinds[request.kind], placeName(school, request.uai));
  if (person.id === request.personId) {
    if (request.messages.at(-1)?.side !== 'dane') return undefined;
    const { state, plannedOn } = request;
    return {
      subject: texts.answeredSubject,
      by: plannedOn,
      blocks: [
        texts.answered,
        about,
        ...(state === 'planned' && plannedOn ? [texts.planned(plannedOn)] : []),
        ...(state === 'closed' ? [texts.closed] : []),
      ],
      act: { label: texts.open, url: ownSupportUrl(origin, id) },
    };
  }
  if (!person.profiles.includes('dane') || request.state !== 'open') return undefined;
  return {
    subject: subjects.support,
    blocks: [texts.waits, about],
    act: { label: texts.answer, url: daneSupportUrl(origin, id) },
  };
}
