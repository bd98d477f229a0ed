import { z } from 'zod';
import type { RetentionState } from '../../../application/retention.ts';
import type { PersonId } from '../../../domain/ids.ts';
import { FACT_KINDS, type RetentionNotice } from '../../../domain/retention.ts';
import { CardTable } from '../components/card-table.tsx';
import type { AppDeps } from '../env.ts';
import type { FormState } from '../forms/context.ts';
import { ActionButton, Form } from '../forms/elements.tsx';
import { DateField, TextArea } from '../forms/inputs.tsx';
import { noFields, requiredDate, requiredText } from '../forms/schema.ts';
import { usePageContext } from '../layout/page-context.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { readNames } from './decisions/proposal-rows.ts';
import { DaneLayout } from './layout.tsx';

const PATH = '/dane/retention';

/** `/dane/retention`: what the retention will delete, and holding it back. */
export const retentionPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'keep-register', renderRetention)
    .form(`${PATH}/hold`, 'keep-register', {
      page: renderRetention,
      schema: z.object({ untilOn: requiredDate, reason: requiredText(500) }),
      act: ({ services, me }, hold) => services.holdDeletion({ ...hold, actor: me }),
      done: 'retention-held',
      back: PATH,
      refusals: { 'hold-too-long': { untilOn: 'out-of-range' } },
    })
    .form(`${PATH}/hold/end`, 'keep-register', {
      schema: noFields,
      act: ({ services, me }) => services.endHold({ actor: me }),
      done: 'retention-hold-ended',
      back: PATH,
    });

async function renderRetention(request: PageRequest) {
  const t = request.t.dane.retention;
  const state = await request.services.readRetention();
  const { on, people, notices, announced, lived, hold } = state;
  const named = [...notices.map(({ personId }) => personId), ...(hold ? [hold.heldBy] : [])];
  const names = await readNames(
    request.store,
    named.map((personId) => ({ kind: 'person', personId })),
  );
  const nameOf = (personId: PersonId) => names.nameOf({ kind: 'person', personId });
  return (
    <DaneLayout section="requests" title={t.title}>
      <p class="lede">{t.rule}</p>
      <p>{t.next(request.t.day(on), people)}</p>
      <section>
        <h2>{t.announced}</h2>
        {announced.people === 0 ? (
          <p class="notice">{t.none}</p>
        ) : (
          <>
            <p>
              {t.count(announced.people)} {t.lived(lived)}
            </p>
            <Notices {...state} nameOf={nameOf} />
          </>
        )}
      </section>
      <Hold {...state} form={request.form} heldBy={hold && nameOf(hold.heldBy)} />
    </DaneLayout>
  );
}

function Notices(props: RetentionState & { nameOf: (personId: PersonId) => string }) {
  const { notices, announced, nameOf } = props;
  const pageContext = usePageContext();
  const t = pageContext.t.dane.retention;
  return (
    <>
      {notices.length < announced.people && <p>{t.shown(notices.length)}</p>}
      <CardTable
        rows={notices}
        caption={t.announced}
        columns={[
          {
            heading: t.name,
            cell: ({ personId }) => <a href={`/dane/people/${personId}`}>{nameOf(personId)}</a>,
            names: true,
          },
          { heading: t.announcedOn, cell: ({ announcedOn }) => pageContext.t.day(announcedOn) },
          ...FACT_KINDS.map((kind) => ({
            heading: t[kind],
            cell: (notice: RetentionNotice) => notice[kind],
          })),
        ]}
      />
    </>
  );
}

function Hold(props: RetentionState & { form: FormState; heldBy: string | undefined }) {
  const { hold, isHeld, lastHoldOn, form, heldBy = '' } = props;
  const pageContext = usePageContext();
  const t = pageContext.t.dane.retention;
  return (
    <section>
      <h2>{t.holdTitle}</h2>
      <p>{t.holdLede}</p>
      {hold && isHeld && (
        <>
          <p class="notice">{t.held(pageContext.t.day(hold.untilOn), heldBy, hold.reason)}</p>
          <ActionButton action={`${PATH}/hold/end`}>{t.endHold}</ActionButton>
        </>
      )}
      <Form action={`${PATH}/hold`} form={form} labels={t} submit={t.hold}>
        <DateField name="untilOn" help={t.untilHelp(pageContext.t.day(lastHoldOn))} />
        <TextArea name="reason" rows={3} maxlength={500} />
      </Form>
    </section>
  );
}
