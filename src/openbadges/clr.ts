import { checkPeriod, checkRecipient } from './data-model-checks.ts';
import { hasType, isJsonObject, type JsonObject, listOf } from './json-value.ts';
import type { Problem } from './problem.ts';
import { missing, wrong } from './typed-members.ts';

/** Problems of a record of badges with the CLR 2.0 (ClrCredential and ClrSubject), besides the W3C data
 *  model. A record must follow the data model 2.0, and name its subject and its content. */
export function checkRecord(record: JsonObject): readonly Problem[] {
  const subject = record['credentialSubject'];
  const absent = ['id', 'name', 'validFrom'].filter((name) => record[name] === undefined);
  return [
    ...absent.map((name) => missing('', name)),
    ...(isJsonObject(subject) ? checkSubject(subject) : [wrong('/credentialSubject', 'is not one object')]),
    ...checkRecipient(record),
    ...checkPeriod(record),
  ];
}

function checkSubject(subject: JsonObject): readonly Problem[] {
  return [
    ...(hasType(subject, 'ClrSubject') ? [] : [wrong('/credentialSubject/type', 'is not ClrSubject')]),
    ...(listOf(subject['verifiableCredential']).length > 0
      ? []
      : [missing('/credentialSubject', 'verifiableCredential')]),
  ];
}
