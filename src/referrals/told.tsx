import { Details, SummaryList } from '@throughline/govuk-jsx';
import { ethnicities, sayAge } from '../people/index.ts';
import { sayDay } from '../platform/kernel/index.ts';
import type { World } from '../platform/web/world.ts';
import { Answered } from './answered.tsx';
import { sayImmediateDanger, sayMissingNow } from './danger.ts';
import { nameReferred, type ReceivedReferral, type ReferredChild, sayChannel, saySource } from './received.ts';
import { suspected } from './sections/concern.ts';
import { needLevels } from './sections/need.ts';

/** What the referrer said, in their words. What they did not say is said to be missing, never left blank. */
export function Told({ referral, world }: { referral: ReceivedReferral; world: World }) {
  const { concern, referrer, familyTold, whyNotTold, needLevel, answers } = referral;
  return (
    <>
      <p class="govuk-body told">{concern ?? 'No words came with this referral.'}</p>
      <SummaryList
        rows={[
          { key: 'Suspected', value: suspected[referral.suspected] },
          {
            key: 'Level of need',
            value: needLevel ? `${needLevels[needLevel].says}, as the referrer sees it` : 'Not said',
          },
          { key: 'Immediate danger', value: sayImmediateDanger(referral) },
          { key: 'Missing now', value: sayMissingNow(referral) },
          {
            key: 'Family told',
            value: familyTold === null ? 'Not said' : familyTold ? 'Yes' : `No: ${whyNotTold ?? ''}`,
          },
          { key: 'From', value: sayReferrer(referral) },
          referrer.relationship !== null && { key: 'Knows the child as', value: referrer.relationship },
        ]}
      />
      {referral.children.map((child) => (
        <AsReferred child={child} world={world} />
      ))}
      {answers.length > 0 && (
        <Details summary="Everything the referrer was asked and answered">
          <Answered sections={answers} />
        </Details>
      )}
    </>
  );
}

function sayReferrer({ referrer: { name, role, agency, wantsAnonymity }, source, channel }: ReceivedReferral): string {
  const who = wantsAnonymity ? 'Somebody who wants to stay unknown' : [name, role, agency].filter(Boolean).join(', ');
  return `${who || 'Not named'} (${saySource(source)}, ${sayChannel[channel]})`;
}

/** One child as the referrer knew them. */
export function AsReferred({ child, world }: { child: ReferredChild; world: World }) {
  const numbers = [
    child.nhsNumber && `NHS ${child.nhsNumber}`,
    child.upn && `pupil ${child.upn}`,
    child.laChildId && `council ${child.laChildId}`,
  ];
  return (
    <SummaryList
      rows={[
        { key: 'Name', value: nameReferred(child) },
        child.alsoKnownAs !== null && { key: 'Also known as', value: child.alsoKnownAs },
        { key: 'Born', value: sayBorn(child, world) },
        {
          key: 'Ethnicity',
          value: child.ethnicity ? sayEthnicity(child.ethnicity) : 'Not said',
        },
        { key: 'Lives at', value: child.address ?? 'Not said' },
        { key: 'School', value: child.school ?? 'Not said' },
        { key: 'Numbers', value: numbers.filter(Boolean).join('; ') || 'None given' },
      ]}
    />
  );
}

function sayBorn(child: ReferredChild, { today }: World): string {
  if (child.expectedOn) return `Expected ${sayDay(child.expectedOn)}`;
  return child.bornOn ? `${sayDay(child.bornOn)} (${sayAge({ ...child, diedOn: null }, today)})` : 'Not said';
}

const sayEthnicity = (code: string): string => (ethnicities.codes as Record<string, string>)[code] ?? code;
