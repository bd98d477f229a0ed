import { z } from 'zod';
import { RETURN_PATH } from '../../../application/host/send-badge.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { AppDeps } from '../env.ts';
import { Form, Submit } from '../forms/elements.tsx';
import { Refusal, TextField } from '../forms/inputs.tsx';
import { requiredText } from '../forms/schema.ts';
import { useFrame } from '../layout/page-context.ts';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';
import { CHOOSE, readIssued } from './badges/owned.ts';
import { badgeChoiceView } from './badges/view.ts';
import { MyLayout } from './layout.tsx';

const sending = z.object({ address: requiredText(1000) });

/** `/my/badges/{id}/send`: sends a badge to another host, where its holder consents. */
export const sendingPages = (deps: AppDeps) =>
  pagesOf(deps, 'my')
    .page(RETURN_PATH, 'keep-own-record', drawSent)
    .page('/my/badges/:id/send', CHOOSE, drawSend)
    .form('/my/badges/:id/send', CHOOSE, {
      page: drawSend,
      schema: sending,
      act: async (visit, { address }) => {
        const { id, href } = await readOwnBadge(visit);
        const { services, me, t } = visit;
        const begun = await services.beginSending({ personId: me, credentialId: id, address });
        if (begun.kind === 'failed') return { refusal: t.host.sending.faults[begun.reason], status: 400 };
        return visit.answer(<Onward href={href} host={begun.host} url={begun.url} />);
      },
    });

/** The badge of the address, where it is the person's own and shown. Throws `not-found`. */
async function readOwnBadge(visit: Visit) {
  const issued = await readIssued(visit);
  const view = await badgeChoiceView(visit.deps, issued, visit.wording.locale);
  if (issued.award.recipient.kind !== 'person' || !view.sharing) throw new DomainError('not-found');
  return view;
}

/** The address of another host. */
async function drawSend(visit: Visit) {
  const { name, href } = await readOwnBadge(visit);
  const t = visit.t.host.sending;
  return (
    <MyLayout page="badges" title={t.title(name)} lede={t.lede}>
      <Refusal form={visit.form} />
      <Form action={`${href}/send`} form={visit.form} labels={t}>
        <TextField name="address" maxlength={1000} />
        <div class="actions">
          <Submit>{t.submit}</Submit>
          <a href={href}>{t.back}</a>
        </div>
      </Form>
    </MyLayout>
  );
}

/** The link to the other host, which asks for the person's consent. */
function Onward({ href, host, url }: { href: string; host: string; url: string }) {
  const t = useFrame().t.host.sending;
  return (
    <MyLayout page="badges" title={t.onward.title(host)} lede={t.onward.text(host)}>
      <div class="actions">
        <a class="button" href={url} rel="noreferrer">
          {t.onward.go(host)}
        </a>
        <a href={href}>{t.back}</a>
      </div>
    </MyLayout>
  );
}

/** `/my/badges/sent`: the result of the sending. */
async function drawSent({ services, me, c, t: { host } }: Visit) {
  const { state = '', code, error } = c.req.query();
  const result = await services.finishSending({ personId: me, state, code, error });
  const t = host.sending;
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
