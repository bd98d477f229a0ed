import type { AcceptCredential } from '../../../../application/holder/accept.ts';
import { EndorsedPart } from '../../../../features/endorsements/my.tsx';
import type { AppDeps } from '../../env.ts';
import type { FormState } from '../../forms/context.ts';
import { ActionButton, Form, Submit } from '../../forms/elements.tsx';
import { noFields, readForm } from '../../forms/schema.ts';
import { afterDoing, type Done, formOver } from '../../forms/submission.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { ChoiceFields, firstValues, parseChoice, sentChoice, toValues } from './choice.tsx';
import { Head, Situation } from './header.tsx';
import { BadgeLayout } from './layout.tsx';
import { AnswerBar, DeclineLink, LargeBadge } from './new.tsx';
import { CHOOSE, readIssued, spaceOf } from './owned.ts';
import { Recognition, type RecognitionView, readRecognitionViews } from './recognition.tsx';
import { BadgeCode, BadgeTools } from './share-tools.tsx';
import { type BadgeChoiceView, badgeChoiceView } from './view.ts';

/** `/my/badges/{id}`: the page of one badge, and the choices about it. */
export const badgePages = (deps: AppDeps) => {
  const { services } = deps;
  const act = (done: Done, run: (command: Pick<AcceptCredential, 'id' | 'actor'>) => Promise<unknown>) => ({
    schema: noFields,
    act: async (request: PageRequest) => {
      const { credential } = await readIssued(request);
      await run({ id: credential.id, actor: request.me });
      return afterDoing(done, `/my/badges/${credential.id}`);
    },
  });
  return definePages(deps, 'my')
    .page('/my/badges/:id', CHOOSE, renderBadge)
    .page('/my/badges/:id/decline', CHOOSE, (request) => renderDecline(request))
    .form('/my/badges/:id/accept', CHOOSE, {
      page: renderBadge,
      schema: async (request) => {
        const issued = await readIssued(request);
        const form = parseChoice(await readForm(request.c), issued.award.recipient);
        return form.ok ? { ...form, value: { said: form.value, before: issued.credential } } : form;
      },
      act: async ({ me }, { said, before: { id, choice } }, { isNew }) => {
        const published = `/my/badges/published?badge=${id}`;
        if (isNew) {
          await services.acceptNewBadges({ ...said, actor: me, ids: [id] });
          return published;
        }
        await services.acceptCredential({ ...said, actor: me, id });
        return choice.acceptance === 'private'
          ? published
          : afterDoing('badge-choice-saved', `/my/badges/${id}`);
      },
      refusals: { 'schools-unconfirmed': { aware: 'not-ticked' } },
    })
    .form('/my/badges/:id/decline', CHOOSE, { schema: noFields, act: decline })
    .form('/my/badges/:id/hide', CHOOSE, act('badge-hidden', services.hideCredential))
    .form('/my/badges/:id/show', CHOOSE, act('badge-shown', services.showCredential));
};

async function decline(request: PageRequest) {
  const { services, me } = request;
  const { award, credential } = await readIssued(request);
  // Where the badge was accepted in the meantime, the page shows its state.
  if (credential.choice.acceptance === 'accepted') return renderDecline(request, 409);
  await services.declineCredential({ id: credential.id, actor: me });
  // The person's other new badges still wait.
  const { waiting } = await services.readNewBadges(award.recipient);
  const others = award.recipient.kind === 'person' && waiting.length > 0;
  return afterDoing('badge-declined', others ? '/my/badges/new' : `/my/badges/${credential.id}`);
}

/** The confirmation before declining, which is final. For a badge that is already answered, the page states
 *  this. */
async function renderDecline(request: PageRequest, status?: 409) {
  const issued = await readIssued(request);
  const view = await badgeChoiceView(request.deps, issued, request.wording.locale);
  const t = request.t.my.badges.one;
  const page =
    view.state === 'private' ? (
      <BadgeLayout view={view} title={t.declineTitle(view.name)}>
        <p>{t.declineText}</p>
        <div class="actions">
          <ActionButton action={`${view.href}/decline`}>{t.declineConfirm}</ActionButton>
          <a href={view.href}>{t.keep}</a>
        </div>
      </BadgeLayout>
    ) : (
      <BadgeLayout view={view} title={t.declineTitle(view.name)}>
        <p class="notice">{t.notToDecline[view.state]}</p>
        <p>
          <a href={view.href}>{t.backToBadge}</a>
        </p>
      </BadgeLayout>
    );
  return request.answer(page, { space: spaceOf(issued), ...(status && { status }) });
}

