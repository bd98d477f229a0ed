import type { Caution } from '../../../../domain/award/caution.ts';
import { useFrame } from '../../shell/use-frame.ts';

/** The reasons why a person should look at a proposal before it is decided; nothing where there is none. */
export function Cautions({ cautions }: { cautions: readonly Caution[] }) {
  const t = useFrame().t.dane.decisions.cautions;
  if (cautions.length === 0) return null;
  return (
    <div class="caution">
      <strong>{t.mark}</strong>
      {cautions.map((caution) => (
        <span class="block">{t.sentence(caution)}</span>
      ))}
    </div>
  );
}
