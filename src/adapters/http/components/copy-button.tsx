import { usePageContext } from '../layout/page-context.ts';

/** Copies the text of a field where scripts run. Without scripts there is no button, and the field can be
 *  selected. `asHtml` names a field of HTML: programs then paste it with its look, or paste the plain text of
 *  `field`. */
export function CopyButton({
  field,
  label,
  words,
  asHtml,
}: {
  field: string;
  label?: string;
  /** The button's words, where it copies more than a text. */
  words?: string;
  asHtml?: string;
}) {
  const t = usePageContext().t.forms;
  return (
    <p class="actions">
      <button
        type="button"
        class="secondary"
        data-copy={field}
        data-copy-plain={asHtml}
        data-copied={t.copied}
        hidden
      >
        {words ?? t.copy}
        {label && <span class="visually-hidden"> {label}</span>}
      </button>
      <span role="status" data-copy-status={field} />
    </p>
  );
}
