import { Details } from '../../adapters/http/components/details.tsx';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import { ActionButton, Form } from '../../adapters/http/forms/elements.tsx';
import { Rejection, TextArea, TextField } from '../../adapters/http/forms/inputs.tsx';
import { idempotencyKeyOf } from '../../adapters/http/forms/read-fields.ts';
import type { FormValues } from '../../adapters/http/forms/schema.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { listedName } from '../../domain/person/name.ts';
import { searchToday } from '../directory/actions.ts';
import { type DirectoryQuery, readDirectoryQuery } from '../directory/components.tsx';
import type { MessagePreview } from './actions.ts';
import { filterAsText } from './components-filter.ts';
import { MOST_MESSAGES_A_DAY } from './feature.ts';

export const MESSAGES = '/dane/messages';
export const LONGEST_TITLE = 120;
export const LONGEST_BODY = 5000;

interface Previewed {
  readonly preview: MessagePreview;
  readonly values: FormValues;
}

/** `/dane/messages/new`: the people of the filter, the message, and, once it was previewed, the mail as it will leave. */
export async function renderNew(request: PageRequest, previewed?: Previewed) {
  const { services, deps, t: texts, ports, store } = request;
  const t = texts.messages;
  const requested = await readDirectoryQuery(request);
  const isFaulty = Object.keys(requested.form.faults).length > 0;
  const counts = isFaulty ? undefined : await services.countMessage(requested.filter);
  const form = previewed ? { values: previewed.values, faults: {} } : request.form;
  const left = await services.countMessagesLeft();
  return (
    <DaneLayout section="messages" title={t.newTitle}>
      <Rejection form={form} />
      {!ports.mailer && <p class="notice">{t.noMailer}</p>}
      {previewed && (
        <Preview {...previewed} asked={requested} once={idempotencyKeyOf(deps, form)} mayLeave={left > 0} />
      )}
      <h2>{t.whom}</h2>
      <p>{await filterAsText(request, requested.filter)}</p>
      {counts ? <Counts counts={counts} /> : <p class="notice">{t.wrongFilter}</p>}
      {counts && counts.withoutAddress > 0 && (
        <Details title={t.whoWithout}>{await renderWithout(request, requested)}</Details>
      )}
      <p>
        <a href={withQuery('/dane/directory', requested)}>{t.changeFilter}</a>
      </p>
      <h2>{t.message}</h2>
      <p>{t.bound(MOST_MESSAGES_A_DAY, left)}</p>
      {(counts?.reached ?? 0) > 0 && (
        <Form
          action={withQuery(`${MESSAGES}/preview`, requested)}
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

  async function renderWithout(_: PageRequest, { filter }: DirectoryQuery) {
    const search = { ...searchToday(ports, filter), limit: MOST_NAMED };
    const found = await store.readDirectory(search);
    const names = found.filter(({ email }) => !email);
    return (
      <ul>
        {names.map((one) => (
          <li>
            <a href={`/dane/people/${one.id}`}>{listedName(one)}</a>
          </li>
        ))}
      </ul>
    );
  }
}

/** The most people among whom those without an address are named. */
const MOST_NAMED = 1000;

function withQuery(path: string, { query }: DirectoryQuery): string {
  return query ? `${path}?${query}` : path;
}

function Counts({ counts: { reached, withoutAddress, notWanted, ended } }: Pick<MessagePreview, 'counts'>) {
  const { messages: t } = usePageContext().t;
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
}: Previewed & { asked: DirectoryQuery; once: string; mayLeave: boolean }) {
  const { messages: t } = usePageContext().t;
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
        <ActionButton action={withQuery(MESSAGES, asked)} hidden={{ title, body, once }}>
          {t.send(counts.reached)}
        </ActionButton>
      )}
    </section>
  );
}
