import { ownReportUrl } from '../../application/mail/addresses.ts';
import { type MailMessage, type MailPorts, mailTextsOf, placeName } from '../../application/mail/content.ts';
import type { AboutOf } from '../../domain/mail/about.ts';
import type { Person } from '../../domain/records.ts';
import { schoolYearLabel } from '../../domain/time/school-year.ts';

/** A mail to a RUPN whose yearly report was acknowledged. */
export async function composeReport(
  ports: MailPorts,
  { id: personId }: Person,
  { schoolYear, uai }: AboutOf<'report-received'>,
): Promise<MailMessage | undefined> {
  const { store, origin, issuer } = ports;
  const [report, [school]] = await Promise.all([
    store.readYearlyReport({ personId, uai, schoolYear }),
    store.readSchoolsByUai([uai]),
  ]);
  if (!report?.receivedAt) return undefined;
  const { report: texts } = mailTextsOf(ports);
  return {
    subject: texts.subject,
    blocks: [texts.received(issuer.name, schoolYearLabel(schoolYear), placeName(school, uai))],
    act: { label: texts.open, url: ownReportUrl(origin, uai) },
  };
}
