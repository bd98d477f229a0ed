import { useFrame } from './use-frame.ts';

/** Copies the text of a field, where scripts run; without them it is not there, and the field can be selected. */
export function CopyButton({
  field,
  label,
  words,
}: {
  field: string;
  label?: string;
  /** What it copies, where it is more than a text. */
  words?: string;
}) {
  const t = useFrame().t.forms;
  return (
    <p class="actions">
      <button type="button" class="secondary" data-copy={field} data-copied={t.copied} hidden>
        {words ?? t.copy}
        {label && <span class="visually-hidden"> {label}</span>}
      </button>
      <span role="status" data-copy-status={field} />
    </p>
  );
}
