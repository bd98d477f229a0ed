import type { Child } from 'hono/jsx';
import { A } from '../../shell/a.tsx';
import { ActButton } from '../../shell/form-parts.tsx';
import { Layout } from '../../shell/layout.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';
import { BadgeChoiceForm } from './badge-choice-form.tsx';
import { BadgeSharing } from './badge-sharing.tsx';
import type { BadgeChoiceView } from './badge-view.ts';

interface BadgeProps {
  readonly view: BadgeChoiceView;
}

/** `/my/badges/{id}`: what the badge recognises, the holder's choices, and the ways to share it. For a
 *  school's badge, its principal chooses, on the same page. */
export function MyBadgePage({ view, form }: BadgeProps & { readonly form: FormState }) {
  const { state } = view;
  const chooses = state === 'private' || state === 'accepted' || state === 'ended';
  return (
    <BadgeLayout view={view} title={view.name}>
      <Head view={view} />
      <Situation view={view} />
      {chooses && <BadgeChoiceForm view={view} form={form} />}
      <Acts view={view} />
      <BadgeSharing view={view} />
    </BadgeLayout>
  );
}

/** `/my/badges/{id}/decline`: one more question, because declining is final. A badge that is already answered
 *  says so. */
export function DeclineBadgePage({ view }: BadgeProps) {
  const t = useFrame().t.my.badges.one;
  if (view.state !== 'private') {
    return (
      <BadgeLayout view={view} title={t.declineTitle(view.name)}>
        <p class="notice">{t.notToDecline[view.state]}</p>
        <p>
          <a href={view.href}>{t.backToBadge}</a>
        </p>
      </BadgeLayout>
    );
  }
  return (
    <BadgeLayout view={view} title={t.declineTitle(view.name)}>
      <p>{t.declineText}</p>
      <div class="actions">
        <ActButton action={`${view.href}/decline`}>{t.declineConfirm}</ActButton>
        <a href={view.href}>{t.keep}</a>
      </div>
    </BadgeLayout>
  );
}

function BadgeLayout({
  view,
  title,
  children,
}: BadgeProps & { readonly title: string; readonly children: Child }) {
  const frame = useFrame();
  if (view.school === undefined) {
    return (
      <MyLayout page="badges" title={title}>
        {children}
      </MyLayout>
    );
  }
  return (
    <Layout title={title} description={frame.t.my.badges.one.forSchool(view.school)}>
      <p class="kicker">
        <a href={`/school/${view.schoolUai}/badge`}>{frame.t.my.badges.one.forSchool(view.school)}</a>
      </p>
      <h1>{title}</h1>
      {children}
    </Layout>
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
      </div>
    </div>
  );
}

function Situation({ view }: BadgeProps) {
  const frame = useFrame();
  const t = frame.t.my.badges.one;
  switch (view.state) {
    case 'private':
      return (
        <section class="notice">
          <h2>{t.privateTitle}</h2>
          <p>{t.privateText}</p>
        </section>
      );
    case 'declined':
      return <p class="notice">{t.declinedText}</p>;
    case 'hidden':
      return <p class="notice">{t.hiddenText}</p>;
    case 'revoked':
      return (
        <p class="notice notice-error">
          {t.revokedText(frame.t.day(view.revocation?.at ?? ''), view.revocation?.reason ?? '')}
        </p>
      );
    case 'erased':
      return <p class="notice">{t.erasedText}</p>;
    default:
      return (
        <p>
          {t.acceptedText} <A href={new URL(view.pageUrl).pathname}>{t.publicPage}</A>
        </p>
      );
  }
}

/** Buttons to decline, hide and show the badge. */
function Acts({ view }: BadgeProps) {
  const t = useFrame().t.my.badges.one;
  const { state, href } = view;
  if (state === 'private') {
    return (
      <p>
        <a class="button-secondary" href={`${href}/decline`}>
          {t.decline}
        </a>
      </p>
    );
  }
  if (state === 'hidden') {
    return <ActButton action={`${href}/show`}>{t.show}</ActButton>;
  }
  if (state !== 'accepted' && state !== 'ended') return null;
  return (
    <ActButton action={`${href}/hide`} class="secondary">
      {t.hide}
    </ActButton>
  );
}
