import { personIdsAmong } from '../../../domain/ids.ts';
import { usePageContext } from '../layout/page-context.ts';
import type { PageRequest } from '../routing/page-request.ts';

/** The most rows of a list on one page. */
export const PAGE_SIZE = 50;

/** Asks for the rows of a page, and for one more, which tells whether another page follows. */
export function sliceOf({ query }: Pick<PageRequest, 'query'>) {
  const after = query('after');
  return { limit: PAGE_SIZE + 1, ...(after !== undefined && { after }) };
}

/** The same for a list of people, of which a page begins after a person. */
export function peopleSliceOf({ query }: Pick<PageRequest, 'query'>) {
  const [after] = personIdsAmong([query('after') ?? '']);
  return { limit: PAGE_SIZE + 1, ...(after && { after }) };
}

/** The rows of a page, and the last of them where another page follows. */
export function pageOf<Row>(found: readonly Row[], size: number = PAGE_SIZE) {
  const rows = found.slice(0, size);
  return { rows, last: found.length > size ? rows.at(-1) : undefined };
}

/** The link to the next page of a list, where there is one. */
export function Paging({ next }: { next: string | undefined }) {
  const { forms } = usePageContext().t;
  if (next === undefined) return null;
  return (
    <p>
      <a href={next}>{forms.next}</a>
    </p>
  );
}
