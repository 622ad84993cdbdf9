import { Details } from '@throughline/govuk-jsx';
import type { Suggestion } from '../../suggestion.ts';
import { LevelTag } from './judgement.tsx';

/** What the tool suggests, what of the answers it rests on, and how such a suggestion is made. */
export const Suggested = ({ suggestion, how }: { suggestion: Suggestion; how: readonly string[] }) => (
  <>
    <p class="govuk-body">{suggestion.level ? <LevelTag level={suggestion.level} /> : 'It suggests no level.'}</p>
    <ul class="govuk-list govuk-list--bullet">
      {suggestion.because.map((says) => (
        <li>{says}</li>
      ))}
    </ul>
    <Details summary="How the tool comes to this">
      {how.map((says) => (
        <p class="govuk-body">{says}</p>
      ))}
    </Details>
  </>
);
