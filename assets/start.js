// Pages work without this: it switches on what GOV.UK Frontend adds for those who have JavaScript.
import { initAll } from '/assets/govuk.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();

// A question asked only after a certain answer shows itself with that answer.
for (const asked of document.querySelectorAll('[data-only-if]')) {
  const { onlyIf, onlyIfIs } = asked.dataset;
  const answers = onlyIfIs.split(' ');
  const show = () => {
    const chosen = new FormData(asked.closest('form')).getAll(onlyIf);
    asked.hidden = !chosen.some((answer) => answers.includes(answer));
  };
  asked.closest('form')?.addEventListener('change', show);
  show();
}
