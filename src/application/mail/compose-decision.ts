import { contestState } from '../../domain/contest/contest.ts';
import {
  answeredOfSubjects,
  changesOfSubjects,
  criteriaDraftOfSubjects,
  proposedOfSubjects,
  rolesOfSubjects,
} from '../../domain/mail/mail-subject.ts';
import { type Engagement, isCountable } from '../../domain/records.ts';
import { roleLabels } from '../../texts/fr/criteria-labels.ts';
import { OFFICE } from '../../texts/office.ts';
import type { Ports } from '../service-ports.ts';
import { ownEngagementUrl } from './addresses.ts';
import { composeChange } from './compose-change.ts';
import { composeDraft } from './compose-draft.ts';
import { composeMissions } from './compose-missions.ts';
import { type MailFor, mailWords, type SaidMail } from './mail-content.ts';
import { placeName } from './place-name.ts';

/** A mail to a RUPN about the decision on one of their segments and on a single role that two people
 *  wanted. */
export async function composeDecision(
  ports: Ports,
  { mail, person }: MailFor,
): Promise<SaidMail | undefined> {
  if (changesOfSubjects(mail.subjectIds).length > 0) return composeChange(ports, { mail, person });
  const { subjectIds } = mail;
  const draftId = criteriaDraftOfSubjects(subjectIds);
  if (draftId) return composeDraft(ports, draftId, { mail, person });
  if (proposedOfSubjects(subjectIds) ?? answeredOfSubjects(subjectIds)) {
    return composeMissions(ports, { mail, person });
  }
  const { store, origin } = ports;
  const [segment] = await store.readEngagements(mail.subjectIds);
  if (segment?.personId !== person.id || segment.confirmation === 'requested') return undefined;
  const [school] = await store.readEstablishments([segment.uai]);
  const { decision: texts, subjects } = mailWords(ports);
  const roles = rolesOfSubjects(mail.subjectIds);
  const isCut = roles.some(({ outcome }) => outcome === 'role-lost');
  return {
    subject: subjects.decision,
    blocks: [
      texts.decided(placeName(school, segment.uai), segment.period.from),
      ...(isCut ? [] : await sayState(ports, segment)),
      ...roles.map(({ outcome, role }) => texts.roles[outcome](roleLabels(OFFICE)[role])),
      { label: texts.open, url: ownEngagementUrl(origin, segment.reference) },
    ],
  };
}

/** The decision and its consequences. For a contest that the DANE decided, it is the outcome of the
 *  contest. */
async function sayState(
  ports: Ports,
  { reference, personId, confirmation }: Engagement,
): Promise<readonly string[]> {
  if (confirmation === 'requested') return [];
  const { store, issuer } = ports;
  const { decision: texts } = mailWords(ports);
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
