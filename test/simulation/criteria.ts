import { action, long, onFound, type Scene, type SimulatedAction } from './operation.ts';

const DRAFT = () => 'select id as "ids.badgeDraft", revision as "ids.revision" from badge_draft order by id';
const NEXT_YEAR = ({ handles }: Scene) => `${handles.year + 1}-09-01` as never;
const named = ({ handles }: Scene) => ({
  id: handles.ids['badgeDraft'] ?? '',
  revision: Number(handles.ids['revision'] ?? 0),
  actor: handles.people.agent,
});

/** A badge is drafted, tried and adopted, and criteria are taken back. */
export const CRITERIA: readonly SimulatedAction[] = [
  action('office: a badge is drafted', 0.6, async ({ process, handles, random }) => {
    const { badges } = await process.services.listBadges();
    const { code } = random.pick(badges);
    await process.services.beginBadge({
      from: { kind: random.pick(['change', 'copy'] as const), code },
      actor: handles.people.agent,
    });
  }),
  onFound(
    action('office: the draft of a badge is changed', 0.6, async (scene) => {
      const { process, handles, random } = scene;
      const draft = await process.bare.readBadgeDraft(handles.ids['badgeDraft'] ?? '');
      if (!draft) return;
      const name = { ...draft.badge.name, fr: `Un badge ${random.integer(100)}` };
      await process.services.saveBadge({ ...named(scene), badge: { ...draft.badge, name } });
    }),
    DRAFT,
    'office: a badge is drafted',
  ),
  onFound(
    action('office: the draft of a badge is dropped', 0.3, (scene) =>
      scene.process.services.dropBadge(named(scene)),
    ),
    DRAFT,
    'office: a badge is drafted',
  ),
  onFound(
    action('office: the draft of a badge is adopted', 0.3, (scene) =>
      scene.process.services.adoptBadge({ ...named(scene), from: NEXT_YEAR(scene) }),
    ),
    DRAFT,
    'office: a badge is drafted',
  ),
  onFound(
    action('office: criteria are taken back', 0.3, ({ process, handles }) =>
      process.services.withdrawCriteria({
        version: Number(handles.ids['version'] ?? 0),
        actor: handles.people.dane,
      }),
    ),
    ({ today }) =>
      `select version as "ids.version" from criteria_version where withdrawn_at is null and in_force_from > '${today}' order by version desc limit 1`,
    'office: a draft is made and agreed',
  ),
  long('office: a draft is made and agreed', 0.3, async (scene) => {
    const { process, handles, random } = scene;
    await process.services.changeApprovals({ criteria: true, actor: handles.people.dane });
    const draft = await process.services.draftCriteria({
      figures: { '/thresholds/fullYearDays': 150 + random.integer(20) },
      ...{ from: NEXT_YEAR(scene), actor: handles.people.agent },
    });
    await process.services.judgeDraft({ id: draft.id, actor: handles.people.dane });
  }),
];
