import { z } from 'zod';
import { personIdsAmong } from '../../../../domain/ids.ts';
import { MOST_MESSAGES_A_DAY, type NetworkMessage } from '../../../../domain/network-message.ts';
import { readAsked } from '../../directory/directory.tsx';
import type { AppDeps } from '../../env.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { Empty } from '../../shell/empty.tsx';
import { noFields, requiredText } from '../../shell/form.ts';
import { onceField } from '../../shell/once.ts';
import { pagesOf } from '../../shell/pages-of.tsx';
import { PAGE_SIZE, Paging, pageOf } from '../../shell/paging.tsx';
import type { Visit } from '../../shell/visit.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { drawMessage } from './message.tsx';
import { drawNew, LONGEST_BODY, LONGEST_TITLE, MESSAGES } from './write-message.tsx';

const words = { title: requiredText(LONGEST_TITLE), body: requiredText(LONGEST_BODY) };

/** `/dane/messages`: messages of the DANE to the people of a filter of the directory. */
export const messagePages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page(MESSAGES, 'read-register', drawMessages)
    .page(`${MESSAGES}/new`, 'keep-register', (visit) => drawNew(visit))
    .form(`${MESSAGES}/preview`, 'keep-register', {
      page: (visit) => drawNew(visit),
      schema: z.object(words),
      act: async (visit, said, values) => {
        const { filter } = await readAsked(visit);
        const preview = await visit.services.previewMessage({ ...said, filter });
        return visit.answer(await drawNew(visit, { preview, values }));
      },
    })
    .form(MESSAGES, 'keep-register', {
      page: (visit) => drawNew(visit),
      schema: z.object({ ...words, once: onceField }),
      act: async (visit, said) => {
        const { filter } = await readAsked(visit);
        return `${MESSAGES}/${await visit.services.writeMessage({ ...said, filter, actor: visit.me })}`;
      },
      done: 'message-written',
      refusals: { 'too-many-messages': 409, 'mail-not-possible': 409, 'nobody-to-write-to': 409 },
    })
    .page(`${MESSAGES}/:id`, 'read-register', drawMessage)
    .form(`${MESSAGES}/:id/cancellation`, 'keep-register', {
      page: drawMessage,
      schema: noFields,
      act: ({ services, me, param }) => services.cancelMessage({ id: param('id'), actor: me }),
      done: 'message-cancelled',
      back: ({ param }) => `${MESSAGES}/${param('id')}`,
      refusals: { 'settled-meanwhile': 409 },
    });

/** Separates the two parts of the key of a message in the address of the next page. */
const SEPARATOR = '~';

async function drawMessages(visit: Visit) {
  const { store, services, t: texts } = visit;
  const t = texts.messages;
  const [writtenOn = '', turn = ''] = visit.query('after')?.split(SEPARATOR) ?? [];
  const after = { writtenOn: writtenOn as NetworkMessage['writtenOn'], turn: Number(turn) };
  const found = await store.readMessages({ limit: PAGE_SIZE + 1, ...(Number(turn) > 0 && { after }) });
  const { rows, last } = pageOf(found);
  const left = await services.countMessagesLeft();
  const authors = await store.readPeople(personIdsAmong(rows.map(({ writtenBy }) => writtenBy)));
  const nameOf = new Map(authors.map((one) => [one.id, `${one.givenName} ${one.familyName}`]));
  return (
    <DaneLayout section="messages" title={t.title}>
      <p class="lede">{t.lede}</p>
      <p>{t.bound(MOST_MESSAGES_A_DAY, left)}</p>
      {!visit.ports.mailer && <p class="notice">{t.noMailer}</p>}
      <div class="actions">
        <a class="button" href="/dane/directory">
          {t.choose}
        </a>
      </div>
      {rows.length === 0 ? (
        <Empty>{t.none}</Empty>
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
            { heading: t.writtenBy, cell: ({ writtenBy }) => nameOf.get(writtenBy) ?? writtenBy },
            { heading: t.people, cell: ({ people }) => people },
            { heading: t.state, cell: ({ cancelledAt }) => (cancelledAt ? t.isCancelled : t.isSent) },
          ]}
        />
      )}
      <Paging next={last && `${MESSAGES}?after=${last.writtenOn}${SEPARATOR}${last.turn}`} />
    </DaneLayout>
  );
}
