import { type Amendment, amended } from '../../domain/criteria/badge-change.ts';
import { inLanguage } from '../../domain/engagement/mission.ts';
import { parsePersonId } from '../../domain/ids.ts';
import { fullName } from '../../domain/person/name.ts';
import { localDateInParis } from '../../domain/time/calendar.ts';
import { parseUai } from '../../domain/uai.ts';
import type { Table, TableCell } from '../files/export/table.ts';
import { walkRecipients } from '../jobs/walk-recipients.ts';
import type { Ports } from '../service-ports.ts';
import { useCases } from '../use-cases.ts';
import { type JudgedSlice, judgeSlice } from './trial.ts';

const COLUMNS = ['badge', 'recipient', 'uai', 'move'] as const;
const MOVES = ['gain', 'lose', 'near', 'nothing'] as const;

interface BadgeMovesQuery {
  readonly amendment: Amendment;
  readonly words: {
    readonly file: string;
    readonly columns: Readonly<Record<(typeof COLUMNS)[number], string>>;
    readonly moves: Readonly<Record<(typeof MOVES)[number], string>>;
  };
  readonly locale: 'fr' | 'en';
}

/** Everybody who would gain or lose a badge by an amendment of the newest criteria, judged today, and who lacks
 *  one condition of a badge that it puts: a table for each part of the recipients. */
const moversOf = ({ store, clock, catalogue }: Ports) =>
  async function* ({ amendment, words, locale }: BadgeMovesQuery): AsyncGenerator<Table> {
    const on = localDateInParis(clock.now());
    const today = catalogue.criteriaInForce(on);
    const trial = amended(catalogue.versions().at(-1) ?? today, amendment);
    const tried = (amendment.badges ?? []).flatMap((one) => (one.kind === 'put' ? [one.badge.code] : []));
    const columns = COLUMNS.map((key) => ({ key, title: words.columns[key], kind: 'text' as const }));
    const names = new Map([...today.achievements, ...trial.achievements].map((one) => [one.code, one]));
    let place: Parameters<typeof walkRecipients>[1] | undefined = { phase: 0 };
    while (place) {
      const slice: Awaited<ReturnType<typeof walkRecipients>> = await walkRecipients(store, place, on);
      const found = movesIn(judgeSlice(slice, { today, trial, tried, on, framework: catalogue.framework }));
      const isSchools = ({ code }: Moved) => names.get(code)?.recipient === 'establishment';
      const nameOf = await readNamesOf(store, found, isSchools);
      const rows = found.map((moved): readonly TableCell[] => {
        const { code, id, move } = moved;
        const uai = isSchools(moved) ? id : undefined;
        return [inLanguage(names.get(code)?.name, locale) ?? code, nameOf(id), uai, words.moves[move]];
      });
      yield { name: words.file, columns, rows };
      place = slice.next;
    }
  };

interface Moved {
  readonly code: string;
  /** A person's id, or a school's UAI. */
  readonly id: string;
  readonly move: (typeof MOVES)[number];
}

function movesIn({ before, after, near, nothing }: JudgedSlice): readonly Moved[] {
  const none: ReadonlySet<string> = new Set();
  return [...new Set([before, after, near, nothing].flatMap((each) => [...each.keys()]))].flatMap((code) => {
    const [had, has] = [before.get(code) ?? none, after.get(code) ?? none];
    const all: readonly (readonly [Moved['move'], Iterable<string>])[] = [
      ['gain', [...has].filter((id) => !had.has(id))],
      ['lose', [...had].filter((id) => !has.has(id))],
      ['near', near.get(code) ?? none],
      ['nothing', nothing.get(code) ?? none],
    ];
    return all.flatMap(([move, ids]) => [...ids].map((id) => ({ code, id, move })));
  });
}

async function readNamesOf(
  store: Ports['store'],
  found: readonly Moved[],
  isSchools: (moved: Moved) => boolean,
): Promise<(id: string) => string> {
  const idsOf = (all: readonly Moved[]) => [...new Set(all.map(({ id }) => id))];
  const people = await store.readPeople(idsOf(found.filter((one) => !isSchools(one))).map(parsePersonId));
  const uais = idsOf(found.filter(isSchools)).map(parseUai);
  const schools = uais.length > 0 ? await store.readSchoolsByUai(uais) : [];
  const names = new Map<string, string>([
    ...people.map((one) => [one.id, fullName(one)] as const),
    ...schools.map(({ uai, name }) => [uai, name] as const),
  ]);
  return (id) => names.get(id) ?? '';
}

export const badgeMoveServices = useCases({ moversOf });
