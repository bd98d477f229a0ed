import type { DirectoryFilter } from '../../../../domain/directory.ts';
import { missionWords, schoolWords } from '../../engagements/descriptions.ts';
import type { Visit } from '../../routing/page-request.ts';

/** The people of a filter, in a sentence. */
export async function filterWords(
  { store, wording, t: texts }: Visit,
  filter: DirectoryFilter,
): Promise<string> {
  const t = texts.messages.filter;
  const { text, role, mission, departmentCode, uai, event } = filter;
  const [departments, [school], [met]] = await Promise.all([
    store.readDepartments(),
    uai ? store.readEstablishments([uai]) : [],
    event ? store.readEvents([event]) : [],
  ]);
  const department = departments.find(({ code }) => code === departmentCode)?.name ?? departmentCode;
  const parts = [
    role && t.role(texts.records.roles[role]),
    mission && t.mission(missionWords(mission, wording)),
    department && t.department(department),
    uai && t.school(school ? schoolWords(school) : uai),
    event && t.event(met?.title ?? event),
    text && t.text(text),
  ].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? t.everybody : t.only(parts.join(' · '));
}
