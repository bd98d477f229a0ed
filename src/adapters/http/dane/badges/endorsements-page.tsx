import { Endorsement } from '../../public/badge/endorsement-list.tsx';
import { CredentialFields } from '../../shell/credential-fields.tsx';
import { Refusal } from '../../shell/fields.tsx';
import { ActButton, Form } from '../../shell/form-parts.tsx';
import { Fold } from '../../shell/parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import type { KeptView } from './endorsements-view.ts';

export interface EndorsementsView {
  readonly code: string;
  readonly badge: string;
  /** The ids of the achievement in force, which the body needs to sign. */
  readonly addresses: readonly { readonly language: 'fr' | 'en'; readonly url: string }[];
  /** Endorsements that stand, then those that were withdrawn. */
  readonly kept: readonly KeptView[];
  readonly withdrawn: readonly KeptView[];
  readonly form: FormState;
}

/** `/dane/badges/{code}/endorsements`: the endorsements of a badge by other bodies, and a form to bring
 *  one. */
export function EndorsementsPage({ view }: { view: EndorsementsView }) {
  const t = useFrame().t.achievementEndorsements.dane;
  return (
    <DaneLayout section="criteria" title={t.title(view.badge)}>
      <p class="lede">{t.lede}</p>
      <p>{t.unchanged}</p>
      <Refusal form={view.form} />
      <h2>{t.mine}</h2>
      {view.kept.length === 0 && <p>{t.none}</p>}
      <KeptList kept={view.kept} code={view.code} />
      {view.withdrawn.length > 0 && (
        <Fold title={t.standings.withdrawn}>
          <KeptList kept={view.withdrawn} code={view.code} />
        </Fold>
      )}
      <Bring view={view} />
      <p>
        <a href="/dane/criteria">{t.toCriteria}</a>
      </p>
    </DaneLayout>
  );
}

function KeptList({ kept, code }: { kept: readonly KeptView[]; code: string }) {
  if (kept.length === 0) return null;
  return (
    <ul class="cards">
      {kept.map((one) => (
        <Kept one={one} code={code} />
      ))}
    </ul>
  );
}

function Kept({ one, code }: { one: KeptView; code: string }) {
  const frame = useFrame();
  const t = frame.t.achievementEndorsements.dane;
  const { standing, withdrawal } = one;
  const path = `/dane/badges/${code}/endorsements/${one.id}`;
  return (
    <li class="card">
      <div class="card-body">
        <p>
          <strong>{t.standings[standing]}</strong> {one.because}
          {one.isOpen && ` ${t.open}`}
        </p>
        <Endorsement endorsement={one} plain={standing !== 'shown'} />
        <p class="note">
          {t.version(one.version)}, {t.languages[one.language]}. {t.kept(frame.t.day(one.keptAt))}{' '}
          {withdrawal
            ? t.withdrawn(frame.t.day(withdrawal.at), withdrawal.reason)
            : t.looked(frame.t.moment(one.lookedAt))}
        </p>
        {!withdrawal && (
          <div class="actions">
            <ActButton action={`${path}/check`} class="secondary" label={t.checkOf(one.name)}>
              {t.check}
            </ActButton>
            <a href={`${path}/withdrawal`} aria-label={t.withdrawOf(one.name)}>
              {t.withdraw}
            </a>
          </div>
        )}
      </div>
    </li>
  );
}

function Bring({ view }: { view: EndorsementsView }) {
  const t = useFrame().t.achievementEndorsements.dane;
  return (
    <>
      <h2>{t.add}</h2>
      <p>{t.address}</p>
      <ul class="links">
        {view.addresses.map(({ language, url }) => (
          <li>
            <code>{url}</code> <span class="note">{t.languages[language]}</span>
          </li>
        ))}
      </ul>
      <Form
        action={`/dane/badges/${view.code}/endorsements`}
        form={view.form}
        labels={{ credential: t.credential, file: t.file }}
        takesFile
        submit={t.submit}
      >
        <CredentialFields words={t} rows={3} />
      </Form>
    </>
  );
}
