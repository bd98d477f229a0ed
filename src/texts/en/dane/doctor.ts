import type { doctorPage as FrenchPage } from '../../fr/dane/doctor.ts';

const number = (value: number) => value.toLocaleString('en-GB');

export const doctorPage: typeof FrenchPage = {
  title: 'Health of the service',
  link: 'What the service checked of itself last night.',
  lede: 'Every night, the service checks what must hold of all its data: each act has its line, each badge its entry in the log, nothing is dated after now.',
  none: 'Nothing has been checked yet. The first check takes place tonight, between midnight and one o’clock.',
  looked: (from, to) => `Last check: from ${from} to ${to}.`,
  sound: (requested) => `Nothing contradicts the ${requested} invariants that were checked.`,
  broken: (count) => (count === 1 ? 'One invariant does not hold.' : `${count} invariants do not hold.`),
  under: 'The check is under way: the lines of yesterday are replaced one by one.',
  columns: { holds: 'What must hold', looked: 'Looked at', found: 'Contradictions', todo: 'What to do' },
  nothing: 'none',
  unread: (count) =>
    count === 1
      ? 'One invariant could not be looked at to the end.'
      : `${count} invariants could not be looked at to the end.`,
  failed: 'not looked at to the end',
  failedTodo: 'It could not be looked at to the end: run the command below.',
  number,
  more: (count) => `and ${number(count)} more`,
  command: 'To check now, with the signatures, on the machine of the service:',
  back: 'Back to the settings',
};
