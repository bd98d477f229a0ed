import type { doctorLines as FrenchLines } from '../../fr/cli/doctor.ts';
import { count as counted, plural } from '../grammar/page-phrases.ts';

const number = (value: number) => value.toLocaleString('en-GB');

export const doctorLines: typeof FrenchLines = {
  line: ({ holds, looked, count, failed }) => {
    const seen = `(${counted(looked, 'record', 'records')} looked at)`;
    if (count > 0)
      return `✗ ${holds} ${number(count)} ${plural(count, 'contradicts', 'contradict')} it ${seen}`;
    return failed ? `? ${holds} Not looked at to the end ${seen}` : `✓ ${holds} ${seen}`;
  },
  finding: (subject, detail) => `    ${subject}${detail === '' ? '' : `: ${detail}`}`,
  more: (count) => `    and ${number(count)} more`,
  todo: (todo) => `  → ${todo}`,
  summary: ({ asked, broken, unread }) =>
    broken === 0 && unread === 0
      ? `Nothing contradicts the ${asked} invariants.`
      : `Of ${asked} invariants, ${broken} ${plural(broken, 'does', 'do')} not hold and ${unread} could not be looked at to the end.`,
};
