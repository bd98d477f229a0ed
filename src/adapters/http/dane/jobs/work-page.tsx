import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

/** `/dane/jobs`: the work that the reader began. It shows the same line as every other page. */
export function WorkPage() {
  const frame = useFrame();
  const { work } = frame.t.dane.jobs;
  const lines = frame.account?.work ?? [];
  return (
    <DaneLayout section="home" title={work.title}>
      {lines.length === 0 && <p class="notice">{work.none}</p>}
      <p>
        <a href="/dane">{work.back}</a>
      </p>
    </DaneLayout>
  );
}
