import type { FinishedSending } from '../../../../application/host/finish-sending.ts';
import { Refusal, TextField } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';

interface SendingProps {
  readonly badge: { readonly name: string; readonly href: string };
}

/** `/my/badges/{id}/send`: the address of another host. */
export function SendPage({ badge, form }: SendingProps & { readonly form: FormState }) {
  const t = useFrame().t.host.sending;
  return (
    <MyLayout page="badges" title={t.title(badge.name)} lede={t.lede}>
      <Refusal form={form} />
      <Form action={`${badge.href}/send`} form={form} labels={{ address: t.address }}>
        <TextField name="address" label={t.address} help={t.addressHelp} maxlength={1000} />
        <div class="actions">
          <button type="submit">{t.submit}</button>
          <a href={badge.href}>{t.back}</a>
        </div>
      </Form>
    </MyLayout>
  );
}

/** The link to the other host, which asks for the person's consent. */
export function OnwardPage({
  badge,
  host,
  url,
}: SendingProps & { readonly host: string; readonly url: string }) {
  const t = useFrame().t.host.sending;
  return (
    <MyLayout page="badges" title={t.onward.title(host)} lede={t.onward.text(host)}>
      <div class="actions">
        <a class="button" href={url} rel="noreferrer">
          {t.onward.go(host)}
        </a>
        <a href={badge.href}>{t.back}</a>
      </div>
    </MyLayout>
  );
}

/** `/my/badges/sent`: the result of the sending. */
export function SentPage({ result }: { result: FinishedSending }) {
  const t = useFrame().t.host.sending;
  const sentence = result.kind === 'over' ? t.result.over : t.result[result.kind](result.host);
  const isDone = result.kind === 'created' || result.kind === 'replaced' || result.kind === 'unchanged';
  return (
    <MyLayout page="badges" title={t.result.title}>
      <p class={isDone ? 'notice' : 'notice notice-error'} role="status">
        {sentence}
      </p>
      <p>
        {result.kind === 'over' ? (
          <a href="/my/badges">{t.result.toBadges}</a>
        ) : (
          <a href={`/my/badges/${result.credentialId}`}>{t.back}</a>
        )}
      </p>
    </MyLayout>
  );
}
