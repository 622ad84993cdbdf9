import { nobody, page } from '../../platform/web/page.tsx';
import { presenceWords } from '../instrument.ts';
import { currentInstrument } from '../instruments/index.ts';

/** For paper. Only a blank form is used in front of a child; a completed one is shared only as the agencies agree. */
export const blankForm = page({
  path: '/assessments/blank',
  may: 'assessments.make',
  load: async (_, __, world) => currentInstrument(world.today),
  says: 'Blank risk assessment',
  about: nobody,
  view: ({ name, version, domains }) => (
    <>
      <p class="govuk-body">
        {name}, version {version}. Print this page to use it on paper. Only a blank form is used in front of a child.
      </p>
      {domains.map((domain) => (
        <section aria-label={domain.name}>
          <h2 class="govuk-heading-s">
            {domain.code} {domain.name}
          </h2>
          <ul class="govuk-list blank-form">
            {domain.indicators.map(({ code, says }) => (
              <li>
                {code} {says} <span class="blank-form__answers">{Object.values(presenceWords).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  ),
});
