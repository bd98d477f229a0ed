import type { Contribution } from './records.ts';

/** The content of a contribution as one text, which a form carries. Comparing it with what is recorded when the
 *  form is sent shows whether the contribution was changed or judged since it was shown. */
export function seenContribution(contribution: Contribution): string {
  const { reference, kind, on, title = '', description = '', url = '', validated } = contribution;
  return JSON.stringify([reference, kind, on, title, description, url, validated]);
}
