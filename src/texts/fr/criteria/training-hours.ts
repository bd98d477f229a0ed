import { figure } from '../grammar/page-phrases.ts';

interface Hours {
  readonly ofYear: number;
  readonly counted: number;
}

/** « en 2026-2027 : 6 h ; 12 h encore prises en compte »: attested hours of one school year, then those that still
 *  count. Every paper and page says them so, and never « 0 h »: a year without hours is not told. Undefined without any
 *  hours. */
export function trainingHoursAsText(year: string, { ofYear, counted }: Hours): string | undefined {
  const still =
    counted > 0 ? [`${figure(counted)} h encore ${counted >= 2 ? 'prises' : 'prise'} en compte`] : [];
  return ofYear > 0 ? `en ${year} : ${[`${figure(ofYear)} h`, ...still].join(' ; ')}` : still[0];
}

/** The same as a sentence: « Formation en 2026-2027 : 6 h. », « Formation : 12 h encore prises en compte. » */
export function trainingHours(subject: string, year: string, hours: Hours): string | undefined {
  const stated = trainingHoursAsText(year, hours);
  return stated && `${subject}${hours.ofYear > 0 ? ' ' : ' : '}${stated}.`;
}
