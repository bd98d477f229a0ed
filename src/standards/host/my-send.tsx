import { z } from 'zod';
import type { AppDeps } from '../../adapters/http/env.ts';
import { Form, Submit } from '../../adapters/http/forms/elements.tsx';
import { Rejection, TextField } from '../../adapters/http/forms/inputs.tsx';
import { requiredText } from '../../adapters/http/forms/schema.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { CHOOSE, readIssued } from '../../adapters/http/my/badges/owned.ts';
import { badgeChoiceView } from '../../adapters/http/my/badges/view.ts';
import { MyLayout } from '../../adapters/http/my/layout.tsx';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { DomainError } from '../../domain/errors.ts';
import { RETURN_PATH } from './actions-send-badge.ts';

const sending = z.object({ address: requiredText(1000) });

/** `/my/badges/{id}/send`: sends a badge to another host, where its holder consents. */
export const mySendingPages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page(RETURN_PATH, 'keep-own-record', renderSent)
    .page('/my/badges/:id/send', CHOOSE, renderSend)
    .form('/my/badges/:id/send', CHOOSE, {
      page: renderSend,
      schema: sending,
      act: async (request, { address }) => {
        const { id, href } = await readOwnBadge(request);
        const { services, me, t } = request;
        const begun = await services.beginSending({ personId: me, credentialId: id, address });
        if (begun.kind === 'failed') return { refusal: t.host.sending.faults[begun.reason], status: 400 };
        return request.answer(<Onward href={href} host={begun.host} url={begun.url} />);
      },
    });

/** The badge of the address, where it is the person's own and shown. Throws `not-found`. */
async function readOwnBadge(request: PageRequest) {
  const issued = await readIssued(request);
  const view = await badgeChoiceView(request.deps, issued, request.wording.locale);
  if (issued.award.recipient.kind !== 'person' || !view.sharing) throw new DomainError('not-found');
  return view;
}

/** The address of another host. */
async function renderSend(request: PageRequest) {
  const { name, href } = await readOwnBadge(request);
  const t = request.t.host.sending;
  return (
    <MyLayout page="badges" title={t.title(name)} lede={t.lede}>
      <Rejection form={request.form} />
      <Form action={`${href}/send`} form={request.form} labels={t}>
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
  const t = usePageContext().t.host.sending;
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
async function renderSent({ services, me, c, t: { host } }: PageRequest) {
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