/** A new badge with the choice about it, or the tools to share an accepted one, to change what it shows and to
 *  hide it. For a school's badge, its principal chooses, on the same page. */
async function renderBadge(request: PageRequest) {
  const issued = await readIssued(request);
  const { waiting, lastChoice } = await request.services.readNewBadges(issued.award.recipient);
  const isNew = waiting.some(({ credential }) => credential.id === issued.credential.id);
  const saved = isNew ? firstValues(lastChoice) : toValues(issued.credential.choice);
  // On the return from a preview, the previewed choice is ticked.
  const form = formOver(isNew ? {} : saved, request.sent, { ...saved, ...sentChoice(request.c) });
  const view = await badgeChoiceView(request.deps, issued, request.wording.locale);
  const recognition = await readRecognitionViews(request, [issued]);
  const othersWait = issued.award.recipient.kind === 'person' && isNew ? waiting.length - 1 : 0;
  const page =
    view.state === 'private' ? (
      <NewBadge view={view} form={form} recognition={recognition} othersWait={othersWait} />
    ) : (
      <AnsweredBadge view={view} form={form} recognition={recognition} />
    );
  return request.answer(page, { space: spaceOf(issued) });
}

/** One badge, its form, and how well it hides its holder. */
interface ChosenBadge {
  readonly view: BadgeChoiceView;
  readonly form: FormState;
  readonly recognition: readonly RecognitionView[];
}

function AnsweredBadge({ view, form, recognition }: ChosenBadge) {
  const texts = usePageContext().t;
  const t = texts.my.moment;
  const accepted = view.state === 'accepted' || view.state === 'ended' || view.state === 'hidden';
  return (
    <BadgeLayout view={view} title={accepted ? t.manageTitle(view.name) : view.name}>
      <Head view={view} />
      <Situation view={view} />
      {view.sharing && (
        <section aria-labelledby="share">
          <h2 id="share">{t.tools.title}</h2>
          <BadgeTools sharing={view.sharing} id="one" />
          {view.school === undefined && (
            <p>
              <a href={`${view.href}/send`}>{texts.host.sending.link}</a>
            </p>
          )}
        </section>
      )}
      <EndorsedPart href={view.href} words={view.words} />
      {accepted && <ChangeForm view={view} form={form} recognition={recognition} />}
      {view.sharing && <BadgeCode sharing={view.sharing} />}
    </BadgeLayout>
  );
}

function NewBadge({
  view,
  form,
  recognition,
  othersWait,
}: ChosenBadge & {
  /** Number of other new badges that wait for the same person. */
  readonly othersWait: number;
}) {
  const t = usePageContext().t.my.moment;
  return (
    <BadgeLayout view={view} title={view.name}>
      <p class="lede">{t.lede(1)}</p>
      <Form action={`${view.href}/accept`} form={form} labels={t.fields} hidden={{ isNew: 'yes' }}>
        <div class="new-badge new-badge-alone">
          <LargeBadge badge={view} />
          <p>
            <DeclineLink badge={view} />
          </p>
        </div>
        <div>
          <h2 id="choose">{t.choose}</h2>
          <p>{t.chooseOne}</p>
          <ChoiceFields badges={[view]} />
          <Recognition views={recognition} />
        </div>
        <AnswerBar many={1} preview={`${view.href}/preview`} />
      </Form>
      {othersWait > 0 && (
        <p>
          {t.others(othersWait)} <a href="/my/badges/new">{t.answerAll}</a>
        </p>
      )}
    </BadgeLayout>
  );
}

/** Changes what an accepted badge shows, and to whom. */
function ChangeForm({ view, form, recognition }: ChosenBadge) {
  const t = usePageContext().t.my;
  const seenBy = view.state === 'hidden' ? 'me' : view.choice.visibility;
  return (
    <section aria-labelledby="choose">
      <h2 id="choose">{t.badges.one.choose}</h2>
      <Form action={`${view.href}/accept`} form={form} labels={t.moment.fields} hidden={{ seenBy }}>
        <ChoiceFields badges={[view]} />
        <Recognition views={recognition} />
        <div class="actions">
          <Submit>{t.badges.one.save}</Submit>
          <Submit class="secondary" preview={`${view.href}/preview`}>
            {t.moment.preview}
          </Submit>
        </div>
      </Form>
    </section>
  );
}
