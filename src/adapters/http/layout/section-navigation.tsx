export interface NavigationEntry {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

/** The navigation of a space, in the header: at most five entries. */
export interface SpaceNavigation {
  readonly label: string;
  readonly entries: readonly NavigationEntry[];
}

/** The pages of a space under its entries: each page has its address, and belongs to one entry. */
export interface SpacePages<Entry extends string, Page extends string> {
  readonly entries: Readonly<Record<Entry, readonly Page[]>>;
  readonly hrefOf: (page: Page) => string;
  readonly labels: {
    readonly navigation: string;
    readonly entries: Readonly<Record<Entry, string>>;
    readonly pages: Readonly<Record<Page, string>>;
  };
}

/** The navigation of a space as seen from one page: its entries, each leading to its first page, and the
 *  pages under the current entry, where there are several. */
export function navigationFrom<Entry extends string, Page extends string>(
  { entries, hrefOf, labels }: SpacePages<Entry, Page>,
  page: Page,
): { readonly navigation: SpaceNavigation; readonly below: SpaceNavigation | undefined } {
  const all = Object.entries(entries) as [Entry, readonly [Page, ...Page[]]][];
  const current = all.find(([, pages]) => pages.includes(page));
  const links = all.map(([entry, pages]) => ({
    label: labels.entries[entry],
    href: hrefOf(pages[0]),
    current: entry === current?.[0],
  }));
  const below = current?.[1].map((one) => ({
    label: labels.pages[one],
    href: hrefOf(one),
    current: one === page,
  }));
  return {
    navigation: { label: labels.navigation, entries: links },
    below:
      current && below && below.length > 1
        ? { label: labels.entries[current[0]], entries: below }
        : undefined,
  };
}

/** Stands under the title: the other pages of the same entry. */
export function PagesBelow({ below }: { below: SpaceNavigation | undefined }) {
  if (!below) return null;
  return (
    <nav class="sections" aria-label={below.label}>
      {below.entries.map(({ label, href, current }) => (
        <a href={href} aria-current={current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
