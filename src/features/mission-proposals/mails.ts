import { missionProposalUrl, schoolMissionsUrl } from '../../application/mail/addresses.ts';
import {
  languageOf,
  type MailMessage,
  type MailPorts,
  mailTextsOf,
  placeName,
} from '../../application/mail/content.ts';
import type { AboutOf } from '../../domain/mail/about.ts';
import { fullName } from '../../domain/person/name.ts';
import type { Person } from '../../domain/records.ts';
import { typographic } from '../../texts/grammar.ts';

/** A mail about proposed missions: to the person while the proposal waits, or to its author after the
 *  answer. */
export async function composeMissions(
  ports: MailPorts,
  person: Person,
  { kind, proposalId }: AboutOf<'missions-proposed' | 'missions-answered'>,
): Promise<MailMessage | undefined> {
  const { store, catalogue, origin } = ports;
  const proposal = await store.readMissionProposal(proposalId);
  if (!proposal) return undefined;
  const [school] = await store.readSchoolsByUai([proposal.uai]);
  const place = placeName(school, proposal.uai);
  const { missions: texts } = mailTextsOf(ports);
  const language = languageOf(ports);
  const labels = proposal.missions.map((code) =>
    typographic(`${code} · ${catalogue.framework.missions.get(code)?.label[language] ?? ''}`),
  );
  if (kind === 'missions-proposed') {
    if (proposal.personId !== person.id || proposal.settlement) return undefined;
    const [author] = await store.readPeople([proposal.by]);
    return {
      subject: texts.subject,
      blocks: [
        texts.proposed({ by: author && fullName(author), place, from: proposal.from, to: proposal.to }),
        { list: labels },
        ...(proposal.words ? [texts.words, proposal.words] : []),
        texts.choice,
      ],
      act: { label: texts.open, url: missionProposalUrl(origin, proposalId) },
    };
  }
  const { by, settlement } = proposal;
  if (by !== person.id || !settlement || settlement.outcome === 'withdrawn') return undefined;
  return {
    subject: texts.answeredSubject,
    blocks: [
      settlement.outcome === 'accepted' ? texts.accepted(place, proposal.from) : texts.declined(place),
      { list: labels },
    ],
    act: { label: texts.see, url: schoolMissionsUrl(origin, proposal.uai) },
  };
}
