import { figure } from './page-words.ts';

/** « en 2026-2027 : 6 h ; 12 h encore prises en compte »: attested hours of one school year, then those that
 *  still count. Every paper and page says them so. */
export function trainingHours(
  year: string,
  { ofYear, counted }: { ofYear: number; counted: number },
): string {
  return `en ${year} : ${figure(ofYear)} h ; ${figure(counted)} h encore ${counted >= 2 ? 'prises' : 'prise'} en compte`;
}
