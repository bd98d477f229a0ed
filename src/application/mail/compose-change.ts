import type { EngagementProposal, SegmentChange } from '../../domain/engagement/engagement-proposal.ts';
import { changesOfSubjects } from '../../domain/mail/mail-subject.ts';
import type { Uai } from '../../domain/uai.ts';
import { ownEngagementUrl } from './addresses.ts';
import { type ComposeNeeds, type MailFor, mailWords, type SaidMail } from './mail-content.ts';
import { placeName } from './place-name.ts';

/** A mail to a RUPN about the decision on the days or missions of a segment. */
export async function composeChange(
  needs: ComposeNeeds,
  { mail, person }: MailFor,
): Promise<SaidMail | undefined> {
  const { store, origin } = needs;
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
  const { decision, subjects, change: texts } = mailWords(needs);
  const reasons = new Set(settled.flatMap(({ settlement }) => settlement?.reason ?? []));
  return {
    subject: subjects.decision,
    blocks: [
      ...settled.flatMap((one) => [
        texts.of(nameOf(one.uai)),
        outcomeOf(needs, one),
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

function outcomeOf(needs: ComposeNeeds, { change, settlement }: EngagementProposal): string {
  const { change: texts } = mailWords(needs);
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
