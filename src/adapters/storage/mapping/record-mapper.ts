import { COLUMN_NAMES } from '../../../domain/tables/column-names.ts';
import type { Kind, Names } from '../../../domain/tables/row-types.ts';
import { makeListReader } from './columns.ts';

type Plain = Readonly<Record<string, unknown>>;

/** A property with its column, or a property that is a record of its own, with the columns of that one. */
export type Field = Column | { readonly property: string; readonly members: readonly Column[] };

interface Column {
  readonly property: string;
  readonly name: string;
  readonly kind: Kind;
  /** Reads a list of which very many rows hold one of few values. */
  readonly readList?: ((json: string) => unknown) | undefined;
  readonly members?: undefined;
}

/** The properties of a record in order, and those of each kind by their paths. */
export interface Listed {
  readonly columns: readonly string[];
  readonly json?: readonly string[];
  /** Those of the JSON properties that hold one of few lists in very many rows. */
  readonly shared?: readonly string[];
  readonly flags?: readonly string[];
  readonly marks?: readonly string[];
}

export function listFields(table: string, { columns, json, shared, flags, marks }: Listed): readonly Field[] {
  const names = (COLUMN_NAMES as Readonly<Record<string, Names>>)[table] ?? {};
  const kindOf = (path: string): Kind => {
    if (json?.includes(path)) return 'json';
    if (flags?.includes(path)) return 'flag';
    return marks?.includes(path) ? 'mark' : 'plain';
  };
  return columns.map((property): Field => {
    const name = names[property] ?? inSnakeCase(property);
    if (typeof name === 'string') {
      const readList = shared?.includes(property) ? makeListReader() : undefined;
      return { property, name, kind: kindOf(property), readList };
    }
    const members = Object.entries(name).map(([member, column]) => ({
      property: member,
      name: column,
      kind: kindOf(`${property}.${member}`),
    }));
    return { property, members };
  });
}

function inSnakeCase(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function columnsOf(fields: readonly Field[]): readonly Column[] {
  return fields.flatMap((field) => field.members ?? [field]);
}

export function keyFields(fields: readonly Field[], key: readonly string[]): readonly Field[] {
  return fields.flatMap((field): readonly Field[] => {
    const { property, members } = field;
    if (members === undefined) return key.includes(property) ? [field] : [];
    const ofKey = members.filter((member) => key.includes(`${property}.${member.property}`));
    return ofKey.length > 0 ? [{ property, members: ofKey }] : [];
  });
}

/** Makes rows of records. The row begins as a copy of an empty one, which is twice as fast as adding one column
 *  after the other; building it from entries would be five times slower. */
export function makeToRow(fields: readonly Field[]): (record: object) => Record<string, unknown> {
  const empty = Object.fromEntries(columnsOf(fields).map(({ name }) => [name, null]));
  return (record) => {
    const row: Record<string, unknown> = { ...empty };
    for (const field of fields) {
      const value = (record as Plain)[field.property];
      if (field.members === undefined) row[field.name] = toColumn(field.kind, value);
      else if (value !== undefined) {
        for (const { property, name, kind } of field.members) {
          row[name] = toColumn(kind, (value as Plain)[property]);
        }
      }
    }
    return row;
  };
}

function toColumn(kind: Kind, value: unknown): unknown {
  if (kind === 'mark') return value === true ? 1 : 0;
  if (value === undefined) return null;
  if (kind === 'json') return JSON.stringify(value);
  return kind === 'flag' ? Number(value) : value;
}

/** The record of a row. A NULL column has no key. A record inside the record is there where its first column is
 *  not NULL. */
export function fromRow(fields: readonly Field[], row: object): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.members === undefined) {
      const value = fromColumn(field, (row as Plain)[field.name]);
      if (value !== undefined) record[field.property] = value;
    } else {
      const [first] = field.members;
      const isThere = first !== undefined && ((row as Plain)[first.name] ?? null) !== null;
      if (isThere) record[field.property] = fromRow(field.members, row);
    }
  }
  return record;
}

function fromColumn({ kind, readList = JSON.parse }: Column, value: unknown): unknown {
  if (value === null) return undefined;
  switch (kind) {
    case 'plain':
      return value;
    case 'json':
      return readList(value as string);
    case 'flag':
      return value === 1;
    case 'mark':
      return value === 1 ? true : undefined;
  }
}
