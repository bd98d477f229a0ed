import type { Declaration, MenuPlace, MenuSpace } from '../../../domain/features/declaration.ts';
import * as FEATURES from '../../../features/all/declarations.ts';

type Features = (typeof FEATURES)[keyof typeof FEATURES];

/** The pages of features in the navigation of a space. */
export type FeaturePage<Space extends MenuSpace> = Features extends infer One
  ? One extends { readonly menu: { readonly [S in Space]: infer Pages } }
    ? keyof Pages & string
    : never
  : never;

const DECLARED: readonly Declaration[] = Object.values(FEATURES);

/** The pages that features declare for a space. */
const placesIn = (space: MenuSpace): readonly [page: string, place: MenuPlace][] =>
  DECLARED.flatMap(({ menu }) => Object.entries(menu?.[space] ?? {}));

/** The addresses of the pages of a space, with those of features. */
export function withFeaturePaths<Space extends MenuSpace, Page extends string>(
  space: Space,
  paths: Readonly<Record<Page, string>>,
): Readonly<Record<Page | FeaturePage<Space>, string>> {
  const declared = placesIn(space).map(([page, { path }]) => [page, path]);
  return { ...paths, ...Object.fromEntries(declared) };
}

/** The entries of a navigation with the pages of features, each after the page that it names. Throws if that
 *  page is not under the same entry. */
export function withFeaturePages<Space extends MenuSpace, Entry extends string, Page extends string>(
  space: Space,
  entries: Readonly<Record<Entry, readonly Page[]>>,
): Readonly<Record<Entry, readonly (Page | FeaturePage<Space>)[]>> {
  const places = placesIn(space);
  const all = Object.entries<readonly string[]>(entries).map(([entry, pages]) => {
    const own = places.filter(([, { under }]) => under === entry);
    return [entry, pages.flatMap((page) => [page, ...following(page, own)])] as const;
  });
  const lost = places.find(([page]) => !all.some(([, pages]) => pages.includes(page)));
  if (lost) throw new Error(`menu.${space}: ${lost[0]} stands after ${lost[1].after}, which is not there`);
  return Object.fromEntries<readonly string[]>(all) as Record<Entry, (Page | FeaturePage<Space>)[]>;
}

/** The pages that stand after one page, each followed by those after itself. */
function following(page: string, places: readonly [page: string, place: MenuPlace][]): readonly string[] {
  return places
    .filter(([, { after }]) => after === page)
    .flatMap(([next]) => [next, ...following(next, places)]);
}
