import { SummaryCard } from '@throughline/govuk-jsx';
import type { AnsweredSection } from './draft.ts';

/** What was asked and answered, section by section; `change` says where each is changed. */
export function Answered({ sections, change }: { sections: AnsweredSection[]; change?: (key: string) => string }) {
  return (
    <div class="answered">
      {sections.map(({ key, title, said }) => (
        <SummaryCard
          title={title}
          rows={said.map(({ ask, answer }) => ({ key: ask, value: answer }))}
          actions={change ? [{ text: 'Change', href: change(key) }] : []}
        />
      ))}
    </div>
  );
}
