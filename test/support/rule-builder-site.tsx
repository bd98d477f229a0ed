import { Hono } from 'hono';
import {
  placeOf,
  readEdit,
  readRequirements,
  requirementValues,
} from '../../src/adapters/http/dane/badges/read-requirements.ts';
import { RuleBuilder, ruleLabels } from '../../src/adapters/http/dane/badges/rule-builder.tsx';
import type { FormState } from '../../src/adapters/http/forms/context.ts';
import { Form } from '../../src/adapters/http/forms/elements.tsx';
import { readForm } from '../../src/adapters/http/forms/schema.ts';
import { Layout, renderDocument } from '../../src/adapters/http/layout/html-document.tsx';
import { badgeErrors } from '../../src/catalogue/criteria-errors.ts';
import { ruleBasis } from '../../src/catalogue/rule-basis.ts';
import type { AchievementDefinition } from '../../src/domain/criteria/definition.ts';
import { applyEdit } from '../../src/domain/criteria/rule-edit.ts';
import { inLanguage } from '../../src/domain/engagement/mission.ts';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import { criteriaInForce, framework } from './office.ts';
import { samplePageContext } from './page-samples.tsx';

const criteria = criteriaInForce('2026-11-24' as LocalDate);
const basisOf = (definition: AchievementDefinition) => ruleBasis(definition, { criteria, framework });

/** The page of a badge that holds nothing but its builder. */
export function drawBuilder(
  definition: AchievementDefinition,
  { locale = 'fr', sent }: { locale?: 'fr' | 'en'; sent?: FormState } = {},
): string {
  const frame = samplePageContext(locale, '/dane/badges/x');
  const form = sent ?? { values: requirementValues(definition.requirements), faults: {} };
  return renderDocument(
    frame,
    <Layout
      title={inLanguage(definition.name, locale)}
      description={inLanguage(definition.description, locale)}
    >
      <h1>{inLanguage(definition.name, locale)}</h1>
      <Form action="/" form={form} labels={ruleLabels(definition, frame.t)}>
        <RuleBuilder
          {...{ definition, criteria, framework }}
          faults={badgeErrors(definition, { criteria, framework })}
        />
      </Form>
    </Layout>,
  );
}

/** The page as a small application, which remembers the badge. */
export function startBuilder(first: AchievementDefinition, locale: 'fr' | 'en' = 'fr') {
  let definition = first;
  const app = new Hono();
  app.get('/', (c) => c.html(drawBuilder(definition, { locale })));
  app.post('/', async (c) => {
    const values = await readForm(c);
    const basis = basisOf(definition);
    const { requirements, faults } = readRequirements(values, definition.requirements, basis);
    if (Object.keys(faults).length > 0)
      return c.html(drawBuilder(definition, { locale, sent: { values, faults } }), 400);
    definition = { ...definition, requirements };
    const edit = readEdit(values);
    if (edit === undefined) return c.redirect('/', 303);
    const edited = applyEdit(requirements, edit, basis);
    definition = { ...definition, requirements: edited.requirements };
    return c.redirect(`/${placeOf(edited)}`, 303);
  });
  return { app, requirements: () => definition.requirements };
}
