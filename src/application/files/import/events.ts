import { EVENT_KINDS, type Event } from '../../../domain/records.ts';
import { eventTable } from '../export/tables/facts.ts';
import {
  type Cells,
  makeColumnTerms,
  readHours,
  readItems,
  readListedTerm,
  readPeriod,
  readShort,
  readText,
  readUai,
} from './cells.ts';
import { defineKind } from './file-kind.ts';
import { decideSave, endError, withStoredCells } from './line-outcome.ts';
import { readKnownUais, UNKNOWN_SCHOOL } from './references.ts';

const KINDS = makeColumnTerms(EVENT_KINDS.map((kind) => [kind, kind] as const));

/** `evenements.csv`. Any tag is accepted, as written. */
export const events = defineKind<Event>({
  name: 'events',
  table: eventTable,
  required: ['code', 'nature', 'intitule', 'debut'],
  lists: ['etiquettes'],
  dates: ['debut', 'fin'],
  parse: parseEvent,
  prepare: async ({ reader, columns }, values) => {
    const [stored, uais] = await Promise.all([
      reader.readEvents(values.map(({ code }) => code)),
      readKnownUais(
        reader,
        values.flatMap(({ uai }) => uai ?? []),
      ),
    ]);
    const byCode = new Map(stored.map((event) => [event.code, event]));
    const toStated = (value: Event) =>
      withStoredCells(value, { stored: byCode.get(value.code), columns, table: eventTable });
    return {
      refuse: (value) => {
        if (value.uai && !uais.has(value.uai)) return UNKNOWN_SCHOOL;
        const { startsOn: from, endsOn: to } = toStated(value);
        return endError({ from, ...(to && { to }) });
      },
      keyOf: ({ code }) => code,
      decide: (value) =>
        decideSave({
          stored: byCode.get(value.code),
          said: toStated(value),
          toChange: (event) => ({ kind: 'event-saved', event }),
          table: eventTable,
        }),
    };
  },
});

function parseEvent(cells: Cells): Event {
  const kind = readListedTerm(cells, 'nature', KINDS);
  const { from, to } = readPeriod(cells);
  return {
    code: readShort(cells, 'code'),
    kind,
    title: readShort(cells, 'intitule'),
    startsOn: from,
    ...(to && { endsOn: to }),
    ...(readText(cells, 'heures') && { hours: readHours(cells, 'heures') }),
    tags: readItems(cells, 'etiquettes'),
    ...(readText(cells, 'uai') && { uai: readUai(cells, 'uai') }),
  };
}
