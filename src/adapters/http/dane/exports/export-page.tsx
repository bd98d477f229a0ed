import { FILE_NAMES } from '../../../../application/files/export/export-records.ts';
import { REGISTER_FILES } from '../../../../application/store/file-readers.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

/** `/dane/exports`: the downloads. */
export function ExportsPage() {
  const frame = useFrame();
  const t = frame.t.dane.data.exports;
  return (
    <DaneLayout section="exports" title={t.title}>
      <p class="lede">{t.lede}</p>
      <p>
        <a class="button" href={`/dane/exports/jalon.xlsx?lang=${frame.locale}`} download>
          {t.all}
        </a>
      </p>
      <p class="note">{t.allText}</p>
      <section>
        <h2>{t.each}</h2>
        <ul class="links">
          {FILE_NAMES.map((name) => (
            <li>
              <a href={`/dane/exports/${name}.csv`} download>
                {t.files[name]}
              </a>{' '}
              <span class="note">{name}.csv</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t.awards}</h2>
        <p>{t.awardsText}</p>
        <ul class="links">
          <li>
            <a href="/dane/exports/attributions.csv" download>
              {t.awardsCsv}
            </a>
          </li>
          <li>
            <a href={`/dane/exports/attributions.xlsx?lang=${frame.locale}`} download>
              {t.awardsXlsx}
            </a>
          </li>
        </ul>
      </section>
      <section>
        <h2>{t.register}</h2>
        <p>{t.registerText}</p>
        <p>
          <a class="button-secondary" href={`/dane/exports/registre.xlsx?lang=${frame.locale}`} download>
            {t.registerXlsx}
          </a>
        </p>
        <ul class="links">
          {REGISTER_FILES.map((name) => (
            <li>
              <a href={`/dane/exports/${name}.csv`} download>
                {t.registerFiles[name]}
              </a>{' '}
              <span class="note">{name}.csv</span>
            </li>
          ))}
        </ul>
      </section>
      <p class="note">{t.audited}</p>
    </DaneLayout>
  );
}
