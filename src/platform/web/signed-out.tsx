import { Button } from '@throughline/govuk-jsx';
import { renderPlain } from './layout.tsx';
import type { Raw } from './questions.tsx';
import type { Partnership } from './world.ts';

type Sent = { to: string; typed: Raw; csrf: string };

/**
 * For somebody whose session ended while they were writing. No page is kept by the browser, so what was typed would be
 * lost with the form: it waits here, and is sent again once they have signed in beside it.
 */
export function signedOutPage(partnership: Partnership, { to, typed, csrf }: Sent): string {
  const kept = Object.entries({ ...typed, _csrf: [csrf] });
  const body = (
    <>
      <p class="govuk-body">Nothing was saved. What you typed is kept on this page, as long as you leave it open.</p>
      <ol class="govuk-list govuk-list--number">
        <li>
          <a class="govuk-link" href="/sign-in" target="_blank" rel="noopener noreferrer">
            Sign in as yourself (opens in a new tab)
          </a>
        </li>
        <li>Come back to this page, and send what you typed.</li>
      </ol>
      <form method="post" action={to}>
        {kept.flatMap(([name, values]) => values.map((value) => <input type="hidden" name={name} value={value} />))}
        <Button preventDoubleClick>Send what I typed</Button>
      </form>
    </>
  );
  return renderPlain(partnership, { title: 'You have been signed out', body });
}
