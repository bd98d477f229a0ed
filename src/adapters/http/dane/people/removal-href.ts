/** The key of a record that may be removed, in the address of the page. */
export type RemovalKey =
  | { readonly kind: 'engagement' | 'contribution'; readonly reference: string }
  | { readonly kind: 'attendance'; readonly event: string }
  | { readonly kind: 'review' | 'self-report'; readonly uai: string; readonly on: string };

/** Address of the page that asks once more before a record is removed. `href` is the person's page. */
export function removalHref(href: string, key: RemovalKey): string {
  return `${href}/removal?${new URLSearchParams({ ...key })}`;
}
