// The record, its use cases, its store and its migration in a new feature.

export const featureFile = ({ name, one, many, single, Many, One, table, plural }) => `
import type { PersonId } from '../../domain/ids.ts';
import type { Slice } from '../../domain/tables/keyset-page.ts';
import type { RowOf } from '../../domain/tables/row-types.ts';
import { OWN } from '../../domain/tables/treatments.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import { declare } from '../../domain/features/declaration.ts';

/** The most characters of a description. */
export const ${table.toUpperCase()}_LENGTH = 200;

/** One of the ${plural} of a school, about a person. */
export interface ${One} {
  readonly id: string;
  readonly personId: PersonId;
  readonly uai: Uai;
  readonly description: string;
  /** The first day. */
  readonly since: LocalDate;
}

/** Changes to ${plural}. */
export type ${One}Change =
  /** The whole commit is refused if the id is taken. */
  | { readonly kind: '${one}-added'; readonly ${single}: ${One} }
  /** The whole commit is refused unless the record is as it was read. */
  | { readonly kind: '${one}-removed'; readonly asRead: ${One} };

/** Reads ${plural}. */
export interface ${One}Reader {
  read${One}(id: string): Promise<${One} | undefined>;
  /** Those of a school, the newest first, at most 200. */
  read${Many}At(uai: Uai): Promise<readonly ${One}[]>;
  /** Those of all schools after one of them, the newest first. */
  read${Many}(slice: Slice<string>): Promise<readonly ${One}[]>;
}

/** The rows of its tables, exactly as the migrations make them. */
export interface ${Many}Tables {
  ${table}: RowOf<${One}>;
}

/** What the other layers read of this feature. */
export const feature = declare<${Many}Tables, ${One}Change, ${One}Reader>()({
  group: 'schools',
  history: ['${one}-added', '${one}-removed'],
  menu: {
    school: { ${many}: { under: 'means', after: 'means', path: '/${name}' } },
    dane: { ${many}: { under: 'schools', after: 'meetings', path: '/dane/${name}' } },
  },
  people: {
    ${table}: {
      ...OWN,
      merge: 'moves',
      register: 'nothing',
      school: 'kept',
      ends: { with: 'facts', dated: { day: 'since' } },
    },
  },
});
`;

export const actionsFile = ({ one, single, One, label }) => `
import { keyOfForm } from '../../application/idempotency-key.ts';
import { requireMember } from '../../application/school/reviews.ts';
import type { Ports } from '../../application/service-ports.ts';
import { retryOnConflict, useCases } from '../../application/use-cases.ts';
import { audit } from '../../domain/audit/entry.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Uai } from '../../domain/uai.ts';
import type { ${One} } from './feature.ts';

interface Add${One} {
  readonly ${single}: Omit<${One}, 'id'>;
  /** The token of the form: sent several times, it adds one record. */
  readonly once?: string | undefined;
  readonly by: PersonId;
}

interface Remove${One} {
  readonly uai: Uai;
  readonly id: string;
  readonly by: PersonId;
}

/** Adds one ${label} about a person. Throws \`unknown-person\` if the person has no engagement at the school. */
const add${One} =
  ({ store, clock, ids }: Ports) =>
  ({ ${single}: stated, once, by }: Add${One}): Promise<void> =>
    retryOnConflict(async () => {
      const { uai, personId } = stated;
      await requireMember(store, uai, personId);
      const id = (await keyOfForm({ by, once, said: [JSON.stringify(stated)] })) ?? ids.uuid();
      if (await store.read${One}(id)) return;
      const details = { uai, record: id };
      await store.commit([
        { kind: '${one}-added', ${single}: { ...stated, id } },
        audit('${one}-added', { at: clock.now(), actor: by, subject: personId, details }),
      ]);
    });

/** Removes one ${label} of the school. Throws \`settled-meanwhile\` if the school has none with this id. */
const remove${One} =
  ({ store, clock }: Ports) =>
  ({ uai, id, by }: Remove${One}): Promise<void> =>
    retryOnConflict(async () => {
      const asRead = await store.read${One}(id);
      if (asRead?.uai !== uai) throw new DomainError('settled-meanwhile');
      const details = { uai, record: id };
      await store.commit([
        { kind: '${one}-removed', asRead },
        audit('${one}-removed', { at: clock.now(), actor: by, subject: asRead.personId, details }),
      ]);
    });

export const ${single}Services = useCases({ add${One}, remove${One} });
`;

export const storeFile = ({ one, single, Many, One, table }) => `
import { newKey, type Writers, withPrecondition } from '../../adapters/storage/commit/change-writer.ts';
import { precondition, rowAsRead } from '../../adapters/storage/commit/precondition.ts';
import type { Database } from '../../adapters/storage/mapping/database.ts';
import { recordTable } from '../../adapters/storage/mapping/record-table.ts';
import type { ${One}, ${One}Change, ${One}Reader } from './feature.ts';

/** The most records of one school that its page shows. */
const MOST_SHOWN = 200;

const table = recordTable<${One}>()('${table}', ['id'], {
  columns: ['id', 'personId', 'uai', 'description', 'since'],
});

export function make${One}Reader({ db }: Database): ${One}Reader {
  const newest = () => table.select(db).orderBy('since', 'desc').orderBy('id', 'desc');
  return {
    read${One}: (id) => table.find(db, { id }),
    read${Many}At: (uai) => table.all(newest().where('uai', '=', uai).limit(MOST_SHOWN)),
    read${Many}: async ({ after, limit }) => {
      const last = after === undefined ? undefined : await table.find(db, { id: after });
      if (!last) return table.all(newest().limit(limit));
      const next = newest().where(({ eb, refTuple, tuple }) =>
        eb(refTuple('since', 'id'), '<', tuple(last.since, last.id)),
      );
      return table.all(next.limit(limit));
    },
  };
}

export const ${single}Writers = {
  '${one}-added': newKey(({ db }, { ${single} }) => [table.insert(db, ${single})]),
  // Without the precondition, removing nothing would still write a line of the audit.
  '${one}-removed': withPrecondition(['choice-as-read'], (database, { asRead }) => [
    precondition(database, 'choice-as-read', rowAsRead('${table}', table.toRow(asRead))),
    table.remove(database.db, asRead),
  ]),
} satisfies Writers<${One}Change>;
`;

export const migrationFile = ({
  table,
  plural,
}) => `-- ${plural[0].toUpperCase()}${plural.slice(1)} of schools, each about a person.
CREATE TABLE ${table} (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  uai TEXT NOT NULL REFERENCES establishment (uai),
  description TEXT NOT NULL,
  since TEXT NOT NULL
);

CREATE INDEX ${table}_by_person ON ${table} (person_id);
CREATE INDEX ${table}_by_establishment ON ${table} (uai, since, id);
CREATE INDEX ${table}_by_day ON ${table} (since, id);
`;
