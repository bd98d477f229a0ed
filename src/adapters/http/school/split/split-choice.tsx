import { schoolYearLabel, schoolYearOf } from '../../../../domain/time/school-year.ts';
import { useFrame } from '../../shell/use-frame.ts';
import type { OverviewView } from '../overview-view.ts';

interface SplitChoiceProps {
  readonly base: string;
  readonly years: readonly number[];
  readonly view: Pick<OverviewView, 'asked' | 'otherDays'>;
}

/** The days of the split: another day, or a whole school year. */
export function SplitChoice({ base, years, view: { asked, otherDays } }: SplitChoiceProps) {
  const t = useFrame().t.school;
  const current = asked.kind === 'year' ? asked.year : schoolYearOf(asked.on);
  const offered = years.includes(current) ? years : [...years, current].toSorted((a, b) => b - a);
  return (
    <div class="split-choice">
      <form method="get" action={`${base}#split`} class="filters">
        <div class="field">
          <label for="on">{t.overview.day}</label>
          <input id="on" name="on" type="date" required value={asked.kind === 'day' ? asked.on : ''} />
        </div>
        <button type="submit" class="secondary">
          {t.overview.showDay}
        </button>
      </form>
      <form method="get" action={`${base}#split`} class="filters">
        <div class="field">
          <label for="year">{t.schoolYear}</label>
          <select id="year" name="year">
            {offered.map((year) => (
              <option value={String(year)} selected={year === current}>
                {schoolYearLabel(year)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="secondary">
          {t.overview.showYear}
        </button>
      </form>
      {otherDays && (
        <p>
          <a href={`${base}#split`}>{t.overview.today}</a>
        </p>
      )}
    </div>
  );
}
