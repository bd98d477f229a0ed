import type { StoredAuditEntry } from '../../../../domain/audit.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { Fold } from '../../shell/parts.tsx';
import type { Visit } from '../../shell/visit.ts';
import { badgeName } from '../decisions/decision-views.ts';
import type { PersonRead } from './person-read.ts';

/** The history of a person's record, the latest first, with names instead of ids. */
export function drawHistory(visit: Visit, read: PersonRead) {
  const t = visit.t.dane.people.person;
  const { audit, nameOfActor } = read;
  return (
    <Fold title={t.history} note={String(audit.length)}>
      {audit.length === 0 ? (
        <p>{t.noHistory}</p>
      ) : (
        <CardTable
          rows={audit}
          columns={[
            { heading: t.at, cell: ({ at }) => visit.t.moment(at) },
            { heading: t.who, cell: ({ actor }) => nameOfActor(actor) },
            { heading: t.what, cell: (entry) => actWords(entry, visit, read) },
            { heading: t.why, cell: (entry) => reasonOf(entry, read) ?? '—' },
          ]}
        />
      )}
    </Fold>
  );
}

/** The act, its badge and the changed fields; the code of the act where it has no words. */
function actWords(entry: StoredAuditEntry, { t: all, ports, wording: { locale } }: Visit, read: PersonRead) {
  const { action, details } = entry;
  const { person: t, change } = all.dane.people;
  const actions: Readonly<Record<string, string>> = t.actions;
  const fields: Readonly<Record<string, string>> = change.fields;
  const award = awardOf(entry, read);
  const achievement = award?.achievement ?? textOf(details?.['achievement']);
  const badge =
    achievement &&
    badgeName(ports.catalogue, { achievement, ...(award && { version: award.version }), locale });
  const changed = textOf(details?.['changed'])?.split(' ') ?? [];
  const words = [actions[action] ?? action, badge, changed.map((field) => fields[field] ?? field).join(', ')];
  return words.filter(Boolean).join(t.colon);
}

/** The reason of an act. One that is stored elsewhere in the register is read from there. */
function reasonOf(entry: StoredAuditEntry, read: PersonRead): string | undefined {
  const { at, action, details } = entry;
  const said = textOf(details?.['reason']);
  if (said) return said;
  if (action === 'award-granted') return awardOf(entry, read)?.overrideReason;
  if (action !== 'award-refused') return undefined;
  const refusal = read.refusals.find((one) => one.at === at && one.achievement === details?.['achievement']);
  return refusal?.reason;
}

function awardOf({ subject }: StoredAuditEntry, { awards }: PersonRead) {
  return awards.find(({ award, credential }) => award.id === subject || credential?.id === subject)?.award;
}

function textOf(detail: string | number | boolean | undefined): string | undefined {
  return typeof detail === 'string' && detail !== '' ? detail : undefined;
}
