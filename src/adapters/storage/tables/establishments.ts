import type { Establishment } from '../../../domain/records.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { Flag } from './columns.ts';
import { flag } from './columns.ts';
import { foldText } from './folded.ts';

export interface EstablishmentTable {
  uai: Uai;
  type: string;
  name: string;
  postal_code: string;
  commune: string;
  department_code: string;
  department: string;
  sector: Establishment['sector'];
  agricultural: Flag;
  /** Name and commune in the folded form that searches use. */
  folded_name: string;
}

export function toEstablishmentRow(it: Establishment): EstablishmentTable {
  return {
    uai: it.uai,
    type: it.type,
    name: it.name,
    postal_code: it.postalCode,
    commune: it.commune,
    department_code: it.departmentCode,
    department: it.department,
    sector: it.sector,
    agricultural: flag(it.agricultural),
    folded_name: foldText(`${it.name} ${it.commune}`),
  };
}

export function fromEstablishmentRow(row: EstablishmentTable): Establishment {
  return {
    uai: row.uai,
    type: row.type,
    name: row.name,
    postalCode: row.postal_code,
    commune: row.commune,
    departmentCode: row.department_code,
    department: row.department,
    sector: row.sector,
    agricultural: row.agricultural === 1,
  };
}
