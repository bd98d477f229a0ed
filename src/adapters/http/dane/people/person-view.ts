import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { badgeName, findingViews, readNames } from '../decisions/decision-views.ts';
import type { PersonView } from './person-page.tsx';

const AUDIT_LINES = 50;

/** All that is on record of one person, in words; undefined where there is nobody of this id. */
export async function readPersonView(
  { ports, services }: AppDeps,
  id: PersonId,
  locale: Locale,
): Promise<PersonView | undefined> {
  const { store, catalogue } = ports;
  const [person] = await store.readPeople([id]);
  if (!person) return undefined;
  const recipient = { kind: 'person' as const, personId: id };
  const [[record], awards, audit] = await Promise.all([
    store.readPersonRecords([id]),
    store.readAwardsOf([recipient]),
    store.readAuditOf(id, AUDIT_LINES),
  ]);
  const engagements = record?.engagements ?? [];
  const uais = [...engagements.map(({ uai }) => uai), ...(person.headOf ? [person.headOf] : [])];
  const { schoolOf } = await readNames(store, [], uais);
  const judgments: PersonView['judgments'][number][] = [];
  for await (const { evaluations } of services.evaluateRecipients({ scope: { kind: 'person-id', id } })) {
    for (const evaluation of evaluations) {
      judgments.push({
        badge: badgeName(catalogue, { ...evaluation, locale }),
        met: evaluation.met,
        findings: findingViews(evaluation, catalogue, locale),
      });
    }
  }
  const heads = schoolOf(person.headOf);
  return {
    person,
    ...(heads !== undefined && { heads }),
    engagements: engagements.map((one) => ({ ...one, school: schoolOf(one.uai) ?? one.uai })),
    awards: awards.map((one) => ({
      badge: badgeName(catalogue, { ...one.award, locale }),
      grantedAt: one.award.grantedAt,
      state: stateOf(one),
      override: one.award.overrideReason !== undefined,
      ...(isRevocable(one) && { revokeHref: `/dane/credentials/${one.credential?.id}/revocation` }),
    })),
    judgments,
    audit,
  };
}

function stateOf({ credential }: AwardWithCredential): PersonView['awards'][number]['state'] {
  if (!credential) return 'unsigned';
  if (credential.erasedAt) return 'erased';
  return credential.revocation ? 'revoked' : credential.choice.acceptance;
}

function isRevocable({ credential }: AwardWithCredential): boolean {
  return credential !== undefined && !credential.revocation && !credential.erasedAt;
}
