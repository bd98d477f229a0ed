import type { Attendance } from '../../../../domain/records.ts';
import { type Addressed, defineTable } from '../file-table.ts';

export const attendanceTable = defineTable({
  name: 'presences',
  columns: { email: 'text', evenement: 'text', heures: 'number', preuve: 'integer' },
  fields: {
    personId: ['email'],
    email: ['email'],
    eventCode: ['evenement'],
    hours: ['heures'],
    proof: ['preuve'],
  },
  toRows: ({ email, eventCode, hours, proof }: Addressed<Attendance>) => [
    { email, evenement: eventCode, heures: hours, preuve: proof },
  ],
});
