import type { AuditedAward } from '../../../application/store/service-readers.ts';
import type { StoredAuditEntry } from '../../../domain/audit/entry.ts';
import { groupOfAction } from '../../../domain/audit/groups.ts';
import type { AuditGroup } from '../../../domain/features/declaration.ts';
import { personIdsAmong } from '../../../domain/ids.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import type { PageRequest } from '../routing/page-request.ts';
import { readActors } from './actor-names.ts';
import { badgeName, readNames } from './decisions/proposal-rows.ts';

/** A line of the audit in words. */
export interface AuditRow {
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly whom?: string | undefined;
  /** The page of the person or the badge. */
  readonly href?: string | undefined;
  readonly why?: string | undefined;
  readonly road: string;
  readonly request?: string | undefined;
  /** Place in the sealed audit, from 1; undefined while it waits. */
  readonly number?: number | undefined;
}

export function actionLabels({ dane }: PageTexts): Readonly<Record<string, string>> {
  return { ...dane.people.person.actions, ...dane.audit.actions };
}

/** Groups whose subjects are names of things, which say nothing of anybody. */
const NAMED: readonly (AuditGroup | undefined)[] = ['criteria', 'events', 'files', 'service'];

/** Lines in words, with names instead of ids. Whoever was erased has none, and of the details only the reason, the
 *  changed fields and the badge are told, as on a person's page. */
export async function auditRows(
  pageRequest: PageRequest,
  entries: readonly StoredAuditEntry[],
): Promise<readonly AuditRow[]> {
  const subjects = entries.map(({ subject }) => subject);
  const awards = await pageRequest.store.readAuditedAwards(subjects);
  const uais = subjects.filter((one): one is Uai => one.length === UAI_LENGTH);
  const persons = personIdsAmong(subjects).map((personId) => ({ kind: 'person' as const, personId }));
  const [actorName, names] = await Promise.all([
    readActors(
      pageRequest.store,
      entries.map(({ actor }) => actor),
    ),
    readNames(pageRequest.store, [...persons, ...awards.map(({ recipient }) => recipient)], uais),
  ]);
  const texts = actionLabels(pageRequest.t);
  return entries.map((entry): AuditRow => {
    const { at, actor, subject, action, details, request, position } = entry;
    const award = awards.find(({ id, credentialId }) => id === subject || credentialId === subject);
    return {
      at,
      who: actorName(actor, pageRequest.wording.locale),
      what: [texts[action] ?? action, whatOf(pageRequest, entry, award)]
        .filter(Boolean)
        .join(pageRequest.t.dane.people.person.colon),
      ...whomOf(entry, { award, names, things: pageRequest.t.dane.audit.things }),
      why: textOf(details?.['reason']),
      road: channelOf(pageRequest, entry),
      request,
      number: position === undefined ? undefined : position + 1,
    };
  });
}

const UAI_LENGTH = 8;
const UUID_LENGTH = 36;

/** The badge, or the changed fields. */
function whatOf(
  { ports, t, wording: { locale } }: PageRequest,
  { details }: StoredAuditEntry,
  award?: AuditedAward,
) {
  const achievement = award?.achievement ?? textOf(details?.['achievement']);
  if (achievement) {
    const { version } = award ?? {};
    return badgeName(ports.catalogue, { achievement, locale, ...(version !== undefined && { version }) });
  }
  const fields: Readonly<Record<string, string>> = t.dane.people.change.fields;
  const changed = textOf(details?.['changed'])?.split(' ') ?? [];
  return changed.map((field) => fields[field] ?? field).join(', ');
}

interface Known {
  readonly award: AuditedAward | undefined;
  readonly names: Awaited<ReturnType<typeof readNames>>;
  /** Words for subjects that are codes of ours. */
  readonly things: Readonly<Record<string, string>>;
}

function whomOf(
  { subject, action, details }: StoredAuditEntry,
  { award, names, things }: Known,
): Pick<AuditRow, 'whom' | 'href'> {
  if (award) {
    const { recipient } = award;
    const href = recipient.kind === 'person' ? `/dane/people/${recipient.personId}` : undefined;
    return known(names.nameOf(recipient), href);
  }
  const [personId] = personIdsAmong([subject]);
  const person = personId && names.nameOf({ kind: 'person', personId });
  if (person && person !== NO_ONE) return { whom: person, href: `/dane/people/${personId}` };
  const school = subject.length === UAI_LENGTH ? names.schoolOf(subject as Uai) : undefined;
  if (school) return { whom: school };
  if (!NAMED.includes(groupOfAction(action))) return {};
  const named = textOf(details?.['name']);
  return named || subject.length !== UUID_LENGTH ? { whom: named ?? things[subject] ?? subject } : {};
}

/** What `readNames` says of someone who is not there any more. */
const NO_ONE = '—';

function known(whom: string, href: string | undefined): Pick<AuditRow, 'whom' | 'href'> {
  return whom === NO_ONE ? {} : { whom, href };
}

/** A terminal where the actor is no command line: someone said there in whose name they act. */
function channelOf({ t: all }: PageRequest, { road, terminal, actor }: StoredAuditEntry): string {
  const t = all.dane.audit;
  if (road === undefined) return t.unknownRoad;
  if (terminal === undefined) return t.roads[road];
  return actor === 'cli' ? t.atTerminal(terminal) : t.saidAtTerminal(terminal);
}

function textOf(detail: string | number | boolean | undefined): string | undefined {
  return typeof detail === 'string' && detail !== '' ? detail : undefined;
}
