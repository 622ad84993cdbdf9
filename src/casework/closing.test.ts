import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from '../platform/kernel/index.ts';
import type { WorkerId } from '../platform/web/world.ts';
import {
  type ClosingFacts,
  type ClosingReason,
  closingReasons,
  isSuccess,
  mayClose,
  mayOffer,
  mayPropose,
} from './closing.ts';
import { coversTopics, ratingsOf } from './feedback.ts';

const today = plainDate('2024-01-30');
const facts: ClosingFacts = {
  level: 'LOW',
  waitsForAuthorisation: false,
  feedback: 'held',
  bornOn: plainDate('2009-06-01'),
  diedOn: undefined,
};
const held = 'Leeds exploitation team';
const [dev, nadine] = ['dev' as WorkerId, 'nadine' as WorkerId];
const propose = (given: Partial<ClosingFacts>, reason: ClosingReason, riskHeldBy?: string) =>
  mayPropose({ ...facts, ...given }, { reason, riskHeldBy }, today)?.refused;
const close = (given: Partial<ClosingFacts>, reason: ClosingReason, by = nadine) =>
  mayClose({ ...facts, ...given }, { reason, riskHeldBy: held, proposedBy: dev }, by, today)?.refused;

test('only two reasons say that the risk was reduced', () => {
  const reasons = Object.keys(closingReasons) as ClosingReason[];
  assert.deepEqual(reasons.filter(isSuccess), ['RISK_REDUCED_LOW', 'NO_RISK']);
});

test('each success needs its own authorised level, and none will do for the other', () => {
  assert.equal(propose({ level: 'LOW' }, 'RISK_REDUCED_LOW'), undefined);
  assert.equal(propose({ level: 'NONE' }, 'NO_RISK'), undefined);
  for (const level of ['NONE', 'MEDIUM', 'HIGH', undefined] as const)
    assert.match(propose({ level }, 'RISK_REDUCED_LOW') ?? '', /needs an authorised assessment of low/);
  for (const level of ['LOW', 'MEDIUM', 'HIGH', undefined] as const)
    assert.match(propose({ level }, 'NO_RISK') ?? '', /needs an authorised assessment of no risk identified/);
});

test('a later assessment that nobody has authorised stands in the way of success, and of nothing else', () => {
  assert.match(propose({ waitsForAuthorisation: true }, 'RISK_REDUCED_LOW') ?? '', /waits to be authorised/);
  assert.equal(propose({ waitsForAuthorisation: true }, 'MOVED_AREA', held), undefined);
});

test('success closes once the feedback session was offered, whatever the child then chose', () => {
  assert.match(close({ feedback: undefined }, 'RISK_REDUCED_LOW') ?? '', /Offer the child the feedback session first/);
  for (const feedback of ['held', 'declined', 'could_not_be_reached'] as const)
    assert.equal(close({ feedback }, 'RISK_REDUCED_LOW'), undefined);
});

test('every other reason closes at any level, without a session, and names who holds the risk', () => {
  const others = (Object.keys(closingReasons) as ClosingReason[]).filter((reason) => !isSuccess(reason));
  const grown = { level: 'HIGH' as const, feedback: undefined, bornOn: plainDate('2006-01-30') };
  for (const reason of others) {
    assert.equal(close(grown, reason), undefined, reason);
    const unnamed = propose(grown, reason);
    if (reason === 'DIED') assert.equal(unnamed, undefined);
    else assert.match(unnamed ?? '', /Say who now holds the risk/, reason);
  }
});

test('always a second person', () => {
  assert.match(close({}, 'RISK_REDUCED_LOW', dev) ?? '', /You proposed this closing/);
  assert.match(close({}, 'OPENED_IN_ERROR', dev) ?? '', /You proposed this closing/);
});

test('the levels are looked at again on the day of closing', () => {
  assert.match(close({ level: 'MEDIUM' }, 'RISK_REDUCED_LOW') ?? '', /The authorised level is medium/);
});

test('a case closes as turned 18 from the birthday on', () => {
  assert.match(propose({ bornOn: plainDate('2006-01-31') }, 'TURNED_18_ADULT_PATHWAY', held) ?? '', /not 18 yet/);
  assert.equal(propose({ bornOn: plainDate('2006-01-30') }, 'TURNED_18_ADULT_PATHWAY', held), undefined);
  assert.equal(propose({ bornOn: undefined }, 'TURNED_18_ADULT_PATHWAY', held), undefined);
});

test('a death is never called a success, and after it nothing is offered', () => {
  const diedOn = plainDate('2024-01-20');
  assert.match(propose({ diedOn }, 'RISK_REDUCED_LOW') ?? '', /this child has died/);
  assert.equal(propose({ diedOn }, 'DIED'), undefined);
  assert.match(mayOffer({ diedOn }, null)?.refused ?? '', /nothing is offered/);
  assert.match(mayOffer({ diedOn: null }, { reason: 'DIED' })?.refused ?? '', /nothing is offered/);
  assert.equal(mayOffer({ diedOn: null }, { reason: 'NO_RISK' }), undefined);
});

test('a session that was held covers activities, services and support; one declined owes nothing', () => {
  const nothing = { activities: null, services: null, support: null };
  assert.equal(coversTopics('held', { ...nothing, activities: 'Boxing', services: 'Nurse' })?.beside, 'support');
  assert.equal(coversTopics('held', { activities: 'a', services: 'b', support: 'c' }), undefined);
  assert.equal(coversTopics('declined', nothing), undefined);
  assert.equal(coversTopics('could_not_be_reached', nothing), undefined);
});

test('ratings that were not given are left out, not counted as nothing', () => {
  const answers = {
    listenedTo: '5',
    safer: null,
    understands: '1',
    knowsWhoToTell: null,
    wouldRecommend: null,
  } as const;
  assert.deepEqual(ratingsOf(answers), { listenedTo: 5, understands: 1 });
});
