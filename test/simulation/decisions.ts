import type { CredentialId } from '../../src/domain/ids.ts';
import { drain } from './drain.ts';
import { action, finish, long, type SimulatedAction } from './operation.ts';

/** The DANE judges, decides, and signs again. */
export const DECISIONS: readonly SimulatedAction[] = [
  long('everybody is judged', 2, async (scene) => {
    const job = await scene.process.services.beginJob({ kind: 'propose-awards' }, scene.handles.people.dane);
    await finish(scene, job.id);
  }),
  long('all that is met is granted and signed', 1, async ({ process, handles }) => {
    const scope = { kind: 'all-met', cautions: 'included' } as const;
    await drain(process.services.grantAwards({ scope, actor: handles.people.dane }));
    await drain(process.services.issueCredentials({ actor: handles.people.dane }));
  }),
  long('a decision waits', 1, async ({ process, handles, random }) => {
    await process.services.beginJob(
      {
        ...{ kind: 'decide-proposals', ids: [handles.ids['proposal'] ?? ''] },
        ...(random.chance(0.5) ? { decision: 'grant' } : { decision: 'refuse', reason: 'Trop tôt.' }),
      } as never,
      handles.people.agent,
      600,
    );
  }),
  action('a refusal is reopened', 0.5, async ({ process, handles, place, random }) => {
    const refused = await place.ask(
      'select recipient_kind, recipient_id, achievement, school_year from proposal_refusal order by recipient_id, achievement, school_year',
    );
    if (refused.length === 0) return;
    const one = random.pick(refused);
    const recipient =
      one['recipient_kind'] === 'person'
        ? { kind: 'person', personId: one['recipient_id'] }
        : { kind: 'establishment', uai: one['recipient_id'] };
    await process.services.reopenProposal({
      ...{ recipient, achievement: one['achievement'], schoolYear: Number(one['school_year']) },
      actor: handles.people.dane,
    } as never);
  }),
  long('many badges are revoked', 0.2, async (scene) => {
    const { process, handles } = scene;
    const job = await process.services.beginJob(
      {
        kind: 'revoke-many',
        ids: [...new Set([handles.badges.claire, handles.badges.paul])],
        reason: 'Une erreur.',
      },
      handles.people.dane,
    );
    await finish(scene, job.id);
  }),
  action('a badge is accepted', 3, async ({ process, handles, random }) =>
    process.services.acceptCredential({
      id: handles.badges.claire as CredentialId,
      name: random.pick(['full', 'initials', 'none'] as const),
      ...{ form: 'inclusive', showSchools: random.chance(0.5), visibility: 'public', onlyNew: false },
      actor: handles.people.claire,
    }),
  ),
  action('a badge is shown again', 0.5, ({ process, handles }) =>
    process.services.showCredential({ id: handles.badges.claire, actor: handles.people.claire } as never),
  ),
];
