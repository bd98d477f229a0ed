interface Page {
  /** The address of the list. */
  readonly url: string;
  readonly limit: number;
  readonly offset: number;
  /** The number of entries on the page, which may be less than the client asked for. */
  readonly shown: number;
  readonly total: number;
  readonly since?: string | undefined;
}

/** The `Link` header of a page (RFC 8288): `first` and `last` always, `next` and `prev` where there are such
 *  pages. */
export function pageLinks({ url, limit, offset, shown, total, since }: Page): string {
  const to = (at: number, rel: string) => {
    const query = new URLSearchParams({ limit: `${limit}`, offset: `${at}`, ...(since && { since }) });
    return `<${url}?${query}>; rel="${rel}"`;
  };
  const last = Math.max(0, Math.floor((total - 1) / limit) * limit);
  return [
    to(0, 'first'),
    to(last, 'last'),
    ...(offset + shown < total && shown > 0 ? [to(offset + shown, 'next')] : []),
    ...(offset > 0 ? [to(Math.max(0, offset - limit), 'prev')] : []),
  ].join(', ');
}
