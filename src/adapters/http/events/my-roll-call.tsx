import { DomainError } from '../../../domain/errors.ts';
import { rollCallState } from '../../../domain/event/roll-call.ts';
import { eventRow } from '../components/event-summary.ts';
import type { AppDeps } from '../env.ts';
import { Form, Submit } from '../forms/elements.tsx';
import { noFields } from '../forms/schema.ts';
import { Layout } from '../layout/html-document.tsx';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';

/** `/roll-call/{secret}`: where people state, during an event, that they are present. */
export const myRollCallPages = (deps: AppDeps) =>
  definePages(deps)
    .page('/roll-call/:secret', 'keep-own-record', renderRollCall)
    .form('/roll-call/:secret', 'keep-own-record', {
      schema: noFields,
      act: ({ services, param, me }) => services.signRollCall(param('secret'), me),
      done: 'present',
      back: ({ param }) => `/roll-call/${encodeURIComponent(param('secret'))}`,
    });

/** One button, for people who are present. */
async function renderRollCall({ store, ports, param, me, wording, t: texts }: PageRequest) {
  const t = texts.dane.data.sheet;
  const rollCall = await store.readRollCall(param('secret'));
  if (!rollCall) throw new DomainError('not-found');
  const { eventCode, opensAt } = rollCall;
  const [[event], attendances] = await Promise.all([
    store.readEvents([eventCode]),
    store.readAttendances([me]),
  ]);
  if (!event) throw new DomainError('not-found');
  const isPresent = attendances.some((one) => one.eventCode === eventCode && one.proof >= 1);
  const state = isPresent ? 'present' : rollCallState(rollCall, ports.clock.now());
  const { title, kind, dates } = eventRow(wording, event);
  return (
    <Layout title={t.visitTitle} description={t.visitTitle}>
      <p class="kicker">{t.visitTitle}</p>
      <h1>{title}</h1>
      <p class="lede">{[kind, dates].join(' · ')}</p>
      {state === 'early' && <p class="notice">{t.visitEarly(texts.moment(opensAt))}</p>}
      {state === 'closed' && <p class="notice">{t.visitClosed}</p>}
      {state === 'open' && (
        <Form action={`/roll-call/${encodeURIComponent(rollCall.secret)}`} class="">
          <p>{t.visitOpen}</p>
          <Submit>{t.here}</Submit>
        </Form>
      )}
      {state === 'present' && (
        <>
          <p class="notice notice-done">{t.visitDone}</p>
          <p>
            <a href="/my">{t.visitMine}</a>
          </p>
        </>
      )}
    </Layout>
  );
}
