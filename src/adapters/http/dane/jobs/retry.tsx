import type { JobFailure } from '../../../../domain/job/failure.ts';
import type { Job } from '../../../../domain/job/types.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { FormState } from '../../forms/context.ts';
import { ActionButton, Form } from '../../forms/elements.tsx';
import { TextArea } from '../../forms/inputs.tsx';
import { usePageContext } from '../../layout/page-context.ts';

/** All jobs whose last attempt failed, by any person; nothing if there is none. */
export function FailingJobs({ jobs }: { jobs: readonly Job[] }) {
  const pageContext = usePageContext();
  const { failing: t, titles } = pageContext.t.dane.jobs;
  if (jobs.length === 0) return null;
  return (
    <section>
      <h2>{t.title}</h2>
      <CardTable
        rows={jobs}
        caption={t.title}
        columns={[
          {
            heading: t.heads.work,
            cell: ({ id, command }) => <a href={`/dane/jobs/${id}`}>{titles[command.kind]}</a>,
            names: true,
          },
          { heading: t.heads.attempts, cell: ({ failure }) => failure?.count },
          { heading: t.heads.error, cell: ({ failure }) => failure && t.error(failure.code) },
          {
            heading: t.heads.next,
            cell: ({ failure }) => (failure?.retryAt ? pageContext.t.moment(failure.retryAt) : t.setAside),
          },
        ]}
      />
    </section>
  );
}

/** Why a job does not go on, and the two ways out: another attempt, or dropping it with a reason. */
export function FailingJob(props: { job: Job; failure: JobFailure; form: FormState }) {
  const { job, failure, form } = props;
  const pageContext = usePageContext();
  const { failing: t, notDone } = pageContext.t.dane.jobs;
  const path = `/dane/jobs/${job.id}`;
  return (
    <section>
      <div class="notice">
        <p>{t.failed(failure.count, pageContext.t.moment(failure.at), t.error(failure.code))}</p>
        <p>{failure.retryAt ? t.retriedOn(pageContext.t.moment(failure.retryAt)) : t.isSetAside}</p>
      </div>
      <ActionButton action={`${path}/retry`}>{t.retry}</ActionButton>
      <h2>{t.drop}</h2>
      <p>{notDone[job.command.kind]}</p>
      <Form action={`${path}/drop`} form={form} labels={t} submit={t.drop}>
        <TextArea name="reason" rows={3} maxlength={500} />
      </Form>
    </section>
  );
}
