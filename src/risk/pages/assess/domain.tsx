import { writeAnswers } from '../../../platform/web/answers.ts';
import { page } from '../../../platform/web/page.tsx';
import { suggestionIsOfTheseAnswers } from '../../assessment.ts';
import { listAnswers } from '../../completed.db.ts';
import { draftForRules, gapsIn } from '../../draft.ts';
import { saveSection } from '../../drafts.db.ts';
import { sayWhose } from '../parts/whose.ts';
import { loadDraft, partAddress, toAllParts } from './draft-page.ts';
import { domainQuestion } from './indicators.tsx';

/** One part of a child's life: its indicators, each with the evidence for what is said of it. */
export const assessDomain = page({
  path: '/children/:reference/assess/evidence/:domain',
  may: 'assessments.make',
  async load(tx, { reference, domain: code }, world) {
    const found = await loadDraft(tx, reference, world);
    const at = found?.instrument.domains.findIndex((each) => each.code === code) ?? -1;
    const domain = found?.instrument.domains[at];
    if (!found || !domain) return undefined;
    const before = found.draft.begunAfter ? await listAnswers(tx, found.draft.begunAfter) : [];
    const lastTime = new Map(before.map((answer) => [answer.indicator, answer]));
    const next = found.instrument.domains[at + 1];
    return { ...found, domain, lastTime, next: next ? `evidence/${next.code}` : 'context' };
  },
  says: ({ domain }) => `${domain.code} ${domain.name}`,
  about: ({ child }) => [child.id],
  asks: ({ domain, instrument, lastTime }) => ({ answers: domainQuestion(domain, instrument, lastTime) }),
  filled: ({ domain, instrument, draft, lastTime }) => {
    const soFar = draft.domains[domain.code];
    return soFar ? writeAnswers({ answers: domainQuestion(domain, instrument, lastTime) }, { answers: soFar }) : {};
  },
  async submit(tx, { child, draft, domain, instrument, next }, { answers }, world) {
    await saveSection(tx, draft.id, `domain-${domain.code}`, answers, world.now);
    const saved = { ...draft, domains: { ...draft.domains, [domain.code]: answers } };
    const rules = draftForRules(instrument, saved, { kind: draft.kind, previous: draft.begunAfter });
    if (suggestionIsOfTheseAnswers(instrument, rules))
      return {
        goTo: partAddress(child, 'suggestion'),
        did: 'answered indicators',
        says: 'Saved. What you answered changes the tool’s suggestion: look at it again.',
      };
    const gaps = gapsIn(domain, answers).length;
    if (gaps === 0) return { goTo: partAddress(child, next), did: 'answered indicators', says: 'Saved.' };
    const says = `Saved. Still to finish in this part: ${gaps}. You can come back to it.`;
    return { goTo: partAddress(child, `evidence/${domain.code}`), did: 'answered indicators', says };
  },
  back: toAllParts,
  caption: sayWhose,
  view: ({ child, next }, form) => (
    <>
      <p class="govuk-body">
        Say what is so, or may be, whatever caused it. What others do to the child is never the child’s doing.
      </p>
      {form.show({ button: 'Save and continue' })}
      <p class="govuk-body">
        <a class="govuk-link" href={partAddress(child, next)}>
          Go on without saving
        </a>
      </p>
    </>
  ),
});
