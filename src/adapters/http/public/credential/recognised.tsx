import { raw } from 'hono/html';
import { timelineSvg } from '../../../../drawings/timeline-svg.ts';
import type { PageFrame } from '../../shell/page-frame.ts';
import type { RecognisedView, RecognisedYear } from '../verify/verification-view.ts';

type Texts = PageFrame['t'];

/** The section "What is recognised": figures, families and years. It shows facts only, no score. */
export function Recognised({
  t,
  recognised,
  revoked,
}: {
  t: Texts;
  recognised: RecognisedView;
  revoked: boolean;
}) {
  const { families = [], timeline = [], statements } = recognised;
  return (
    <section aria-labelledby="recognised">
      <h2 id="recognised">{revoked ? t.credential.recognisedOnce : t.credential.recognised}</h2>
      <Figures t={t} recognised={recognised} />
      {families.length > 0 && (
        <>
          <h3 class="visually-hidden">{t.credential.families}</h3>
          <ul class="families">
            {families.map(({ code, label }) => (
              <li>
                <span class="family-letter">{code}</span> {label}
              </li>
            ))}
          </ul>
        </>
      )}
      {timeline.length > 0 && <Timeline t={t} years={timeline} />}
      {statements.length > 0 && (
        <ul class="statements">
          {statements.map((statement) => (
            <li>{statement}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Figures({ t, recognised }: { t: Texts; recognised: RecognisedView }) {
  const { years, from, to, families, trainingHours } = recognised;
  const { credential: words } = t;
  return (
    <ul class="figures">
      {years !== undefined && (
        <li>
          <strong>{words.figure(years)}</strong> {words.yearWord(years)}
          {from !== undefined && to !== undefined && <span class="note"> {words.span(from, to)}</span>}
        </li>
      )}
      {families !== undefined && (
        <li>
          <strong>{families.length}</strong> {words.familyWord(families.length)}
        </li>
      )}
      {trainingHours !== undefined && (
        <li>
          <strong>{words.figure(trainingHours)}</strong> {words.hourWord(trainingHours)}
        </li>
      )}
    </ul>
  );
}

function Timeline({ t, years }: { t: Texts; years: readonly RecognisedYear[] }) {
  const { credential: words } = t;
  const detailed = years.some(({ statement }) => statement !== undefined);
  const said = years.map((year) => words.timelineYear(year.label, year.valueLabel));
  const drawing = timelineSvg({ title: words.timeline, description: words.timelineText(said), years });
  return (
    <div class="timeline-block">
      <h3>{words.timeline}</h3>
      {raw(drawing)}
      <details class={detailed ? 'no-print detailed' : 'no-print'}>
        <summary>{words.timelineTable}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.year}</th>
              <th scope="col">{words.value}</th>
              {detailed && <th scope="col">{words.detail}</th>}
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr>
                <th scope="row">{year.label}</th>
                <td>{year.valueLabel}</td>
                {detailed && <td>{year.statement}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
