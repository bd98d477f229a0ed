import type { PageFrame } from './page-frame.ts';

/** Copies the text of a field, where scripts run; without them it is not there, and the field can be selected. */
export function CopyButton({ frame, field, label }: { frame: PageFrame; field: string; label?: string }) {
  const t = frame.t.forms;
  return (
    <p class="actions">
      <button type="button" class="secondary" data-copy={field} data-copied={t.copied} hidden>
        {t.copy}
        {label && <span class="visually-hidden"> {label}</span>}
      </button>
      <span role="status" data-copy-status={field} />
    </p>
  );
}
