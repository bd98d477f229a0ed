import type { ProcedureSheet } from '../../../../domain/engagement/procedure-sheet.ts';

/** A procedure sheet as a link; `kilobytes` is absent for an address elsewhere. */
export interface ProcedureView {
  readonly href: string;
  readonly kilobytes?: number;
}

export function procedureView({ id, content }: ProcedureSheet): ProcedureView {
  if (content.kind === 'link') return { href: content.url };
  return { href: `/procedure-sheets/${id}`, kilobytes: Math.max(1, Math.round(content.sizeBytes / 1024)) };
}
