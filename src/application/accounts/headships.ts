import type { AuditAction } from '../../domain/audit/actions.ts';
import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Person, School } from '../../domain/records.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import { requireSchoolOpen } from '../engagements/open-school.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import type { Headship } from '../store/people-readers.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';
import type { SignedIn } from './sessions.ts';

/** A head of a school, and the source of that information. */
export interface KnownHead {
  readonly uai: Uai;
  readonly person: Person;
  readonly says: 'dane' | 'declaration';
}

/** A declaration that the DANE must check, with the other heads of the school. */
export interface DoubtedDeclaration {
  readonly establishment: School;
  readonly person: Person;
  readonly declaredAt: Instant;
  readonly others: readonly KnownHead[];
}

/** The most declarations shown at once. */
const MOST = 100;

/** All heads of these schools. A head named by the DANE's data comes once, even if they declared it too. */
const readHeads =
  ({ store }: Ports) =>
  async (uais: readonly Uai[]): Promise<readonly KnownHead[]> => {
    const headships = await store.readHeadships(uais);
    const people = await store.readPeople([...new Set(headships.map(({ personId }) => personId))]);
    return headships.flatMap(({ uai, personId, says }, index) => {
      const person = people.find(({ id }) => id === personId);
      const first = headships.findIndex((one) => one.uai === uai && one.personId === personId);
      return person && first === index ? [{ uai, person, says }] : [];
    });
  };

/** Declares that the agent heads a school, unless they have declared it already. The ministry's federation must
 *  have named the school for them (docs/rules.md, Heads of schools). Throws `not-allowed` for any other school, `unknown-establishment` for
 *  a school that is not in the register, `establishment-closed`. */
const declareHeadship =
  ({ store, clock }: Ports) =>
  ({ actor, mayHead }: Pick<SignedIn, 'actor' | 'mayHead'>, uai: Uai): Promise<void> =>
    retryOnConflict(async () => {
      if (!mayHead.includes(uai)) throw new DomainError('not-allowed');
      const { personId } = actor;
      const at = clock.now();
      const openPrecondition = await requireSchoolOpen(store, { uai, until: undefined });
      if (await readDeclaration(store, { personId, uai })) return;
      await store.commit([
        ...openPrecondition,
        { kind: 'headship-declared', personId, uai, at },
        audited('headship-declared', { personId, uai, by: personId, at }),
      ]);
    });

interface HeadshipCommand {
  readonly personId: PersonId;
  readonly uai: Uai;
  readonly by: PersonId;
}

/** Withdraws a declaration: one's own or, for the DANE, another person's. Throws `settled-meanwhile` where there
 *  is none. Headships in the DANE's data cannot be withdrawn here. */
const withdrawHeadship =
  ({ store, clock }: Ports) =>
  (command: HeadshipCommand): Promise<void> =>
    retryOnConflict(async () => {
      const { personId, uai } = command;
      if (!(await readDeclaration(store, command))) throw new DomainError('settled-meanwhile');
      await store.commit([
        { kind: 'headship-withdrawn', personId, uai },
        audited('headship-withdrawn', { ...command, at: clock.now() }),
      ]);
    });

/** Accepts a declaration for the DANE. It is then no longer listed for checking. Throws
 *  `settled-meanwhile` where none waits for it. */
const checkHeadship =
  ({ store, clock }: Ports) =>
  (command: HeadshipCommand): Promise<void> =>
    retryOnConflict(async () => {
      const { personId, uai } = command;
      const declared = await readDeclaration(store, command);
      if (!declared || declared.isChecked) throw new DomainError('settled-meanwhile');
      const at = clock.now();
      await store.commit([
        { kind: 'headship-checked', personId, uai, at },
        audited('headship-checked', { ...command, at }),
      ]);
    });

/** Declarations that the DANE has not checked yet, at schools that also have another head; the oldest
 *  first. */
const readDoubtedDeclarations = (ports: Ports) => async (): Promise<readonly DoubtedDeclaration[]> => {
  const { store } = ports;
  const doubted = await store.readDoubtedHeadships(MOST);
  const uais = [...new Set(doubted.map(({ uai }) => uai))];
  const [heads, schools] = await Promise.all([readHeads(ports)(uais), store.readSchoolsByUai(uais)]);
  return doubted.flatMap(({ uai, personId, declaredAt }) => {
    const establishment = schools.find((one) => one.uai === uai);
    const here = heads.filter((one) => one.uai === uai);
    const person = here.find((one) => one.person.id === personId)?.person;
    const others = here.filter((one) => one.person.id !== personId);
    return establishment && person ? [{ establishment, person, declaredAt, others }] : [];
  });
};

async function readDeclaration(
  store: Store,
  { personId, uai }: Pick<HeadshipCommand, 'personId' | 'uai'>,
): Promise<Headship | undefined> {
  const headships = await store.readHeadships([uai]);
  return headships.find((one) => one.personId === personId && one.says === 'declaration');
}

function audited(
  action: AuditAction,
  { personId, uai, by, at }: HeadshipCommand & { readonly at: Instant },
): Change {
  return audit(action, { at, actor: by, subject: personId, details: { uai } });
}

export const headshipServices = useCases({
  readHeads,
  declareHeadship,
  withdrawHeadship,
  checkHeadship,
  readDoubtedDeclarations,
});
