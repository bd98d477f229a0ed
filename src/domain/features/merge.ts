// The lists in `src/features/all` are modules with one export a feature. These functions make one object of them.

/** The type with the members of every type of a union. */
export type Joined<Union> = [Union] extends [never]
  ? object
  : (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
    ? All
    : never;

/** The part with this name, of each of them that has it. */
export type PartsOf<All, Name extends string> = {
  readonly [F in keyof All as Name extends keyof All[F] ? F : never]: All[F][Name & keyof All[F]];
};

type Objects = Readonly<Record<string, object>>;

/** One object with the members of all. */
export function joined<All extends Objects>(all: All): Joined<All[keyof All]> {
  return Object.assign({}, ...Object.values(all));
}

/** The part with this name, of each of them that has it. */
export function partsOf<All extends Objects, Name extends string>(all: All, name: Name): PartsOf<All, Name> {
  const parts = Object.entries<Partial<Record<string, unknown>>>({ ...all }).map(
    ([key, one]) => [key, one[name]] as const,
  );
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined)) as PartsOf<All, Name>;
}

/** What each of these functions makes of the same argument, in one object. */
export function madeOf<Argument, Makers extends Readonly<Record<string, (argument: Argument) => object>>>(
  makers: Makers,
  argument: Argument,
): Joined<ReturnType<Makers[keyof Makers]>> {
  return Object.assign({}, ...Object.values(makers).map((make) => make(argument)));
}
