import { plainDate } from '../../platform/kernel/index.ts';
import type { AssessmentInstrument, Indicator } from '../instrument.ts';

// Our default, drawn from what tools in use in England ask. A partnership replaces it with a version of its own.
const shows =
  (kind: Indicator['shows']) =>
  (code: string, weight: Indicator['weight'], says: string): Indicator => ({ code, weight, says, shows: kind });
const evidence = shows('direct_evidence');
const behaviour = shows('exploitation_behaviour');
const sign = shows('warning_sign');
const circumstance = shows('circumstance');

const factors = (...all: readonly (readonly [string, string])[]) => all.map(([code, says]) => ({ code, says }));

export const throughline1: AssessmentInstrument = {
  code: 'throughline',
  version: 1,
  name: 'Throughline exploitation risk assessment',
  about: ['CCE', 'CSE'],
  answers: ['yes', 'possible', 'no', 'not_known'],
  recencies: {
    current: 'In the last 3 months',
    recent: '3 to 12 months ago',
    historic: 'More than 12 months ago',
  },
  domains: [
    {
      code: 'A',
      name: 'Missing and whereabouts',
      indicators: [
        sign('A1', 'high', 'Repeatedly missing from home, care or school'),
        sign('A2', 'high', 'Away overnight, and nobody responsible knew where'),
        behaviour('A3', 'high', 'Found out of the area, or at an address of concern'),
        sign('A4', 'medium', 'Out late, and people do not know where or with whom'),
        sign('A5', 'medium', 'Journeys or train tickets nobody can explain'),
        sign('A6', 'medium', 'Missing without being reported missing'),
      ],
    },
    {
      code: 'B',
      name: 'People around the child',
      indicators: [
        behaviour('B1', 'high', 'An older or controlling person presents as partner or friend'),
        behaviour('B2', 'high', 'A person known to pose a risk is in contact with the child'),
        behaviour('B3', 'high', 'Seen in cars with adults nobody knows'),
        behaviour('B4', 'high', 'A gang or organised crime group is drawing the child in, or threatens them'),
        sign('B5', 'medium', 'A new group of friends nobody can account for'),
        sign('B6', 'medium', 'Many callers or visitors nobody knows'),
        sign('B7', 'high', 'Found, in worrying circumstances, with children who are being exploited'),
      ],
    },
    {
      code: 'C',
      name: 'Things given or owed',
      indicators: [
        behaviour('C1', 'high', 'Money, phones, clothes or drugs that nobody can explain'),
        behaviour('C2', 'high', 'In debt to others, or threatened over a debt'),
        behaviour('C3', 'medium', 'Gifts or lifts from people outside the family'),
        behaviour('C4', 'high', 'Rewarded or pressed to bring other children'),
      ],
    },
    {
      code: 'D',
      name: 'Online and phone',
      indicators: [
        sign('D1', 'medium', 'Accounts or a second phone kept hidden'),
        behaviour('D2', 'high', 'Pressed to share images, or images of the child are shared'),
        behaviour('D3', 'high', 'Contacted by strangers met online'),
        behaviour('D4', 'high', "Others follow the child's location"),
        sign('D5', 'low', 'A marked change in how a phone or the internet is used'),
      ],
    },
    {
      code: 'E',
      name: 'Health and sexual health',
      indicators: [
        behaviour('E1', 'high', 'Sexually transmitted infection or pregnancy, with concern about coercion'),
        sign('E2', 'high', 'Injuries that assault would explain'),
        behaviour('E3', 'high', 'Made to swallow or carry packages in the body'),
        sign('E4', 'medium', 'A change in the use of alcohol or drugs'),
        sign('E5', 'medium', 'Self-harm, or thoughts of suicide'),
        sign('E6', 'medium', 'A worrying pattern of visits to sexual health services'),
      ],
    },
    {
      code: 'F',
      name: 'Education and employment',
      indicators: [
        sign('F1', 'medium', 'Suspended or permanently excluded'),
        sign('F2', 'medium', 'Persistently absent'),
        circumstance('F3', 'medium', 'On a part-time timetable'),
        sign('F4', 'medium', 'Has suddenly lost interest in school, college or work'),
        sign('F5', 'high', "On no school's roll"),
      ],
    },
    {
      code: 'G',
      name: 'Behaviour, emotion and identity',
      indicators: [
        sign('G1', 'medium', 'Fearful or constantly on guard'),
        sign('G2', 'high', 'Carries a weapon, perhaps out of fear'),
        sign('G3', 'medium', 'Sudden, strong changes of mood that others notice'),
        circumstance('G4', 'low', 'Finds help hard to trust'),
        circumstance('G5', 'low', 'Thinks little of their own worth'),
        behaviour('G6', 'medium', 'Controlled by or afraid of the exploiter'),
      ],
    },
    {
      code: 'H',
      name: 'Home, family and care',
      indicators: [
        circumstance('H1', 'medium', 'The adults at home cannot at present keep the child safe'),
        circumstance('H2', 'medium', 'Crime, abuse or neglect in the family, now or before'),
        circumstance('H3', 'medium', 'Has had to move home suddenly, or may have to'),
        circumstance('H4', 'low', 'Bereaved'),
        behaviour('H5', 'high', 'The family is threatened with reprisals'),
        behaviour('H6', 'high', 'The home has been taken over for crime (cuckooing)'),
        behaviour('H7', 'medium', 'Somebody uses being alone here, or without secure status, to control the child'),
      ],
    },
    {
      code: 'I',
      name: 'Police and courts',
      indicators: [
        behaviour('I1', 'high', 'Arrested away from the home area'),
        behaviour('I2', 'high', 'Found with drugs or goods in amounts meant to be passed on'),
        behaviour('I3', 'high', 'Found in a house used for dealing'),
        sign('I4', 'medium', 'Feels unable to continue as a witness'),
      ],
    },
    {
      code: 'J',
      name: 'Disclosure and direct evidence',
      indicators: [
        evidence('J1', 'high', 'The child has told somebody, in full or in part'),
        evidence('J2', 'high', 'Messages, images or other digital evidence'),
        evidence('J3', 'high', 'Intelligence graded reliable and corroborated'),
      ],
    },
    {
      code: 'K',
      name: 'Places',
      indicators: [
        sign('K1', 'medium', 'Spends time at a location of concern'),
        behaviour(
          'K2',
          'high',
          'Taken to, or met at, a hotel, taxi rank, takeaway, park or transport hub by adults of concern',
        ),
      ],
    },
  ],
  pushFactors: factors(
    ['neglect', 'Neglect'],
    ['abuse', 'Abuse'],
    ['conflict', 'Conflict at home'],
    ['poverty', 'Poverty'],
    ['exclusion', 'Exclusion from school'],
    ['unmet_send', 'Special educational needs or disability not met'],
    ['isolation', 'Isolation'],
    ['care_instability', 'Changes of home or carer'],
    ['debt', 'Debt'],
    ['bereavement', 'Bereavement'],
  ),
  pullFactors: factors(
    ['belonging', 'Belonging'],
    ['status', 'Status'],
    ['money', 'Money'],
    ['affection', 'Affection'],
    ['drugs', 'Drugs'],
    ['protection', 'Protection'],
    ['excitement', 'Excitement'],
    ['shelter', 'Shelter'],
  ),
  protectiveFactors: factors(
    ['safe_adult', 'An adult the child trusts and is safe with'],
    ['school', 'Attached to school or college'],
    ['insight', 'Sees what is being done to them'],
    ['stable_home', 'A settled home or placement'],
    ['engagement', 'Works with those who help'],
    ['hobbies', 'Interests and hobbies'],
    ['family_watch', 'Family keeps watch and knows what to do'],
    ['online_plan', 'A phone and online safety plan'],
    ['diversion', 'Positive activities in place'],
    ['trusted_worker', 'A worker the child trusts'],
  ),
  suggestion: 'strongest-evidence',
  bands: [
    {
      level: 'HIGH',
      means:
        'There is evidence that the child is being exploited, or is about to be; the person posing risk can reach the child, or the child cannot yet see what is being done to them.',
      response:
        'Consider a strategy discussion the same day; list for the Multi-Agency Child Exploitation (MACE) meeting and the Child Exploitation Tactical Group; safety plan within one working day; weekly contact; consider the National Referral Mechanism.',
    },
    {
      level: 'MEDIUM',
      means: 'The child is being groomed or targeted, or several significant indicators make that likely.',
      response:
        'Allocate in Evolve; safety plan within five working days; tell the Child Exploitation Tactical Group; consider whether the child is in need or in need of protection.',
    },
    {
      level: 'LOW',
      means: 'There are vulnerabilities or early (emerging) signs, and no evidence that anybody targets the child.',
      response: 'Early help or a lead professional; advice; consider closing.',
    },
    { level: 'NONE', means: 'Assessed, and no indicators found.', response: 'Close, or do not open.' },
  ],
  alsoCalled: {
    none: 'NONE',
    'not at risk': 'NONE',
    'no risk': 'NONE',
    'no risk identified': 'NONE',
    emerging: 'LOW',
    mild: 'LOW',
    moderate: 'MEDIUM',
    significant: 'HIGH',
  },
  validFrom: plainDate('2020-01-01'),
};
