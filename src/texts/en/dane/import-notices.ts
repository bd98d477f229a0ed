import type { ImportTexts } from '../../fr/dane/import.ts';

export const importNotices = (office: string): ImportTexts['notices'] => ({
  'unknown-columns': {
    reason: ({ columns }) => `These columns are unknown and were not read: ${columns}.`,
    fix: () => 'Nothing to do if they are of no use here; otherwise correct their names.',
  },
  'close-column': {
    reason: ({ column, known }) =>
      `Column “${column}” was not read. Its name is close to “${known}”: is it that column?`,
    fix: ({ known }) => `If it is, name it “${known}”.`,
  },
  'unknown-sheet': {
    reason: () => 'The sheet is none of the known files: it was not read.',
    fix: () =>
      'Nothing to do if it holds notes only; otherwise write the names of the columns in its first twenty lines.',
  },
  'not-completed': {
    reason: () => 'The person has not completed the course: no attendance is recorded.',
    fix: () => 'Nothing to do.',
  },
  'not-a-table': {
    reason: () => 'The name of this file is not that of a table: it was not opened.',
    fix: () => 'If it holds a table, give the file itself to the command; otherwise nothing to do.',
  },
  'inner-folder': {
    reason: () => 'It is a folder inside the folder: what it holds was not read.',
    fix: () => 'Give it to the command itself if it is to be read; otherwise nothing to do.',
  },
  'note-line': {
    reason: () => 'The line is a total, a note or a heading: it is passed over.',
    fix: () => 'Nothing to do.',
  },
  superseded: {
    reason: ({ last, file }) =>
      `Line ${last} of ${file === undefined ? 'the same file' : `“${file}”`} is about the same thing: that is the one that counts.`,
    fix: () => 'Keep one of the two lines.',
  },
  'hours-above': {
    reason: ({ value, most }) =>
      `${value}: that is more than the hours of the event (${most}). The attendance is recorded so.`,
    fix: () => 'Check the hours, or those of the event.',
  },
  'probable-double': {
    reason: ({ other, near }) =>
      `A person of this name is known at ${other}${near ? ', an address that is like this one' : ''}: is it the same person?`,
    fix: () => 'If so, merge the two records on the page of people; otherwise nothing to do.',
  },
  'distant-school': {
    reason: ({ uai, reference }) =>
      `On the same days the person is engaged in another département, at school ${uai} (engagement ${reference}).`,
    fix: () => 'Check the address, the UAI and the dates; if it is true, nothing to do.',
  },
  'other-department': {
    reason: ({ value, code, name }) =>
      `Département “${value}” is not the one that the UAI tells: ${name} (${code}). The one of the file is recorded.`,
    fix: () => 'Check the UAI and the département.',
  },
  clash: {
    reason: ({ role, holder }) =>
      `The role “${role}” is already held on those days at this school (engagement ${holder}). The engagement is stored as requested.`,
    fix: () => 'End one of the two engagements or take the role from it, then confirm.',
  },
  'hidden-sheet': {
    reason: () => 'The sheet is hidden: it was not read.',
    fix: () => 'Show it in the spreadsheet if it is to be imported.',
  },
  'decision-kept': {
    reason: ({ date, author }) =>
      `The engagement was decided in the service on ${date} by ${author}: the file says what was the case before, the decision stands.`,
    fix: () => 'Nothing to do; a new export says what was decided.',
  },
  'validation-kept': {
    reason: ({ date }) =>
      `This contribution was decided on in the service on ${date}: the file says something else, the decision stands.`,
    fix: () => 'Nothing to do; a new export says what was decided.',
  },
  'not-a-link': {
    reason: ({ value }) => `“${value}” is no link: it was not recorded.`,
    fix: () => 'Write the whole address, for instance https://example.org/page.',
  },
  'all-changed': {
    reason: ({ former }) =>
      `The address ${former} was that of a person with another given name and another family name: their record, engagements and badges are in this name from now on.`,
    fix: () => 'If it is somebody else, empty “ancien_email” and put the earlier name back.',
  },
  'self-confirmed': {
    reason: () => 'Nobody confirms their own engagement: it is stored as requested.',
    fix: () => `Have it confirmed by the principal or by the ${office}.`,
  },
  'former-address': {
    reason: ({ now }) => `This person now has the address ${now}. The line is older and changed nothing.`,
    fix: () => 'Bring the address up to date in the file.',
  },
  'address-of-another': {
    reason: ({ value }) => `The address “${value}” is that of another person: it was not moved.`,
    fix: () => 'Check whether these two records are of one person.',
  },
  'head-without-profile': {
    reason: () => 'The school is kept for a principal only.',
    fix: () => 'Add “chef” to the profile, or empty column “uai”.',
  },
});
