import { DomainError } from '../../../domain/errors.ts';
import { rollCallState } from '../../../domain/event/roll-call.ts';
import type { AppDeps } from '../env.ts';
import { eventLine } from '../shell/event-line.ts';
import { noFields } from '../shell/form.ts';
import { Form, Submit } from '../shell/form-parts.tsx';
import { Layout } from '../shell/layout.tsx';
import { pagesOf } from '../shell/pages-of.tsx';
import type { Visit } from '../shell/visit.ts';

/** `/sheet/{secret}`: where people state, during an event, that they are present. */
export const myRollCallPages = (deps: AppDeps) =>
  pagesOf(deps)
    .page('/sheet/:secret', 'keep-own-record', drawRollCall)
    .form('/sheet/:secret', 'keep-own-record', {
      schema: noFields,
      act: ({ services, param, me }) => services.signRollCall(param('secret'), me),
      done: 'present',
      back: ({ param }) => `/sheet/${encodeURIComponent(param('secret'))}`,
    });

/** One button, for people who are present. */
async function drawRollCall({ store, ports, param, me, wording, t: words }: Visit) {
  const t = words.dane.data.sheet;
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
  const { title, kind, dates } = eventLine(wording, event);
  return (
    <Layout title={t.visitTitle} description={t.visitTitle}>
      <p class="kicker">{t.visitTitle}</p>
      <h1>{title}</h1>
      <p class="lede">{[kind, dates].join(' · ')}</p>
      {state === 'early' && <p class="notice">{t.visitEarly(words.moment(opensAt))}</p>}
      {state === 'closed' && <p class="notice">{t.visitClosed}</p>}
      {state === 'open' && (
        <Form action={`/sheet/${encodeURIComponent(rollCall.secret)}`} class="">
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
