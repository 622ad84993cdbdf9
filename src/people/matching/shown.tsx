import { sayBirth, sayName } from '../child.ts';
import { grades, type Likely, sayReasons } from './on-record.ts';
import type { Pair, Side } from './pair.ts';

export function GradeTag({ grade }: Pick<Likely, 'grade'>) {
  return <strong class={`govuk-tag grade-${grade}`}>{grades[grade]}</strong>;
}

/** Why, in words, with the grade; nothing where one of the two may not be seen. */
export function Why({ pair: { likely } }: { pair: Pair }) {
  if (!likely) return null;
  return (
    <>
      <GradeTag grade={likely.grade} /> {sayReasons(likely.reasons)}
    </>
  );
}

export function WhoItIs({ side: { known, ring } }: { side: Side }) {
  if (!known) return <>A record you may not see: contact {ring}</>;
  return (
    <>
      {sayName(known)}, {sayBirth(known)} (<span class="reference">{known.reference}</span>)
    </>
  );
}

/** What was said earlier, and what came since, for which it is asked again. */
export function SaidBefore({ pair: { said, waits } }: { pair: Pair }) {
  if (!said) return null;
  return (
    <p class="govuk-body">
      {said.by} said: {said.same ? 'same person' : 'not the same'} ({said.reason}).
      {waits && said.since.length > 0 && ` New since: ${said.since.join('; ')}.`}
    </p>
  );
}
