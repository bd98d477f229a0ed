import type { ColumnKind, TableCell, TableColumn } from './table.ts';

/** Separates several items in one cell. */
export const ITEM_SEPARATOR = '|';

/** One of the DANE's files (docs/files.md): its name, its columns, and how a record is written as
 *  lines. */
export interface FileTable<Item> {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly fields: Fields<Item>;
  toRows(item: Item): readonly (readonly TableCell[])[];
}

/** For each field of a record, the columns that contain it; empty if the files do not contain it. */
export type Fields<Item, Column extends string = string> = {
  readonly [Field in keyof Required<Item>]: readonly Column[];
};

/** A record about a person, with the address by which the files name them. */
export type Addressed<Item> = Item & { readonly email: string };

interface Definition<Item, Column extends string> {
  readonly name: string;
  readonly columns: Readonly<Record<Column, ColumnKind>>;
  readonly fields: Fields<Item, Column>;
  toRows(item: Item): readonly Readonly<Record<Column, TableCell>>[];
}

/** The tags as one cell. After a single tag that contains `,` or `;` a separator is written, because an
 *  import would otherwise split the tag. */
export function joinTags(tags: readonly string[]): string {
  const text = tags.join(ITEM_SEPARATOR);
  return tags.length === 1 && /[,;]/.test(text) ? `${text}${ITEM_SEPARATOR}` : text;
}

export function defineTable<Item, Column extends string>(
  definition: Definition<Item, Column>,
): FileTable<Item> {
  const { name, columns, fields, toRows } = definition;
  const keys = Object.keys(columns) as Column[];
  return {
    name,
    columns: keys.map((key) => ({ key, title: key, kind: columns[key] })),
    fields,
    toRows: (item) => toRows(item).map((row) => keys.map((key) => row[key])),
  };
}
