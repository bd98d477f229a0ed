import { VerdictMark } from '../../public/verify/verdict.tsx';
import { CredentialFields } from '../../shell/credential-fields.tsx';
import { Refusal } from '../../shell/fields.tsx';
import { ActButton, Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';
import type { HeldBadgeView } from './backpack-view.ts';

interface BackpackProps {
  readonly badges: readonly HeldBadgeView[];
  readonly form: FormState;
}

/** `/my/badges/elsewhere`: the badges that a person keeps here from elsewhere, and a form that adds one. */
export function BackpackPage({ badges, form }: BackpackProps) {
  const { host, verify } = useFrame().t;
  const t = host.held;
  return (
    <MyLayout page="badges" title={t.title} lede={t.lede}>
      <Refusal form={form} />
      <h2>{t.mine}</h2>
      {badges.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul class="cards">
          {badges.map((badge) => (
            <HeldBadgeCard badge={badge} />
          ))}
        </ul>
      )}
      <h2>{t.add}</h2>
      <Form
        action="/my/badges/elsewhere"
        form={form}
        labels={{ credential: verify.credential, file: verify.file }}
        takesFile
        submit={t.submit}
      >
        <CredentialFields words={verify} rows={2} />
      </Form>
      <p class="note">
        {t.services} <a href="/my/data/services">{host.services.open}</a>
      </p>
      <p>
        <a href="/my/badges">{host.sending.result.toBadges}</a>
      </p>
    </MyLayout>
  );
}

function HeldBadgeCard({ badge }: { badge: HeldBadgeView }) {
  const frame = useFrame();
  const t = frame.t.host.held;
  const name = badge.name ?? t.unnamed;
  const path = `/my/badges/elsewhere/${badge.id}`;
  const received = frame.t.day(badge.receivedAt);
  const until = badge.validUntil && t.until(frame.t.day(badge.validUntil));
  return (
    <li class="card">
      {badge.picture && <img src={badge.picture} alt="" width="104" height="104" />}
      <div class="card-body">
        <h3>{name}</h3>
        <p>{t.by(badge.issuer)}</p>
        <p>
          <VerdictMark verdict={badge.verdict} /> {badge.verdictWords}
        </p>
        <p class="note">
          {t.checked(frame.t.moment(badge.checkedAt))}
          <br />
          {[t.from(frame.t.day(badge.validFrom)), until].filter(Boolean).join(', ')}
          <br />
          {badge.sentBy === undefined ? t.brought(received) : t.sentBy(badge.sentBy, received)}
        </p>
        <div class="actions">
          <a href={`${path}/file`} download aria-label={t.downloadOf(name)}>
            {t.download}
          </a>
          <ActButton action={`${path}/check`} class="secondary" label={t.checkOf(name)}>
            {t.check}
          </ActButton>
          <ActButton action={`${path}/remove`} class="secondary" label={t.removeOf(name)}>
            {t.remove}
          </ActButton>
        </div>
      </div>
    </li>
  );
}
