import { DomainError } from '../../../../domain/errors.ts';
import type { SaidChoice } from '../../../../domain/holder/actions.ts';
import type { CredentialId } from '../../../../domain/ids.ts';
import type { AppDeps } from '../../env.ts';
import { useForm } from '../../forms/context.ts';
import { Form } from '../../forms/elements.tsx';
import { type FormValues, type ParsedForm, readForm } from '../../forms/schema.ts';
import type { ShownForm } from '../../forms/submission.ts';
import { useFrame } from '../../layout/page-context.ts';
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { MyLayout } from '../layout.tsx';
import { ChoiceFields, firstValues, parseChoice, sentChoice } from './choice.tsx';
import { AnswerBar, DeclineLink, LargeBadge } from './new.tsx';
import { drawNewPreview } from './new-preview.tsx';
import { findOwned, type Issued, spaceOf } from './owned.ts';
import { Published } from './published.tsx';
import { type BadgeChoiceView, badgeChoiceView } from './view.ts';

/** `/my/badges/new`: all new badges of a person and one answer to them, its preview, and its result. */
export const newBadgePages = (deps: AppDeps) =>
  pagesOf(deps, 'my')
    .page('/my/badges/new', 'keep-own-record', (visit) => drawNew(visit))
    .page('/my/badges/new/preview', 'keep-own-record', async (visit) => {
      const values = { ...sentChoice(visit.c), badge: visit.c.req.queries('badge') ?? [] };
      const form = await parseAnswer(visit, values);
      if (form.ok) return drawNewPreview(visit, form.value, values);
      // The page of the choice names the missing fields.
      return visit.answer(await drawNew(visit, { values, faults: form.faults }), { status: 400 });
    })
    .form('/my/badges/new', 'keep-own-record', {
      page: (visit) => drawNew(visit),
      schema: async (visit) => parseAnswer(visit, await readForm(visit.c)),
      act: async ({ services, me }, { said, ids }) => {
        await services.acceptNewBadges({ ...said, ids, actor: me });
        return `/my/badges/published?${new URLSearchParams(ids.map((id) => ['badge', id]))}`;
      },
    })
    .page('/my/badges/published', 'use-account', drawPublished);

const readWaiting = ({ services, me }: Visit) => services.readNewBadges({ kind: 'person', personId: me });

/** Every badge that waits for an answer, drawn large, and one choice for all of them. */
async function drawNew(visit: Visit, form: ShownForm | undefined = visit.sent) {
  const { waiting, lastChoice } = await readWaiting(visit);
  const badges = await Promise.all(
    waiting.map((one) => badgeChoiceView(visit.deps, one, visit.wording.locale)),
  );
  const t = visit.t.my.moment;
  const [only] = badges;
  if (!only) {
    return (
      <MyLayout page="badges" title={t.none}>
        <p>
          <a href="/my/badges">{t.seeBadges}</a>
        </p>
      </MyLayout>
    );
  }
  const many = badges.length;
  const ticked = visit.c.req.queries('badge') ?? badges.map(({ id }) => id);
  const values = { ...firstValues(lastChoice), ...sentChoice(visit.c), badge: ticked };
  return (
    <MyLayout page="badges" title={t.title(many)} lede={t.lede(many)}>
      <Form action="/my/badges/new" form={form ?? { values, faults: {} }} labels={t.fields}>
        {many === 1 ? <OneBadge badge={only} /> : <ManyBadges badges={badges} />}
        <div>
          <h2 id="choose">{t.choose}</h2>
          <p>{many === 1 ? t.chooseOne : t.chooseAll}</p>
          <ChoiceFields badges={badges} />
        </div>
        <AnswerBar many={many} preview="/my/badges/new/preview" />
      </Form>
    </MyLayout>
  );
}

function OneBadge({ badge }: { badge: BadgeChoiceView }) {
  return (
    <div class="new-badge new-badge-alone">
      <input type="hidden" name="badge" value={badge.id} />
      <LargeBadge badge={badge} level="h2" />
      <p>
        <DeclineLink badge={badge} />
      </p>
    </div>
  );
}

function ManyBadges({ badges }: { badges: readonly BadgeChoiceView[] }) {
  const t = useFrame().t.my.moment;
  const { values, faults } = useForm();
  const ticked = values['badge'] ?? [];
  return (
    <>
      {faults['badge'] && <BadgeFault />}
      <ul class="new-badges" id="badge">
        {badges.map((badge) => (
          <li class="new-badge">
            <LargeBadge badge={badge} level="h2" />
            <p class="choice">
              <input
                type="checkbox"
                id={`badge-${badge.id}`}
                name="badge"
                value={badge.id}
                checked={ticked.includes(badge.id)}
                aria-describedby={`name-${badge.id}`}
              />
              <label for={`badge-${badge.id}`}>{t.take}</label>
            </p>
            <p>
              <DeclineLink badge={badge} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function BadgeFault() {
  return <p class="fault">{useFrame().t.forms.faults['none-chosen']}</p>;
}

interface Answered {
  readonly said: SaidChoice;
  readonly ids: readonly CredentialId[];
}

/** The choice, and the ticked badges that are the person's own. */
async function parseAnswer(visit: Visit, values: FormValues): Promise<ParsedForm<Answered>> {
  const form = parseChoice(values, { kind: 'person', personId: visit.me });
  const owned = await readOwned(visit, values['badge'] ?? []);
  const ids = owned.flatMap(({ award, credential }) =>
    award.recipient.kind === 'person' ? [credential.id] : [],
  );
  const missing = ids.length === 0 ? { badge: 'none-chosen' as const } : {};
  if (!form.ok) return { ...form, faults: { ...missing, ...form.faults } };
  if (ids.length === 0) return { ok: false, faults: missing, values };
  return { ok: true, value: { said: form.value, ids }, values };
}

/** A person has fewer badges at once. */
const MOST_BADGES = 50;

/** The signed badges with these ids about which the person may choose. */
async function readOwned(visit: Visit, ids: readonly string[]): Promise<readonly Issued[]> {
  const asked = [...new Set(ids)].slice(0, MOST_BADGES);
  const found = await Promise.all(asked.map((id) => findOwned(visit, id)));
  return found.flatMap((one) => (one?.credential ? [{ award: one.award, credential: one.credential }] : []));
}

/** The badges that were just answered, with the tools of each visible one. It shows their present state, so it
 *  can be opened again. */
async function drawPublished(visit: Visit) {
  const owned = await readOwned(visit, visit.c.req.queries('badge') ?? []);
  const [first] = owned;
  if (!first) throw new DomainError('not-found');
  const [one, ...more] = await Promise.all(
    owned.map((issued) => badgeChoiceView(visit.deps, issued, visit.wording.locale)),
  );
  if (!one) throw new DomainError('not-found');
  const { waiting } = await readWaiting(visit);
  const { profile } = await visit.services.readOwnProfile(visit.me);
  const page = (
    <Published
      badges={[one, ...more]}
      profiled={profile?.credentialIds ?? []}
      othersWait={waiting.length > 0}
    />
  );
  return visit.answer(page, { space: spaceOf(first) });
}
