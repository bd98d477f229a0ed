import { useFrame } from '../../shell/use-frame.ts';
import type { ProcedureView } from './procedure-view.ts';

/** The link to a procedure sheet; `mission` names its action. */
export function ProcedureLink({ sheet, mission }: { sheet: ProcedureView; mission: string }) {
  const t = useFrame().t.school.procedures;
  const words = sheet.kilobytes === undefined ? t.link : t.file(String(sheet.kilobytes));
  return (
    <a href={sheet.href} aria-label={t.readOf(words, mission)}>
      {words}
    </a>
  );
}
