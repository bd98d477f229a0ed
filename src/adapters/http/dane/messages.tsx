import { z } from 'zod';
import { searchToday } from '../../../application/directory.ts';
import type { MessagePreview, MessageState } from '../../../application/network-messages.ts';
import { personIdsAmong } from '../../../domain/ids.ts';
import {
  MOST_MESSAGES_A_DAY,
  type NetworkMessage,
  type RecipientState,
} from '../../../domain/network-message.ts';
import { type AskedDirectory, readAsked } from '../directory/directory.tsx';
import type { AppDeps } from '../env.ts';
import { CardTable } from '../shell/card-table.tsx';
import { Refusal, TextArea, TextField } from '../shell/fields.tsx';
import { type FormValues, noFields, requiredText } from '../shell/form.ts';
import { ActButton, Form } from '../shell/form-parts.tsx';
import { onceField, onceOf } from '../shell/once.ts';
import type { PageFrame } from '../shell/page-frame.ts';
import { pagesOf } from '../shell/pages-of.tsx';
import { PAGE_SIZE, Paging, pageOf } from '../shell/paging.tsx';
import { Fold } from '../shell/parts.tsx';
import { useFrame } from '../shell/use-frame.ts';
import type { Visit } from '../shell/visit.ts';
import { DaneLayout } from './dane-layout.tsx';
import { filterWords } from './message-filter.ts';

const PATH = '/dane/messages';
const LONGEST_TITLE = 120;
const LONGEST_BODY = 5000;

const words = { title: requiredText(LONGEST_TITLE), body: requiredText(LONGEST_BODY) };

/** `/dane/messages`: messages of the DANE to the people of a filter of the directory. */
export const messagePages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page(PATH, 'read-register', drawMessages)
    .page(`${PATH}/new`, 'keep-register', (visit) => drawNew(visit))
    .form(`${PATH}/preview`, 'keep-register', {
      page: (visit) => drawNew(visit),
      schema: z.object(words),
      act: async (visit, said, values) => {
        const { filter } = await readAsked(visit);
        const preview = await visit.services.previewMessage({ ...said, filter });
        return visit.answer(await drawNew(visit, { preview, values }));
      },
    })
    .form(PATH, 'keep-register', {
      page: (visit) => drawNew(visit),
      schema: z.object({ ...words, once: onceField }),
      act: async (visit, said) => {
        const { filter } = await readAsked(visit);
        return `${PATH}/${await visit.services.writeMessage({ ...said, filter, actor: visit.me })}`;
      },
      done: 'message-written',
      refusals: { 'too-many-messages': 409, 'mail-not-possible': 409, 'nobody-to-write-to': 409 },
    })
    .page(`${PATH}/:id`, 'read-register', drawMessage)
    .form(`${PATH}/:id/cancellation`, 'keep-register', {
      page: drawMessage,
      schema: noFields,
      act: ({ services, me, param }) => services.cancelMessage({ id: param('id'), actor: me }),
      done: 'message-cancelled',
      back: ({ param }) => `${PATH}/${param('id')}`,
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
        <p class="notice">{t.none}</p>
      ) : (
        <CardTable
          rows={rows}
          caption={t.title}
          columns={[
            {
              heading: t.subject,
              cell: ({ id, title }) => <a href={`${PATH}/${id}`}>{title || t.removed}</a>,
              names: true,
            },
            { heading: t.writtenOn, cell: ({ writtenAt }) => texts.moment(writtenAt) },
            { heading: t.writtenBy, cell: ({ writtenBy }) => nameOf.get(writtenBy) ?? writtenBy },
            { heading: t.people, cell: ({ people }) => people },
            { heading: t.state, cell: ({ cancelledAt }) => (cancelledAt ? t.isCancelled : t.isSent) },
          ]}
        />
      )}
      <Paging next={last && `${PATH}?after=${last.writtenOn}${SEPARATOR}${last.turn}`} />
    </DaneLayout>
  );
}

interface Previewed {
  readonly preview: MessagePreview;
  readonly values: FormValues;
}

/** The people of the filter, the message, and, once it was previewed, the mail as it will leave. */
async function drawNew(visit: Visit, previewed?: Previewed) {
  const { services, deps, t: texts, ports, store } = visit;
  const t = texts.messages;
  const asked = await readAsked(visit);
  const isFaulty = Object.keys(asked.form.faults).length > 0;
  const counts = isFaulty ? undefined : await services.countMessage(asked.filter);
  const form = previewed ? { values: previewed.values, faults: {} } : visit.form;
  const left = await services.countMessagesLeft();
  return (
    <DaneLayout section="messages" title={t.newTitle}>
      <Refusal form={form} />
      {!ports.mailer && <p class="notice">{t.noMailer}</p>}
      {previewed && <Preview {...previewed} asked={asked} once={onceOf(deps, form)} mayLeave={left > 0} />}
      <h2>{t.whom}</h2>
      <p>{await filterWords(visit, asked.filter)}</p>
      {counts ? <Counts counts={counts} /> : <p class="notice">{t.wrongFilter}</p>}
      {counts && counts.withoutAddress > 0 && (
        <Fold title={t.whoWithout}>{await drawWithout(visit, asked)}</Fold>
      )}
      <p>
        <a href={withQuery('/dane/directory', asked)}>{t.changeFilter}</a>
      </p>
      <h2>{t.message}</h2>
      <p>{t.bound(MOST_MESSAGES_A_DAY, left)}</p>
      {(counts?.reached ?? 0) > 0 && (
        <Form
          action={withQuery(`${PATH}/preview`, asked)}
          form={form}
          labels={t.form}
          submit={previewed ? t.previewAgain : t.preview}
        >
          <TextField name="title" maxlength={LONGEST_TITLE} />
          <TextArea name="body" rows={10} maxlength={LONGEST_BODY} />
        </Form>
      )}
    </DaneLayout>
  );

  async function drawWithout(_: Visit, { filter }: AskedDirectory) {
    const search = { ...searchToday(ports, filter), limit: MOST_NAMED };
    const found = await store.readDirectory(search);
    const names = found.filter(({ email }) => !email);
    return (
      <ul>
        {names.map((one) => (
          <li>
            <a href={`/dane/people/${one.id}`}>{`${one.familyName} ${one.givenName}`}</a>
          </li>
        ))}
      </ul>
    );
  }
}

