import type { Form } from '../../platform/web/form.tsx';
import type { Questions } from '../../platform/web/questions.tsx';
import type { Section } from '../sections/index.ts';

type Shown = { section: Section; questions: Questions; form: Form<Questions> };

/** The questions of a section, each under its heading where it has one. */
export function SectionForm({ section, questions, form }: Shown) {
  const ask = (name: string) => (
    <>
      {section.headings?.[name] && <h2 class="govuk-heading-m">{section.headings[name]}</h2>}
      {form.ask(name)}
    </>
  );
  return form.show({
    button: 'Save and continue',
    keep: 'Save and finish later',
    children: Object.keys(questions).map(ask),
  });
}
