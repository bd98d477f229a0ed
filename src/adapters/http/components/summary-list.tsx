import type { Child } from 'hono/jsx';
import { usePageContext } from '../layout/page-context.ts';
import type { AboutTexts } from '../view-models/about-service.ts';

/** Explains the mission and the issuer to a stranger, once a page: the issuer of one badge, or of all. */
export function About({ badge }: { readonly badge?: AboutTexts }) {
  const { about } = usePageContext();
  return (
    <div class="about">
      <p>{badge ? `${badge.mission} ${badge.delivered}` : `${about.mission} ${about.office}`}</p>
    </div>
  );
}

/** Facts as a list of terms; a fact without a value has no line. */
export function FactsList({
  facts,
}: {
  facts: readonly (readonly [term: string, value: Child | undefined])[];
}) {
  return (
    <dl class="facts-list">
      {facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([term, value]) => (
          <>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </>
        ))}
    </dl>
  );
}
