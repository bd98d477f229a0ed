import { answeredOfSubjects, proposedOfSubjects } from '../../domain/mail/mail-subject.ts';
import { typographic } from '../../texts/typographic.ts';
import type { Ports } from '../service-ports.ts';
import { missionProposalUrl, schoolMissionsUrl } from './addresses.ts';
import { type MailFor, mailWords, type SaidMail } from './mail-content.ts';
import { placeName } from './place-name.ts';

/** A mail about proposed missions: to the person while the proposal waits, or to its author after the
 *  answer. */
export async function composeMissions(
  ports: Ports,
  { mail, person }: MailFor,
): Promise<SaidMail | undefined> {
  const { store, catalogue, origin } = ports;
  const answered = answeredOfSubjects(mail.subjectIds);
  const id = answered ?? proposedOfSubjects(mail.subjectIds) ?? '';
  const proposal = await store.readMissionProposal(id);
  if (!proposal) return undefined;
  const [school] = await store.readEstablishments([proposal.uai]);
  const place = placeName(school, proposal.uai);
  const { missions: texts } = mailWords(ports);
  const labels = proposal.missions.map((code) =>
    typographic(`${code} · ${catalogue.framework.missions.get(code)?.label.fr ?? ''}`),
  );
  if (answered === undefined) {
    if (proposal.personId !== person.id || proposal.settlement) return undefined;
    return {
      subject: texts.subject,
      blocks: [
        texts.proposed(place, proposal.from, proposal.to),
        { list: labels },
        texts.choice,
        { label: texts.open, url: missionProposalUrl(origin, id) },
      ],
    };
  }
  const { by, settlement } = proposal;
  if (by !== person.id || !settlement || settlement.outcome === 'withdrawn') return undefined;
  return {
    subject: texts.answeredSubject,
    blocks: [
      settlement.outcome === 'accepted' ? texts.accepted(place, proposal.from) : texts.declined(place),
      { list: labels },
      { label: texts.see, url: schoolMissionsUrl(origin, proposal.uai) },
    ],
  };
}
