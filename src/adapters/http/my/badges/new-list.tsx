import { levelOf } from '../../../../domain/criteria/definition.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { StatedChoice } from '../../../../domain/holder/actions.ts';
import type { CredentialId } from '../../../../domain/ids.ts';
import type { AppDeps } from '../../env.ts';
import { useForm } from '../../forms/context.ts';
import { Form } from '../../forms/elements.tsx';
import { type FormValues, type ParsedForm, readForm } from '../../forms/schema.ts';
import type { ShownForm } from '../../forms/submission.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definitionOf } from '../../public/credential/definition.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { MyLayout } from '../layout.tsx';
import { asPreviewed, ChoiceFields, firstValues, parseChoice, sentChoice } from './choice.tsx';
import { AnswerBar, DeclineLink, LargeBadge } from './new.tsx';
import { renderNewPreview } from './new-preview.tsx';
import { findOwned, type Issued, spaceOf } from './owned.ts';
import { Published } from './published.tsx';
import { Recognition, readRecognitionViews } from './recognition.tsx';
import { type BadgeChoiceView, badgeChoiceView } from './view.ts';

/** `/my/badges/new`: all new badges of a person and one answer to them, its preview, and its result. */
export const newBadgePages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page('/my/badges/new', 'keep-own-record', (request) => renderNew(request))
    .page('/my/badges/new/preview', 'keep-own-record', async (request) => {
      const values = { ...asPreviewed(sentChoice(request.c)), badge: request.c.req.queries('badge') ?? [] };
      const form = await parseAnswer(request, values);
      if (form.ok) return renderNewPreview(request, form.value, values);
      // The page of the choice names the missing fields.
      return request.answer(await renderNew(request, { values, faults: form.faults }), { status: 400 });
    })
    .form('/my/badges/new', 'keep-own-record', {
      page: (request) => renderNew(request),
      schema: async (request) => parseAnswer(request, await readForm(request.c)),
      act: async ({ services, me }, { said, ids }) => {
        await services.acceptNewBadges({ ...said, ids, actor: me });
        return `/my/badges/published?${new URLSearchParams(ids.map((id) => ['badge', id]))}`;
      },
    })
    .page('/my/badges/published', 'use-account', renderPublished);

const readWaiting = ({ services, me }: PageRequest) =>
  services.readNewBadges({ kind: 'person', personId: me });

/** Every badge that waits for an answer, drawn large, and one choice for all of them. */
async function renderNew(request: PageRequest, form: ShownForm | undefined = request.sent) {
  const { waiting, lastChoice } = await readWaiting(request);
  const badges = await Promise.all(
    waiting.map((one) => badgeChoiceView(request.deps, one, request.wording.locale)),
  );
  const t = request.t.my.moment;
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
  const recognition = await readRecognitionViews(request, waiting);
  const ticked = request.c.req.queries('badge') ?? badges.map(({ id }) => id);
  const values = { ...firstValues(lastChoice), ...sentChoice(request.c), badge: ticked };
  return (
    <MyLayout page="badges" title={t.title(many)} lede={t.lede(many)}>
      <Form action="/my/badges/new" form={form ?? { values, faults: {} }} labels={t.fields}>
        {many === 1 ? <OneBadge badge={only} /> : <ManyBadges badges={badges} />}
        <div>
          <h2 id="choose">{t.choose}</h2>
          <p>{many === 1 ? t.chooseOne : t.chooseAll}</p>
          <ChoiceFields badges={badges} />
          <Recognition views={recognition} />
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
  const t = usePageContext().t.my.moment;
  const { values, faults } = useForm();
  const ticked = values['badge'] ?? [];
  return (
    <>
      {faults['badge'] && <BadgeError />}
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

function BadgeError() {
  return <p class="fault">{usePageContext().t.forms.faults['none-chosen']}</p>;
}

interface Answered {
  readonly said: StatedChoice;
  readonly ids: readonly CredentialId[];
}

/** The choice, and the ticked badges that are the person's own. */
async function parseAnswer(request: PageRequest, values: FormValues): Promise<ParsedForm<Answered>> {
  const form = parseChoice(values, { kind: 'person', personId: request.me });
  const owned = await readOwned(request, values['badge'] ?? []);
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
async function readOwned(request: PageRequest, ids: readonly string[]): Promise<readonly Issued[]> {
  const requested = [...new Set(ids)].slice(0, MOST_BADGES);
  const found = await Promise.all(requested.map((id) => findOwned(request, id)));
  return found.flatMap((one) => (one?.credential ? [{ award: one.award, credential: one.credential }] : []));
}

/** The badges that were just answered, the highest level first, with the tools of each visible one. It shows their
 *  present state, so it can be opened again. */
async function renderPublished(request: PageRequest) {
  const { catalogue } = request.ports;
  const rankOf = ({ award }: Issued) => levelOf(definitionOf(catalogue, award));
  const sent = await readOwned(request, request.c.req.queries('badge') ?? []);
  const owned = sent.toSorted((a, b) => rankOf(b) - rankOf(a));
  const [first] = owned;
  if (!first) throw new DomainError('not-found');
  const [one, ...more] = await Promise.all(
    owned.map((issued) => badgeChoiceView(request.deps, issued, request.wording.locale)),
  );
  if (!one) throw new DomainError('not-found');
  const { waiting } = await readWaiting(request);
  const { profile } = await request.services.readOwnProfile(request.me);
  const page = (
    <Published
      badges={[one, ...more]}
      profiled={profile?.credentialIds ?? []}
      othersWait={waiting.length > 0}
    />
  );
  return request.answer(page, { space: spaceOf(first) });
}
