import type { EngagementProposal, SegmentChange } from '../../domain/engagement/engagement-proposal.ts';
import { changesOfSubjects } from '../../domain/mail/mail-subject.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Ports } from '../service-ports.ts';
import { ownEngagementUrl } from './addresses.ts';
import { type MailFor, mailWords, type SaidMail } from './mail-content.ts';
import { placeName } from './place-name.ts';

/** A mail to a RUPN about the decision on the days or missions of a segment. */
export async function composeChange(ports: Ports, { mail, person }: MailFor): Promise<SaidMail | undefined> {
  const { store, origin } = ports;
  const found = await Promise.all(changesOfSubjects(mail.subjectIds).map(store.readEngagementProposal));
  const settled = found.flatMap((one) => (one?.personId === person.id && one.settlement ? [one] : []));
  const [first] = settled;
  if (!first) return undefined;
  const uais = settled.flatMap(({ uai, change }) => [uai, ...movedTo(change)]);
  const schools = await store.readEstablishments([...new Set(uais)]);
  const nameOf = (of: Uai) =>
    placeName(
      schools.find(({ uai }) => uai === of),
      of,
    );
  const { decision, subjects, change: texts } = mailWords(ports);
  const reasons = new Set(settled.flatMap(({ settlement }) => settlement?.reason ?? []));
  return {
    subject: subjects.decision,
    blocks: [
      ...settled.flatMap((one) => [
        texts.of(nameOf(one.uai)),
        outcomeOf(ports, one),
        ...movedTo(one.change).map((uai) => texts.moved(nameOf(uai))),
      ]),
      ...[...reasons].map(texts.reason),
      texts.disagree,
      { label: decision.open, url: ownEngagementUrl(origin, first.engagementReference) },
    ],
  };
}

/** The right school of a segment that was recorded at a wrong one. */
function movedTo(change: SegmentChange): readonly Uai[] {
  return change.kind === 'correction' && change.uai ? [change.uai] : [];
}

function outcomeOf(ports: Ports, { change, settlement }: EngagementProposal): string {
  const { change: texts } = mailWords(ports);
  if (settlement?.outcome === 'refused') return texts.refused;
  switch (change.kind) {
    case 'end':
      return texts.ends(change.to);
    case 'missions':
      return texts.missions(change.from);
    case 'correction':
      return texts.correction;
  }
}
