import type { Child } from 'hono/jsx';

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