/** The most people among whom those without an address are named. */
const MOST_NAMED = 1000;

function withQuery(path: string, { query }: AskedDirectory): string {
  return query ? `${path}?${query}` : path;
}

function Counts({ counts: { reached, withoutAddress, notWanted, ended } }: Pick<MessagePreview, 'counts'>) {
  const { messages: t } = useFrame().t;
  return (
    <ul>
      <li>
        <strong>{t.reached(reached)}</strong>
      </li>
      {withoutAddress > 0 && <li>{t.withoutAddress(withoutAddress)}</li>}
      {notWanted > 0 && <li>{t.notWanted(notWanted)}</li>}
      {ended > 0 && <li>{t.ended(ended)}</li>}
    </ul>
  );
}

function Preview({
  preview: { counts, subject, text },
  values,
  asked,
  once,
  mayLeave,
}: Previewed & { asked: AskedDirectory; once: string; mayLeave: boolean }) {
  const { messages: t } = useFrame().t;
  const [title, body] = [values['title']?.[0], values['body']?.[0]];
  return (
    <section>
      <h2>{t.asRead}</h2>
      <blockquote class="mail" lang="fr">
        <p>
          {t.subject} : <strong>{subject}</strong>
        </p>
        <pre>{text}</pre>
      </blockquote>
      {mayLeave && counts.reached > 0 && (
        <ActButton action={withQuery(PATH, asked)} hidden={{ title, body, once }}>
          {t.send(counts.reached)}
        </ActButton>
      )}
    </section>
  );
}

/** The states in which a person gets no mail, whose names the page gives. */
const NOT_REACHED: readonly RecipientState[] = ['refused', 'skipped', 'no-address', 'not-wanted'];
const STATES: readonly RecipientState[] = ['sent', 'waiting', ...NOT_REACHED];

async function drawMessage(visit: Visit) {
  const { services, t: texts, form } = visit;
  const t = texts.messages;
  const before = await services.readMessageState(visit.param('id'));
  if (before.jobId && !form.refusal) await services.advanceJob(before.jobId);
  const it = before.jobId ? await services.readMessageState(visit.param('id')) : before;
  const { message, counts, left, jobId } = it;
  const { id, title, cancelledAt } = message;
  const path = `${PATH}/${id}`;
  const goesOn = !cancelledAt && (left > 0 || (counts.waiting ?? 0) > 0);
  return (
    <DaneLayout
      section="messages"
      title={title || t.removed}
      refreshHref={jobId && !cancelledAt ? path : undefined}
    >
      <Refusal form={form} />
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
      <p>{t.about(texts.moment(message.writtenAt), await authorOf(visit, message))}</p>
      <p>{await filterWords(visit, message.filter)}</p>
      <Figures state={it} />
      {goesOn && (
        <ActButton action={`${path}/cancellation`} class="secondary">
          {t.cancel}
        </ActButton>
      )}
      {await drawNotReached(visit, it)}
      <Fold title={t.text}>
        {title ? (
          <blockquote class="mail" lang="fr">
            <pre>{message.body}</pre>
          </blockquote>
        ) : (
          <p>{t.removedText}</p>
        )}
      </Fold>
      <p>
        <a href={PATH}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}

async function authorOf({ store }: Visit, { writtenBy }: NetworkMessage): Promise<string> {
  const [author] = await store.readPeople(personIdsAmong([writtenBy]));
  return author ? `${author.givenName} ${author.familyName}` : writtenBy;
}

function Figures({ state: { counts, left } }: { state: MessageState }) {
  const { messages: t } = useFrame().t;
  const rows = STATES.flatMap((state) => (counts[state] ? [[t.states[state], counts[state]] as const] : []));
  return (
    <dl class="facts-list">
      {[...rows, ...(left > 0 ? [[t.toReach, left] as const] : [])].map(([label, many]) => (
        <>
          <dt>{label}</dt>
          <dd>{many}</dd>
        </>
      ))}
    </dl>
  );
}

/** Why a person got no mail; the mail server's answer is a code. */
function whyOf(
  reasons: PageFrame['t']['messages']['reasons'],
  state: RecipientState,
  reason: string | undefined,
): string {
  if (state === 'skipped' && (reason === 'no-address' || reason === 'not-wanted')) return reasons[reason];
  if (state === 'refused' && reason) return `${reasons.refused} (${reason})`;
  return state === 'sent' || state === 'waiting' ? '' : reasons[state];
}

/** The people who got no mail, by name, with the reason. */
async function drawNotReached(visit: Visit, { message: { id } }: MessageState) {
  const { store, t: texts } = visit;
  const t = texts.messages;
  const [after] = personIdsAmong([visit.query('after') ?? '']);
  const slice = { states: NOT_REACHED, limit: PAGE_SIZE + 1, ...(after && { after }) };
  const { rows, last } = pageOf(await store.readOutcomes(id, slice));
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
              return (
                <a href={`/dane/people/${personId}`}>
                  {person ? `${person.familyName} ${person.givenName}` : personId}
                </a>
              );
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
      <Paging next={last && `${PATH}/${id}?after=${last.personId}#not-reached`} />
    </section>
  );
}
