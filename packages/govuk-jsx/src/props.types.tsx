// What a page author could get wrong and the compiler must refuse. Never run: `tsc` fails when a line below compiles.
import * as govuk from './index.ts';

export const refused = [
  // @ts-expect-error: `lable` is misspelt
  <govuk.Input name="name" lable="Name" />,
  // @ts-expect-error: a field without a label cannot be named by a screen reader
  <govuk.Input name="name" />,
  // @ts-expect-error: a field without a name is never sent
  <govuk.Textarea label="Why?" />,
  // @ts-expect-error: `errorMessage` is the macro's word; ours is `error`
  <govuk.Input name="name" label="Name" errorMessage="Enter a name" />,
  // @ts-expect-error: words are given as they are, not in the macro's `{ text }`
  <govuk.Input name="name" label={{ text: 'Name' }} />,
  // @ts-expect-error: GOV.UK has no box seven characters wide
  <govuk.Input name="name" label="Name" width={7} />,
  // @ts-expect-error: there is no such type of input
  <govuk.Input name="name" label="Name" type="txt" />,
  // @ts-expect-error: `warn` is not a variant
  <govuk.Button variant="warn">Delete</govuk.Button>,
  // @ts-expect-error: a button goes nowhere; that is a ButtonLink
  <govuk.Button href="/start">Start</govuk.Button>,
  // @ts-expect-error: a link cannot be disabled
  <govuk.ButtonLink href="/start" disabled>
    Start
  </govuk.ButtonLink>,
  // @ts-expect-error: the class is `class`
  <govuk.Tag className="big">New</govuk.Tag>,
  // @ts-expect-error: the colour was renamed `teal`
  <govuk.Tag colour="turquoise">New</govuk.Tag>,
  // @ts-expect-error: an answer without a value
  <govuk.Radios name="yes" items={[{ text: 'Yes' }]} />,
  // @ts-expect-error: `cheked` is misspelt
  <govuk.Radios name="yes" items={[{ value: 'yes', text: 'Yes', cheked: true }]} />,
  // @ts-expect-error: only one radio can be chosen, so there is one `value`
  <govuk.Radios name="yes" items={[]} values={['yes']} />,
  // @ts-expect-error: only a checkbox can clear the others
  <govuk.Radios name="yes" items={[{ value: 'no', text: 'None', exclusive: true }]} />,
  // @ts-expect-error: `mnoth` is no part of a date
  <govuk.DateInput name="born" legend="Born" parts={['day', 'mnoth', 'year']} />,
  // @ts-expect-error: boxes with neither a name nor an id
  <govuk.DateInput legend="Born" />,
  // @ts-expect-error: a count without a limit
  <govuk.CharacterCount name="why" label="Why?" />,
  // @ts-expect-error: characters or words, not both
  <govuk.CharacterCount name="why" label="Why?" maxlength={200} maxwords={50} />,
  // @ts-expect-error: a summary without its errors
  <govuk.ErrorSummary />,
  // @ts-expect-error: `numeral` is not a format
  <govuk.Table rows={[[{ text: '1', format: 'numeral' }]]} />,
  // @ts-expect-error: an action that goes nowhere
  <govuk.SummaryList rows={[{ key: 'Name', value: 'Sam', actions: [{ text: 'Change' }] }]} />,
  // @ts-expect-error: there is no seventh heading level
  <govuk.Panel title="Sent" headingLevel={7} />,
  // @ts-expect-error: the target is a place on the page
  <govuk.SkipLink href="/content" />,
  // @ts-expect-error: a link back to nowhere
  <govuk.BackLink />,
  // @ts-expect-error: `true` would show nothing
  <govuk.Hint>{true}</govuk.Hint>,
  // @ts-expect-error: ready-made HTML has no way in
  <govuk.InsetText dangerouslySetInnerHTML={{ __html: '<b>' }}>Words</govuk.InsetText>,
];
