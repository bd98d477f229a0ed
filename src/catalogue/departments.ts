import departments from '../../data/departements.json' with { type: 'json' };
import type { School } from '../domain/records.ts';
import type { Uai } from '../domain/uai.ts';

/** A département as the national list names it. */
interface Department {
  readonly code: string;
  readonly name: string;
}

const BY_PREFIX: Readonly<Record<string, Department>> = departments;

/** The département of the school with this UAI; undefined outside the départements. */
export function departmentOf(uai: Uai): Department | undefined {
  return BY_PREFIX[uai.slice(0, 3)];
}

/** The school, with the code and the name of its département if they were empty. A code that differs only by its
 *  zeros (`021`) is written as the national list writes it (`21`), so that a département has one code. */
export function withDepartment(school: School): School {
  const known = departmentOf(school.uai);
  if (!known) return school;
  const { departmentCode, department } = school;
  return {
    ...school,
    departmentCode: otherDepartment(school) ? departmentCode : known.code,
    department: department || known.name,
  };
}

/** The département of the UAI, where the school's own is another one. A code may have zeros before it. */
export function otherDepartment({ uai, departmentCode }: School): Department | undefined {
  const known = departmentOf(uai);
  const stated = departmentCode.toUpperCase();
  return known && stated !== '' && stated.padStart(3, '0') !== known.code.padStart(3, '0')
    ? known
    : undefined;
}
