import { z } from 'zod';
import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { Details } from '../../adapters/http/components/details.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { PAGE_SIZE, Paging, pageOf, peopleSliceOf } from '../../adapters/http/components/pagination.tsx';
import { FactsList } from '../../adapters/http/components/summary-list.tsx';
import { readActors } from '../../adapters/http/dane/actor-names.ts';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { ActionButton } from '../../adapters/http/forms/elements.tsx';
import { Rejection } from '../../adapters/http/forms/inputs.tsx';
import { idempotencyKeyField } from '../../adapters/http/forms/read-fields.ts';
import { noFields, requiredText } from '../../adapters/http/forms/schema.ts';
import { type PageContext, usePageContext } from '../../adapters/http/layout/page-context.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { listedName } from '../../domain/person/name.ts';
import { readDirectoryQuery } from '../directory/components.tsx';
import type { MessageState } from './actions.ts';
import { filterAsText } from './components-filter.ts';
import { LONGEST_BODY, LONGEST_TITLE, MESSAGES, renderNew } from './dane-write.tsx';
import { MOST_MESSAGES_A_DAY, type NetworkMessage, type RecipientState } from './feature.ts';

const messageFields = { title: requiredText(LONGEST_TITLE), body: requiredText(LONGEST_BODY) };

/** `/dane/messages`: messages of the DANE to the people of a filter of the directory. */
export const daneMessagePages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(MESSAGES, 'read-register', renderMessages)
    .page(`${MESSAGES}/new`, 'keep-register', (request) => renderNew(request))
    .form(`${MESSAGES}/preview`, 'keep-register', {
      page: (request) => renderNew(request),
      schema: z.object(messageFields),
      act: async (request, stated, values) => {
        const { filter } = await readDirectoryQuery(request);
        const preview = await request.services.previewMessage({ ...stated, filter });
        return request.answer(await renderNew(request, { preview, values }));
      },
    })
    .form(MESSAGES, 'keep-register', {
      page: (request) => renderNew(request),
      schema: z.object({ ...messageFields, once: idempotencyKeyField }),
      act: async (request, stated) => {
        const { filter } = await readDirectoryQuery(request);
        return `${MESSAGES}/${await request.services.writeMessage({ ...stated, filter, actor: request.me })}`;
      },
      done: 'message-written',
      refusals: { 'too-many-messages': 409, 'mail-not-possible': 409, 'nobody-to-write-to': 409 },
    })
    .page(`${MESSAGES}/:id`, 'read-register', renderMessage)
    .form(`${MESSAGES}/:id/cancellation`, 'keep-register', {
      page: renderMessage,
      schema: noFields,
      act: ({ services, me, param }) => services.cancelMessage({ id: param('id'), actor: me }),
      done: 'message-cancelled',
      back: ({ param }) => `${MESSAGES}/${param('id')}`,
      refusals: { 'settled-meanwhile': 409 },
    });

/** Separates the two parts of the key of a message in the address of the next page. */
const SEPARATOR = '~';

async function renderMessages(request: PageRequest) {
  const { store, services, wording, t: texts } = request;
  const t = texts.messages;
  const [writtenOn = '', turn = ''] = request.query('after')?.split(SEPARATOR) ?? [];
  const after = { writtenOn: writtenOn as NetworkMessage['writtenOn'], turn: Number(turn) };
  const found = await store.readMessages({ limit: PAGE_SIZE + 1, ...(Number(turn) > 0 && { after }) });
  const { rows, last } = pageOf(found);
  const left = await services.countMessagesLeft();
  const authors = rows.map(({ writtenBy }) => writtenBy);
  const nameOf = await readActors(store, authors);
  return (
    <DaneLayout section="messages" title={t.title}>
      <p class="lede">{t.lede}</p>
      <p>{t.bound(MOST_MESSAGES_A_DAY, left)}</p>
      {!request.ports.mailer && <p class="notice">{t.noMailer}</p>}
      <div class="actions">
        <a class="button" href="/dane/directory">
          {t.choose}
        </a>
      </div>
      {rows.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <CardTable
          rows={rows}
          caption={t.title}
          columns={[
            {
              heading: t.subject,
              cell: ({ id, title }) => <a href={`${MESSAGES}/${id}`}>{title || t.removed}</a>,
              names: true,
            },
            { heading: t.writtenOn, cell: ({ writtenAt }) => texts.moment(writtenAt) },
            { heading: t.writtenBy, cell: ({ writtenBy }) => nameOf(writtenBy, wording.locale) },
            { heading: t.people, cell: ({ people }) => people },
            { heading: t.state, cell: ({ cancelledAt }) => (cancelledAt ? t.isCancelled : t.isSent) },
          ]}
        />
      )}
      <Paging next={last && `${MESSAGES}?after=${last.writtenOn}${SEPARATOR}${last.turn}`} />
    </DaneLayout>
  );
}

