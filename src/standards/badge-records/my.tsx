import { z } from 'zod';
import { CopyButton } from '../../adapters/http/components/copy-button.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { ActionButton, Form } from '../../adapters/http/forms/elements.tsx';
import { ChoiceGroup } from '../../adapters/http/forms/inputs.tsx';
import { choiceOf, noFields } from '../../adapters/http/forms/schema.ts';
import { formOver } from '../../adapters/http/forms/submission.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { MyLayout } from '../../adapters/http/my/layout.tsx';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import type { NameChoice } from '../../domain/award/types.ts';
import { recordUrl } from '../../issuing/addresses.ts';
import { recordedOf } from './feature.ts';

const FORMS = ['full', 'initials', 'none'] as const satisfies readonly NameChoice[];
const recordForm = z.object({ name: choiceOf(FORMS) });

/** `/my/record`: the person's own badges in one signed document. */
export const myBadgeRecordPages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page('/my/record', 'keep-own-record', renderRecord)
    .form('/my/record', 'keep-own-record', {
      page: renderRecord,
      schema: recordForm,
      // The last badge of this form may have been hidden in the meantime.
      refusals: { 'invalid-request': { name: 'invalid-choice' } },
      act: async ({ services, me }, { name }) => {
        await services.makeBadgeRecord({ personId: me, name });
      },
      done: 'record-made',
    })
    .form('/my/record/withdraw', 'keep-own-record', {
      schema: noFields,
      act: async ({ services, me }) => {
        await services.withdrawBadgeRecord(me);
      },
      done: 'record-withdrawn',
      back: '/my/record',
    });

/** The record is made, looked at, made again and withdrawn. */
async function renderRecord({ services, ports, me, t: { badgeRecords: badgeRecord }, sent }: PageRequest) {
  const t = badgeRecord.own;
  const { record, issued } = await services.readOwnBadgeRecord(me);
  const counted = FORMS.map((name) => ({ name, total: recordedOf(issued, name).length }));
  // The forms of the name that at least one badge has.
  const forms = counted.filter(({ total }) => total > 0);
  const [most] = forms.toSorted((a, b) => b.total - a.total);
  const values = { name: [record?.name ?? most?.name ?? ''] };
  const isEmpty = record && recordedOf(issued, record.name).length === 0;
  return (
    <MyLayout page="record" title={t.title} lede={t.lede}>
      {isEmpty && <p class="notice">{t.empty}</p>}
      {record && !isEmpty && <Online url={recordUrl(ports.origin, record.id)} />}
      {forms.length === 0 ? (
        <EmptyState>
          {t.none} <a href="/my/badges">{t.toBadges}</a>
        </EmptyState>
      ) : (
        <section aria-labelledby="make">
          <h2 id="make">{record ? t.change : t.make}</h2>
          <Form
            action="/my/record"
            form={formOver(record ? values : {}, sent, values)}
            labels={{ name: t.names, nameHelp: t.namesHelp }}
            submit={record ? t.saveAgain : t.save}
          >
            <ChoiceGroup
              name="name"
              choices={forms.map(({ name, total }) => ({ value: name, ...t.forms[name](total) }))}
              kind="radio"
            />
          </Form>
        </section>
      )}
      {record && (
        <section aria-labelledby="withdraw">
          <h2 id="withdraw">{t.withdraw}</h2>
          <p>{t.withdrawText}</p>
          <ActionButton action="/my/record/withdraw" class="secondary">
            {t.withdraw}
          </ActionButton>
        </section>
      )}
    </MyLayout>
  );
}

function Online({ url }: { url: string }) {
  const { credential, badgeRecords: badgeRecord } = usePageContext().t;
  const t = badgeRecord.own;
  return (
    <section class="form">
      <p>{t.shown}</p>
      <input id="record-address" type="text" readonly value={url} aria-label={t.address} />
      <CopyButton field="record-address" label={t.address} words={credential.copyLink} />
      <p>
        <a href={url}>{t.see}</a>
      </p>
      <p class="note">{t.kept}</p>
    </section>
  );
}
