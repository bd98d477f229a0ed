import type { DaneWait } from './pending-tasks.ts';

/** The waiting tasks of the DANE, each with its number and its page. */
export function Waits({ waits }: { readonly waits: readonly DaneWait[] }) {
  return (
    <ul class="waiting">
      {waits.map(({ count, text, href }) => (
        <li>
          <a href={href}>
            <strong>{count}</strong> {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
