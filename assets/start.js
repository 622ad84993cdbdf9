// Pages work without this: it switches on what GOV.UK Frontend adds for those who have JavaScript.
import { initAll } from '/assets/govuk.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
