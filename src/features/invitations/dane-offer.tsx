import { ActionButton, FilterForm } from '../../adapters/http/forms/elements.tsx';
import { SelectField } from '../../adapters/http/forms/inputs.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import type { MailMessage } from '../../application/mail/content.ts';
import { toText } from '../../application/mail/lay-out.ts';
import type { Event } from '../../domain/records.ts';
import { beginOfDay, MOST_INVITED } from './actions.ts';
import { describeInvitation } from './mails.ts';

/** The people whom the DANE may still invite or remind, and the mail for them. The mail is undefined if the
 *  service sends none. */
export async function readOffer({ store, ports, query, today }: PageRequest, event: Event) {
  const { clock, mailer } = ports;
  const departments = await store.readDepartments();
  const department = departments.find(({ code }) => code === query('department'))?.code;
  const [invitable, silent, [details]] = await Promise.all([
    store.countInvitable({ eventCode: event.code, on: today, departmentCode: department }),
    store.readSilentInvited(event.code, beginOfDay(clock.now()), MOST_INVITED),
    store.readEventDetails([event.code]),
  ]);
  return {
    ...invitable,
    departments,
    department,
    toRemind: silent.length,
    mail: mailer ? describeInvitation(ports, event, { details }) : undefined,
  };
}

/** The people to invite, their number, and the mail before it leaves. */
export function Offer({
  action,
  reachable,
  withoutAddress,
  departments,
  department,
  toRemind,
  mail,
}: Awaited<ReturnType<typeof readOffer>> & { action: string }) {
  const { dane: t } = usePageContext().t.invitations;
  return (
    <>
      {toRemind > 0 && (
        <>
          <p>{t.remindText}</p>
          <ActionButton action={`${action}/reminder`} class="secondary">
            {t.remind(toRemind)}
          </ActionButton>
        </>
      )}
      <h2>{t.invite}</h2>
      <FilterForm
        action={action}
        form={{ values: { department: [department ?? ''] }, faults: {} }}
        labels={t}
        submit={t.narrow}
      >
        <SelectField
          name="department"
          help={t.everybody}
          choices={departments.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
          optional
        />
      </FilterForm>
      <p>{reachable === 0 ? t.noMore : t.reachable(reachable)}</p>
      {withoutAddress > 0 && <p class="note">{t.withoutAddress(withoutAddress)}</p>}
      {!mail && <p class="note">{t.noMail}</p>}
      {mail && reachable > 0 && <Preview {...mail} />}
      {reachable > 0 && (
        <ActionButton action={action} hidden={{ department }}>
          {reachable > MOST_INVITED ? t.sendSome(MOST_INVITED, reachable) : t.send(reachable)}
        </ActionButton>
      )}
    </>
  );
}

/** The mail of an invitation, before it leaves. */
function Preview({ subject, blocks, act }: MailMessage) {
  const { dane: t } = usePageContext().t.invitations;
  return (
    <section class="sheet" lang="fr">
      <h3>{t.preview}</h3>
      <p>
        <strong>{t.subject(subject)}</strong>
      </p>
      {[...blocks, ...(act ? [{ act }] : [])].flatMap(toText).map((text) => (
        <p class="as-typed">{text}</p>
      ))}
    </section>
  );
}
