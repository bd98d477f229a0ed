import { searchToday } from '../../../../application/directory.ts';
import type { MessagePreview } from '../../../../application/network-messages.ts';
import { MOST_MESSAGES_A_DAY } from '../../../../domain/network-message.ts';
import { listedName } from '../../../../domain/person/name.ts';
import { Fold } from '../../components/details.tsx';
import { type AskedDirectory, readAsked } from '../../directory/directory.tsx';
import { ActButton, Form } from '../../forms/elements.tsx';
import { Refusal, TextArea, TextField } from '../../forms/inputs.tsx';
import { onceOf } from '../../forms/read-fields.ts';
import type { FormValues } from '../../forms/schema.ts';
import { useFrame } from '../../layout/page-context.ts';
import type { Visit } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { filterWords } from './message-filter.ts';

export const MESSAGES = '/dane/messages';
export const LONGEST_TITLE = 120;
export const LONGEST_BODY = 5000;

interface Previewed {
  readonly preview: MessagePreview;
  readonly values: FormValues;
}

/** `/dane/messages/new`: the people of the filter, the message, and, once it was previewed, the mail as it will leave. */
export async function drawNew(visit: Visit, previewed?: Previewed) {
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
          action={withQuery(`${MESSAGES}/preview`, asked)}
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
            <a href={`/dane/people/${one.id}`}>{listedName(one)}</a>
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
        <ActButton action={withQuery(MESSAGES, asked)} hidden={{ title, body, once }}>
          {t.send(counts.reached)}
        </ActButton>
      )}
    </section>
  );
}
