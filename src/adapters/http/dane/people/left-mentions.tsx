import { personIdsAmong } from '../../../../domain/ids.ts';
import {
  MENTION_PLACES,
  MENTION_TABLES,
  type Mention,
  type MentionTable,
} from '../../../../domain/person/mentions.ts';
import { listedName } from '../../../../domain/person/name.ts';
import type { Uai } from '../../../../domain/uai.ts';
import { usePageContext } from '../../layout/page-context.ts';
import type { PageRequest } from '../../routing/page-request.ts';

/** A text of another record, in words, and the page on which it can be edited. */
interface LeftMention {
  readonly table: MentionTable;
  /** Whose or which record it is; absent for a page of all records. */
  readonly name?: string;
  readonly href: string;
}

/** The pages of the records that have none of their own. */
const LISTS: Partial<Readonly<Record<MentionTable, string>>> = {
  retention_hold: '/dane/retention',
  criteria_draft: '/dane/criteria',
  public_key: '/dane/audit',
  api_token: '/dane/settings/tokens',
  campaign: '/dane/campaigns',
  achievement_endorsement: '/dane/badges',
  class_project: '/dane/class-projects',
};

/** The most texts that an address carries after an erasure. */
const MOST_IN_ADDRESS = 30;

/** An id of a school: a badge may belong to a person or to a school. */
const isUai = (id: string): id is Uai => /^\d{7}[A-Z]$/.test(id);

/** The mentions with the names of their records. */
export async function readLeftMentions(
  { store }: Pick<PageRequest, 'store'>,
  left: readonly Mention[],
): Promise<readonly LeftMention[]> {
  const ids = [...new Set(left.map(({ id }) => id))];
  const uais = ids.filter(isUai);
  const [people, schools] = await Promise.all([
    store.readPeople(personIdsAmong(ids.filter((id) => !isUai(id)))),
    store.readSchoolsByUai(uais),
  ]);
  const names = new Map<string, string>([
    ...people.map((person) => [person.id, listedName(person)] as const),
    ...schools.map(({ uai, name }) => [uai, name] as const),
  ]);
  return left.map(({ table, place, id }) => {
    if (place === 'list') return { table, href: LISTS[table] ?? '/dane/settings' };
    const folder = place === 'event' ? 'events' : isUai(id) ? 'schools' : 'people';
    return { table, name: names.get(id) ?? id, href: `/dane/${folder}/${encodeURIComponent(id)}` };
  });
}

/** The mentions as the query of the page that follows an erasure. It names records, never the erased person. */
export function mentionsQuery(left: readonly Mention[]): URLSearchParams {
  return new URLSearchParams(
    left.slice(0, MOST_IN_ADDRESS).map(({ table, place, id }) => ['left', [table, place, id].join('~')]),
  );
}

/** The mentions in such a query. Anything else is left out. */
function mentionsIn(values: readonly string[]): readonly Mention[] {
  return values.slice(0, MOST_IN_ADDRESS).flatMap((value) => {
    const [named, where, id = ''] = value.split('~');
    const table = MENTION_TABLES.find((one) => one === named);
    const place = MENTION_PLACES.find((one) => one === where);
    return table && place ? [{ table, place, id }] : [];
  });
}

/** The note after an erasure: the texts that still contain the person's name. */
export async function renderLeftNote(request: PageRequest) {
  const mentions = await readLeftMentions(request, mentionsIn(request.c.req.queries('left') ?? []));
  if (mentions.length === 0) return null;
  return (
    <div class="notice">
      <p>{request.t.dane.people.erase.left.after(mentions.length)}</p>
      <MentionList mentions={mentions} />
    </div>
  );
}

/** The texts of others that an erasure leaves, each with its page. */
export function MentionList({ mentions }: { mentions: readonly LeftMention[] }) {
  const t = usePageContext().t.dane.people.erase.left;
  return (
    <ul>
      {mentions.map(({ table, name, href }) => (
        <li>
          <a href={href}>{[t.tables[table], name].filter(Boolean).join(t.colon)}</a>
        </li>
      ))}
    </ul>
  );
}
