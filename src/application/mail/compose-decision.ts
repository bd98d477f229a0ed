import type { EngagementProposal, ProposedChange } from '../../domain/engagement/proposal.ts';
import type { AboutOf } from '../../domain/mail/about.ts';
import { type Engagement, isCountable, type Person } from '../../domain/records.ts';
import type { Uai } from '../../domain/uai.ts';
import { contestState } from '../../features/contests/feature.ts';
import { criteriaDraftUrl, ownEngagementUrl } from './addresses.ts';
import { type MailMessage, type MailPorts, mailTextsOf, namesOfRoles, placeName } from './content.ts';

/** A mail to a RUPN about the decision on one of their engagements and on a single role that two people
 *  wanted. */
export async function composeDecision(
  ports: MailPorts,
  person: Person,
  { references, roles }: AboutOf<'segment-decision'>,
): Promise<MailMessage | undefined> {
  const { store, origin } = ports;
  const [engagement] = await store.readEngagements(references);
  if (engagement?.personId !== person.id || engagement.confirmation === 'requested') return undefined;
  const [school] = await store.readSchoolsByUai([engagement.uai]);
  const { decision: texts, subjects } = mailTextsOf(ports);
  const names = namesOfRoles(ports);
  const isCut = roles.some(({ outcome }) => outcome === 'role-lost');
  return {
    subject: subjects.decision,
    blocks: [
      texts.decided(placeName(school, engagement.uai), engagement.period.from),
      ...(isCut ? [] : await describeState(ports, engagement)),
      ...roles.map(({ outcome, role }) => texts.roles[outcome](names[role])),
    ],
    act: { label: texts.open, url: ownEngagementUrl(origin, engagement.reference) },
  };
}

/** The decision and its consequences. For a contest that the DANE decided, it is the outcome of the
 *  contest. */
async function describeState(
  ports: MailPorts,
  { reference, personId, confirmation }: Engagement,
): Promise<readonly string[]> {
  if (confirmation === 'requested') return [];
  const { store, issuer } = ports;
  const { decision: texts } = mailTextsOf(ports);
  const contests = await store.readContestsOfPerson(personId);
  const contest = contests.find((one) => one.engagementReference === reference);
  if (contest?.decision) {
    const { outcome } = contest.decision;
    const counts = outcome === 'maintained' ? [] : [texts.counts];
    return [texts.outcomes[outcome](issuer.name), ...counts];
  }
  if (isCountable(confirmation)) return [texts.states[confirmation](issuer.name), texts.counts];
  const awaits = contest && contestState(contest) === 'awaits-answer';
  const byPrincipal = contest?.openedBy !== undefined;
  const state = byPrincipal ? texts.states[confirmation](issuer.name) : texts.contestedInFile;
  return [state, awaits ? texts.contestable : texts.uncounted];
}

/** A mail to a RUPN about the decision on the days or missions of an engagement. */
export async function composeChange(
  ports: MailPorts,
  person: Person,
  { proposalIds }: AboutOf<'change-decision'>,
): Promise<MailMessage | undefined> {
  const { store, origin } = ports;
  const found = await Promise.all(proposalIds.map(store.readEngagementProposal));
  const settled = found.flatMap((one) => (one?.personId === person.id && one.settlement ? [one] : []));
  const [first] = settled;
  if (!first) return undefined;
  const uais = settled.flatMap(({ uai, change }) => [uai, ...movedTo(change)]);
  const schools = await store.readSchoolsByUai([...new Set(uais)]);
  const nameOf = (of: Uai) =>
    placeName(
      schools.find(({ uai }) => uai === of),
      of,
    );
  const { decision, subjects, change: texts } = mailTextsOf(ports);
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

/** The right school of an engagement that was recorded at a wrong one. */
function movedTo(change: ProposedChange): readonly Uai[] {
  return change.kind === 'correction' && change.uai ? [change.uai] : [];
}

function outcomeOf(ports: MailPorts, { change, settlement }: EngagementProposal): string {
  const { change: texts } = mailTextsOf(ports);
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

/** A mail about a draft of criteria: to the other agents while it waits, then to its author. */
export async function composeDraft(
  ports: MailPorts,
  person: Person,
  { draftId }: AboutOf<'criteria-draft'>,
): Promise<MailMessage | undefined> {
  const draft = await ports.store.readCriteriaDraft(draftId);
  if (!draft || !person.profiles.includes('dane')) return undefined;
  const { draft: texts } = mailTextsOf(ports);
  const isOwn = draft.draftedBy === person.id;
  const outcome = draft.settled?.outcome;
  // A draft that was settled before the mail was sent needs no answer from the other agents.
  if (isOwn ? outcome !== 'adopted' && outcome !== 'sent-back' : outcome !== undefined) return undefined;
  const act = { label: texts.open, url: criteriaDraftUrl(ports.origin, draftId) };
  if (outcome === 'adopted') return { subject: texts.subjects.adopted, blocks: [texts.adopted], act };
  if (outcome === 'sent-back') {
    const words = draft.settled?.words;
    return { subject: texts.subjects.sentBack, blocks: [texts.sentBack, ...(words ? [words] : [])], act };
  }
  return { subject: texts.subjects.waiting, blocks: [texts.waiting(draft.from), texts.what], act };
}