/** The states in which a person gets no mail, whose names the page gives. */
const NOT_REACHED: readonly RecipientState[] = ['refused', 'skipped', 'no-address', 'not-wanted'];

const STATES: readonly RecipientState[] = ['sent', 'waiting', ...NOT_REACHED];

/** `/dane/messages/{id}`: whom a message has reached, and whom not. */
async function renderMessage(request: PageRequest) {
  const { services, t: texts, form } = request;
  const t = texts.messages;
  const before = await services.readMessageState(request.param('id'));
  if (before.jobId && !form.refusal) await services.showJob(before.jobId);
  const it = before.jobId ? await services.readMessageState(request.param('id')) : before;
  const { message, counts, left, jobId } = it;
  const { id, title, cancelledAt, writtenBy } = message;
  const nameOf = await readActors(request.store, [writtenBy]);
  const path = `${MESSAGES}/${id}`;
  const goesOn = !cancelledAt && (left > 0 || (counts.waiting ?? 0) > 0);
  return (
    <DaneLayout
      section="messages"
      title={title || t.removed}
      refreshHref={jobId && !cancelledAt ? path : undefined}
    >
      <Rejection form={form} />
      <p class="lede" role="status">
        {cancelledAt
          ? t.cancelled(
              texts.moment(cancelledAt),
              counts.sent ?? 0,
              left + (counts.waiting ?? 0) + (counts.skipped ?? 0),
            )
          : goesOn
            ? t.goesOn(counts.sent ?? 0, message.people)
            : t.over(counts.sent ?? 0, message.people)}
      </p>
      <p>{t.about(texts.moment(message.writtenAt), nameOf(writtenBy, request.wording.locale))}</p>
      <p>{await filterAsText(request, message.filter)}</p>
      {(goesOn || counts.sent !== message.people) && <Figures state={it} />}
      {goesOn && (
        <ActionButton action={`${path}/cancellation`} class="secondary">
          {t.cancel}
        </ActionButton>
      )}
      {await renderNotReached(request, it)}
      <Details title={t.text}>
        {title ? (
          <blockquote class="mail" lang="fr">
            <pre>{message.body}</pre>
          </blockquote>
        ) : (
          <p>{t.removedText}</p>
        )}
      </Details>
      <p>
        <a href={MESSAGES}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}

function Figures({ state: { counts, left } }: { state: MessageState }) {
  const { messages: t } = usePageContext().t;
  const rows = STATES.flatMap((state) => (counts[state] ? [[t.states[state], counts[state]] as const] : []));
  return <FactsList facts={[...rows, ...(left > 0 ? [[t.toReach, left] as const] : [])]} />;
}

/** Why a person got no mail; the mail server's answer is a code. */
function whyOf(
  reasons: PageContext['t']['messages']['reasons'],
  state: RecipientState,
  reason: string | undefined,
): string {
  if (state === 'skipped' && (reason === 'no-address' || reason === 'not-wanted')) return reasons[reason];
  if (state === 'refused' && reason) return `${reasons.refused} (${reason})`;
  return state === 'sent' || state === 'waiting' ? '' : reasons[state];
}

/** The people who got no mail, by name, with the reason. */
async function renderNotReached(request: PageRequest, { message: { id } }: MessageState) {
  const { store, t: texts } = request;
  const t = texts.messages;
  const { rows, last } = pageOf(
    await store.readOutcomes(id, { states: NOT_REACHED, ...peopleSliceOf(request) }),
  );
  if (rows.length === 0) return null;
  const people = new Map((await store.readPeople(rows.map((one) => one.personId))).map((it) => [it.id, it]));
  return (
    <section id="not-reached">
      <h2>{t.notReached}</h2>
      <CardTable
        compact
        rows={rows}
        caption={t.notReached}
        columns={[
          {
            heading: t.person,
            cell: ({ personId }) => {
              const person = people.get(personId);
              return <a href={`/dane/people/${personId}`}>{person ? listedName(person) : personId}</a>;
            },
            names: true,
          },
          { heading: t.email, cell: ({ personId }) => people.get(personId)?.emails[0] ?? '' },
          {
            heading: t.why,
            cell: ({ state, reason }) => whyOf(t.reasons, state, reason),
          },
        ]}
      />
      <Paging next={last && `${MESSAGES}/${id}?after=${last.personId}#not-reached`} />
    </section>
  );
}
