import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

/** `/dane/imports/guides/grist`: the DANE's files in a shared spreadsheet, step by step. */
export function GristPage() {
  const { grist: t } = useFrame().t.dane.data.sheets;
  return (
    <DaneLayout section="imports" title={t.title}>
      <p class="lede">{t.lede}</p>
      <ol>
        {t.steps.map(({ title, text }) => (
          <li>
            <p>
              <strong>{title}.</strong> {text}
            </p>
          </li>
        ))}
      </ol>
      <p class="notice">{t.decisions}</p>
      <div class="actions">
        <a class="button-secondary" href="/dane/imports">
          {t.back}
        </a>
        <a class="button-secondary" href="/dane/exports">
          {t.exports}
        </a>
      </div>
    </DaneLayout>
  );
}
