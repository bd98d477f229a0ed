import { missionAsText, schoolAsText } from '../../adapters/http/engagements/descriptions.ts';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import type { DirectoryFilter } from '../directory/feature.ts';

/** The people of a filter, in a sentence. */
export async function filterAsText(
  { store, wording, t: texts }: PageRequest,
  filter: DirectoryFilter,
): Promise<string> {
  const t = texts.messages.filter;
  const { text, role, mission, departmentCode, uai, event } = filter;
  const [departments, [school], [met]] = await Promise.all([
    store.readDepartments(),
    uai ? store.readSchoolsByUai([uai]) : [],
    event ? store.readEvents([event]) : [],
  ]);
  const department = departments.find(({ code }) => code === departmentCode)?.name ?? departmentCode;
  const parts = [
    role && t.role(texts.records.roles[role]),
    mission && t.mission(missionAsText(mission, wording)),
    department && t.department(department),
    uai && t.school(school ? schoolAsText(school) : uai),
    event && t.event(met?.title ?? event),
    text && t.text(text),
  ].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? t.everybody : t.only(parts.join(' · '));
}
