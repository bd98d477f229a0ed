import type { SignInDoubt } from '../../../../domain/access/account.ts';
import { ChoiceGroup, FaultSummary, type FormState, TextField } from '../../pages/fields.tsx';
import { inLanguage } from '../../pages/in-language.ts';
import type { PageFrame } from '../../pages/page-frame.ts';
import { TextForm } from '../../pages/text-form.tsx';
import { DaneLayout } from '../dane-layout.tsx';

interface PersonFormView {
  readonly name: string;
  readonly action: string;
  readonly form: FormState;
}

/** `/dane/people/{id}/change` */
export function ChangePersonPage({ frame, view }: { frame: PageFrame; view: PersonFormView }) {
  const t = frame.t.dane.people;
  const words = t.change;
  const field = { frame, form: view.form };
  const profiles = (['rupn', 'principal', 'dane'] as const).map((value) => ({
    value,
    label: t.profiles[value],
  }));
  return (
    <DaneLayout frame={frame} section="people" title={words.title(view.name)}>
      <p class="lede">{words.lede}</p>
      <FaultSummary {...field} labels={words as never} />
      <form method="post" action={inLanguage(frame, view.action)} class="form">
        <TextField {...field} name="givenName" label={words.givenName} />
        <TextField {...field} name="familyName" label={words.familyName} />
        <TextField {...field} name="email" label={words.email} help={words.emailHelp} type="email" />
        <ChoiceGroup {...field} name="profiles" label={words.profiles} choices={profiles} kind="checkbox" />
        <TextField {...field} name="headOf" label={words.headOf} optional />
        <button type="submit">{frame.t.forms.save}</button>
      </form>
    </DaneLayout>
  );
}

/** `/dane/credentials/{id}/revocation` */
export function RevokePage({ frame, view }: { frame: PageFrame; view: PersonFormView }) {
  const t = frame.t.dane.people.revoke;
  return (
    <DaneLayout frame={frame} section="people" title={t.title(view.name)}>
      <p class="lede">{t.lede}</p>
      <TextForm
        frame={frame}
        form={view.form}
        action={view.action}
        name="reason"
        label={t.reason}
        help={t.reasonHelp}
        rows={3}
        submit={t.button}
      />
    </DaneLayout>
  );
}

/** `/dane/people/{id}/merge` */
export function MergePage({ frame, view }: { frame: PageFrame; view: PersonFormView }) {
  const t = frame.t.dane.people.merge;
  const field = { frame, form: view.form };
  return (
    <DaneLayout frame={frame} section="people" title={t.title(view.name)}>
      <p class="lede">{t.lede}</p>
      <FaultSummary {...field} labels={{ email: t.email, confirm: t.confirm }} />
      <form method="post" action={inLanguage(frame, view.action)} class="form">
        <TextField {...field} name="email" label={t.email} type="email" />
        <ChoiceGroup
          {...field}
          name="confirm"
          label={t.confirm}
          choices={[{ value: 'yes', label: t.confirm }]}
          kind="checkbox"
        />
        <button type="submit">{t.button}</button>
      </form>
    </DaneLayout>
  );
}

/** `/dane/people/{id}/erasure` */
export function ErasePage({ frame, view }: { frame: PageFrame; view: PersonFormView }) {
  const t = frame.t.dane.people.erase;
  return (
    <DaneLayout frame={frame} section="people" title={t.title(view.name)}>
      <p class="lede">{t.lede}</p>
      <FaultSummary frame={frame} form={view.form} labels={{ confirm: t.confirm }} />
      <form method="post" action={inLanguage(frame, view.action)} class="form">
        <TextField frame={frame} form={view.form} name="confirm" label={t.confirm} />
        <button type="submit">{t.button}</button>
      </form>
    </DaneLayout>
  );
}

/** `/dane/people/doubts` */
export function DoubtsPage({
  frame,
  view,
}: {
  frame: PageFrame;
  view: { readonly doubts: readonly SignInDoubt[]; readonly nextHref?: string };
}) {
  const t = frame.t.dane.people.doubtsPage;
  return (
    <DaneLayout frame={frame} section="people" title={t.title}>
      <p class="lede">{view.doubts.length > 0 ? t.lede : t.none}</p>
      {view.doubts.map((doubt) => (
        <Doubt frame={frame} doubt={doubt} />
      ))}
      {view.nextHref && (
        <p>
          <a href={view.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
    </DaneLayout>
  );
}

function Doubt({ frame, doubt }: { frame: PageFrame; doubt: SignInDoubt }) {
  const t = frame.t.dane.people.doubtsPage;
  const { identity } = doubt;
  const name = [identity.givenName, identity.familyName].filter(Boolean).join(' ') || (identity.email ?? '—');
  const field = `email-${doubt.id}`;
  return (
    <section class="sheet">
      <h2>{name}</h2>
      <dl class="facts-list">
        <dt>{t.provider}</dt>
        <dd>{frame.t.account.signIn.providers[identity.provider].name}</dd>
        <dt>{frame.t.dane.people.email}</dt>
        <dd>{identity.email ?? '—'}</dd>
        <dt>{t.reason}</dt>
        <dd>{t.reasons[doubt.reason]}</dd>
        <dt>{t.last}</dt>
        <dd>{frame.t.moment(doubt.lastAt)}</dd>
      </dl>
      <form method="post" action={inLanguage(frame, '/dane/people/doubts')} class="form">
        <input type="hidden" name="id" value={doubt.id} />
        <div class="field">
          <label for={field}>{t.email}</label>
          <input id={field} name="email" type="email" autocomplete="off" />
        </div>
        <div class="actions">
          <button type="submit" name="act" value="link">
            {t.link} <span class="visually-hidden">{name}</span>
          </button>
          <button type="submit" name="act" value="dismiss" class="secondary">
            {t.dismiss} <span class="visually-hidden">{name}</span>
          </button>
        </div>
      </form>
    </section>
  );
}
