import { count as counted, plural } from '../grammar/page-phrases.ts';

interface DoctorLine {
  readonly holds: string;
  readonly looked: number;
  readonly count: number;
  readonly failed: boolean;
}

const number = (value: number) => value.toLocaleString('fr-FR');

/** The lines of `jalon doctor`. */
export const doctorLines = {
  line: ({ holds, looked, count, failed }: DoctorLine) => {
    const seen = `(${counted(looked, 'élément regardé', 'éléments regardés')})`;
    if (count > 0) return `✗ ${holds} ${number(count)} ${plural(count, 'contraire', 'contraires')} ${seen}`;
    return failed ? `? ${holds} Pas regardé jusqu’au bout ${seen}` : `✓ ${holds} ${seen}`;
  },
  finding: (subject: string, detail: string) => `    ${subject}${detail === '' ? '' : ` : ${detail}`}`,
  more: (count: number) => `    et ${number(count)} ${plural(count, 'autre', 'autres')}`,
  todo: (todo: string) => `  → ${todo}`,
  summary: ({ asked, broken, unread }: { asked: number; broken: number; unread: number }) =>
    broken === 0 && unread === 0
      ? `Rien ne contredit les ${asked} invariants.`
      : `Sur ${asked} invariants, ${broken} ${plural(broken, 'ne tient pas', 'ne tiennent pas')} et ${unread} n’${plural(unread, 'a', 'ont')} pas pu être ${plural(unread, 'regardé', 'regardés')} jusqu’au bout.`,
};
