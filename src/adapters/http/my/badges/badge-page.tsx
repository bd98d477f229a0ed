import { EndorsedPart } from '../../endorsements/endorsements-of-mine.tsx';
import { A } from '../../shell/a.tsx';
import { ActButton, Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { BadgeLayout } from './badge-layout.tsx';
import { Revoked, Suspended } from './badge-stopped.tsx';
import { BadgeCode, BadgeTools } from './badge-tools.tsx';
import type { BadgeChoiceView } from './badge-view.ts';
import { ChoiceFields } from './choice-fields.tsx';
import { DeclineLink, LargeBadge } from './new-badge.tsx';
import { AnswerBar } from './new-badges-page.tsx';

interface BadgeProps {
  readonly view: BadgeChoiceView;
}

interface BadgeFormProps extends BadgeProps {
  readonly form: FormState;
  /** Number of other new badges that wait for the same person. */
  readonly othersWait: number;
}

/** `/my/badges/{id}`: a new badge with the choice about it, or the tools to share an accepted one, to change
 *  what it shows and to hide it. For a school's badge, its principal chooses, on the same page. */
export function MyBadgePage(props: BadgeFormProps) {
  const { view, form } = props;
  if (view.state === 'private') return <NewBadgePage {...props} />;
  const words = useFrame().t;
  const t = words.my.moment;
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
              <a href={`${view.href}/send`}>{words.host.sending.link}</a>
            </p>
          )}
        </section>
      )}
      <EndorsedPart href={view.href} words={view.words} />
      {accepted && <ChangeForm view={view} form={form} />}
      {view.sharing && <BadgeCode sharing={view.sharing} />}
    </BadgeLayout>
  );
}

function NewBadgePage({ view, form, othersWait }: BadgeFormProps) {
  const t = useFrame().t.my.moment;
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

function Head({ view }: BadgeProps) {
  const frame = useFrame();
  const t = frame.t.my.badges;
  return (
    <div class="badge-head">
      <img src={view.imageSrc} alt="" width="208" height="208" />
      <div>
        {view.school !== undefined && (
          <p>
            <strong>{t.one.forSchool(view.school)}</strong>
          </p>
        )}
        <p class="prose">{view.description}</p>
        <p>
          {view.state !== 'erased' && <span class={`tag state-${view.state}`}>{t.states[view.state]}</span>}{' '}
          {t.grantedOn(frame.t.day(view.grantedAt))}
        </p>
        {view.validUntil && <p>{t.one.validUntil(frame.t.day(view.validUntil))}</p>}
        <RenewalLine view={view} />
      </div>
    </div>
  );
}

/** The day from which it may be renewed, with a link to the missing requirements. */
function RenewalLine({ view: { renewal, state } }: BadgeProps) {
  const { t } = useFrame();
  if (!renewal || state === 'revoked' || state === 'erased' || state === 'declined') return null;
  return (
    <p>
      {renewal.isOpen ? t.renewal.now : t.renewal.from(t.day(renewal.from))}{' '}
      {renewal.href && <a href={renewal.href}>{t.renewal.missing}</a>}
    </p>
  );
}

function Situation({ view }: BadgeProps) {
  const frame = useFrame();
  const t = frame.t.my.badges.one;
  switch (view.state) {
    case 'declined':
      return <p class="notice">{t.declinedText}</p>;
    case 'hidden':
      return (
        <div class="notice">
          <p>{t.hiddenText}</p>
          <ActButton action={`${view.href}/show`}>{t.show[view.choice.visibility]}</ActButton>
        </div>
      );
    case 'revoked':
      return <Revoked view={view} />;
    case 'suspended':
      return <Suspended view={view} />;
    case 'erased':
      return <p class="notice">{t.erasedText}</p>;
    case 'accepted':
    case 'ended':
      return (
        <div class="actions">
          <A class="button" href={new URL(view.pageUrl).pathname}>
            {t.publicPage}
          </A>
          {view.school === undefined && view.state === 'accepted' && (
            <a class="button-secondary" href={`${view.href}/wallet`}>
              {frame.t.wallet.link}
            </a>
          )}
          <ActButton action={`${view.href}/hide`} class="secondary">
            {t.hide}
          </ActButton>
          <span class="note">{frame.t.my.moment.published.open[view.choice.visibility]}</span>
        </div>
      );
    default:
      return null;
  }
}

/** Changes what an accepted badge shows, and to whom. */
function ChangeForm({ view, form }: BadgeProps & { readonly form: FormState }) {
  const t = useFrame().t.my;
  const seenBy = view.state === 'hidden' ? 'me' : view.choice.visibility;
  return (
    <section aria-labelledby="choose">
      <h2 id="choose">{t.badges.one.choose}</h2>
      <Form action={`${view.href}/accept`} form={form} labels={t.moment.fields} hidden={{ seenBy }}>
        <ChoiceFields badges={[view]} />
        <div class="actions">
          <button type="submit">{t.badges.one.save}</button>
          <button type="submit" class="secondary" formmethod="get" formaction={`${view.href}/preview`}>
            {t.moment.preview}
          </button>
        </div>
      </Form>
    </section>
  );
}
