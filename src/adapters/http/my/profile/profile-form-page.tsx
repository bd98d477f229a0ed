import { CopyButton } from '../../shell/copy-button.tsx';
import { ChoiceGroup } from '../../shell/fields.tsx';
import { ActButton, Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';
import type { ProfileFormView } from './profile-form-view.ts';

interface ProfileFormProps {
  readonly view: ProfileFormView;
  readonly form: FormState;
}

/** `/my/profile`: a public page is made, looked at, changed and removed. */
export function ProfileFormPage({ view, form }: ProfileFormProps) {
  const t = useFrame().t.profile.own;
  const { online, badges, otherForms } = view;
  return (
    <MyLayout page="badges" title={t.title} lede={t.lede}>
      {online && <Online online={online} />}
      {badges.length + otherForms.length === 0 ? (
        <p>
          {t.none} <a href="/my/badges">{t.toBadges}</a>
        </p>
      ) : (
        <Choice view={view} form={form} />
      )}
      {online?.texts && <Texts texts={online.texts} />}
      {online && (
        <section aria-labelledby="remove">
          <h2 id="remove">{t.remove}</h2>
          <p>{t.removeText}</p>
          <ActButton action="/my/profile/remove" class="secondary">
            {t.remove}
          </ActButton>
        </section>
      )}
    </MyLayout>
  );
}

function Online({ online }: { online: NonNullable<ProfileFormView['online']> }) {
  const { credential, profile } = useFrame().t;
  const t = profile.own;
  if (online.state === 'empty') return <p class="notice">{t.is.empty}</p>;
  return (
    <section class="form">
      <p>{t.is.shown}</p>
      <input id="profile-address" type="text" readonly value={online.url} aria-label={t.address} />
      <CopyButton field="profile-address" label={t.address} words={credential.copyLink} />
      <p>
        <a href={online.url}>{t.see}</a>
      </p>
      {online.notSearchable && <p class="notice">{t.notSearchable}</p>}
    </section>
  );
}

function Choice({ view: { online, name, badges, otherForms }, form }: ProfileFormProps) {
  const t = useFrame().t.profile.own;
  const visibilities = (['unlisted', 'public'] as const).map((value) => ({
    value,
    ...t.visibilities[value],
  }));
  return (
    <section aria-labelledby="choose">
      <h2 id="choose">{online ? t.change : t.make}</h2>
      {badges.length > 0 && (
        <Form
          action="/my/profile"
          form={form}
          labels={{ badges: t.badges, visibility: t.visibility }}
          hidden={{ name }}
        >
          <p>
            {t.formOf[name]} {t.together}
          </p>
          <ChoiceGroup name="badges" label={t.badges} help={t.badgesHelp} choices={badges} kind="checkbox" />
          <ChoiceGroup name="visibility" label={t.visibility} choices={visibilities} kind="radio" />
          <div class="actions">
            <button type="submit">{online ? t.saveAgain : t.save}</button>
            <button type="submit" class="secondary" formmethod="get" formaction="/my/profile/preview">
              {t.preview}
            </button>
          </div>
        </Form>
      )}
      {otherForms.length > 0 && (
        <>
          <h3>{t.otherForms}</h3>
          <p>{t.sameForm}</p>
          <ul class="links">
            {otherForms.map((other) => (
              <li>
                <a href={`/my/profile?name=${other.name}#choose`}>{t.otherForm[other.name](other.total)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Texts({ texts }: { texts: NonNullable<NonNullable<ProfileFormView['online']>['texts']> }) {
  const t = useFrame().t.profile.own;
  return (
    <section class="form" aria-labelledby="texts">
      <h2 id="texts">{t.texts}</h2>
      {(['cv', 'signature', 'iprof'] as const).map((kind) => (
        <div class="field">
          <label for={`text-${kind}`}>{t[kind]}</label>
          {kind === 'iprof' && <small id="iprof-help">{t.iprofHelp}</small>}
          <textarea
            id={`text-${kind}`}
            rows={kind === 'signature' ? 3 : 6}
            readonly
            lang={kind === 'iprof' ? 'fr' : undefined}
            aria-describedby={kind === 'iprof' ? 'iprof-help' : undefined}
          >
            {texts[kind]}
          </textarea>
          <CopyButton field={`text-${kind}`} label={t[kind]} />
        </div>
      ))}
    </section>
  );
}
