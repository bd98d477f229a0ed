import { departmentOf } from '../../../catalogue/departments.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Engagement, Person } from '../../../domain/records.ts';
import { intersect, toDaySpan } from '../../../domain/time/day-spans.ts';
import type { PersonName } from '../../store/file-readers.ts';
import { comparableText } from './cells.ts';
import type { Notice } from './entry.ts';

/** Remarks on lines that are good and may be mistakes all the same: the DANE looks at them. */

/** Namesakes that are remembered for each name. */
const MOST_OF_ONE_NAME = 4;

/** People of one name: those in the database, and those of earlier lines. */
export interface Namesakes {
  /** Remembers a person. The remark is that someone else has the name of one who is new. */
  readonly meet: (person: Person, isNew: boolean) => readonly Notice[];
}

export function makeNamesakes(known: readonly Person[]): Namesakes {
  const byName = new Map<string, Person[]>();
  const meet = (person: Person, isNew: boolean): readonly Notice[] => {
    const name = nameOf(person);
    const others = (byName.get(name) ?? []).filter(({ id }) => id !== person.id);
    byName.set(name, [...others, person].slice(-MOST_OF_ONE_NAME));
    if (!isNew) return [];
    const near = others.find(({ emails }) => areNear(emails[0], person.emails[0]));
    const [other = ''] = (near ?? others[0])?.emails ?? [];
    if (other === '') return [];
    return [{ code: 'probable-double', column: 'email', params: { other, near: near ? 1 : 0 } }];
  };
  for (const person of known) meet(person, false);
  return { meet };
}

function nameOf({ familyName, givenName }: PersonName): string {
  return `${comparableText(familyName)}\n${comparableText(givenName)}`;
}

/** Whether two addresses of one domain differ by an initial, a dot or a hyphen only: `t.gauthey@` and
 *  `theo.gauthey@`. */
export function areNear(one = '', other = ''): boolean {
  const [first, second] = [one, other].map((address) => {
    const [local = '', domain = ''] = address.split('@');
    const [name = '', ...rest] = local.replaceAll('-', '').replaceAll('_', '.').split('.');
    return { domain, name, rest: rest.join(''), whole: name + rest.join('') };
  });
  if (!first || !second || first.domain !== second.domain) return false;
  if (first.whole === second.whole) return true;
  const isInitial = first.name.length === 1 || second.name.length === 1;
  return isInitial && first.name[0] === second.name[0] && first.rest === second.rest;
}

/** The engagements that the lines of an import give to people whom it names in two départements. A line is compared
 *  with those far below it too. The lines above the first one of a second département are not among them: they are
 *  stored before that one is decided. */
export interface EngagementsApart {
  /** Lines must be given in ascending order. */
  readonly remember: (stated: Engagement) => void;
  readonly of: (personId: PersonId) => readonly Engagement[];
}

/** A remark names one engagement, so that a few of a person are enough, however many lines name them. */
const MOST_APART = 4;

export function makeEngagementsApart(): EngagementsApart {
  const firstOf = new Map<PersonId, ReturnType<typeof departmentOf>>();
  const apart = new Map<PersonId, Engagement[]>();
  return {
    remember(stated) {
      const { personId, uai } = stated;
      const theirs = apart.get(personId);
      if (theirs) {
        if (theirs.length < MOST_APART) theirs.push(stated);
      } else if (!firstOf.has(personId)) firstOf.set(personId, departmentOf(uai));
      else if (firstOf.get(personId) !== departmentOf(uai)) apart.set(personId, [stated]);
    },
    of: (personId) => apart.get(personId) ?? [],
  };
}

/** The remark on an engagement whose person is engaged on the same days at a school of another département. */
export function distantSchool(stated: Engagement, others: readonly Engagement[]): readonly Notice[] {
  const far = others.find(
    ({ reference, uai, period }) =>
      reference !== stated.reference &&
      departmentOf(uai) !== departmentOf(stated.uai) &&
      intersect(toDaySpan(period), toDaySpan(stated.period)) !== undefined,
  );
  if (!far) return [];
  return [{ code: 'distant-school', column: 'uai', params: { uai: far.uai, reference: far.reference } }];
}
