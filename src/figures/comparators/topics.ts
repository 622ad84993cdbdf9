import type { Target } from './target.ts';
import { neglectTarget } from './target.ts';

/** What somebody chooses to compare: its series, each of one kind of unit and so with a table and a picture of its own. */
export type Topic = { id: string; title: string; says: string; series: readonly string[]; target?: Target };

export const topics: readonly Topic[] = [
  {
    id: 'neglect-plans',
    title: 'Child protection plans for neglect',
    says: 'How many plans are for neglect; what share of plans that is; and how many children that is for every 10,000.',
    series: ['protection.neglect-share', 'protection.neglect-rate', 'protection.neglect'],
    target: neglectTarget,
  },
  {
    id: 'plans',
    title: 'Child protection plans',
    says: 'All plans in force on a day, and how many of the plans begun in a year were not the child’s first.',
    series: ['protection.plans', 'protection.plans-rate', 'protection.again-share'],
  },
  {
    id: 'neglect-factor',
    title: 'Neglect found at assessment',
    says: 'Assessments by social workers that named neglect as a factor, plan or no plan.',
    series: ['factors.neglect-share', 'factors.neglect'],
  },
  {
    id: 'sexual-exploitation',
    title: 'Sexual exploitation found at assessment',
    says: 'Assessments by social workers that named child sexual exploitation as a factor.',
    series: ['factors.cse-share', 'factors.cse'],
  },
  {
    id: 'criminal-exploitation',
    title: 'Criminal exploitation found at assessment',
    says: 'Assessments by social workers that named child criminal exploitation as a factor; collected since 2021/22.',
    series: ['factors.cce-share', 'factors.cce'],
  },
  {
    id: 'referrals',
    title: 'Referrals to children’s social care',
    says: 'Referrals of every sort, where they come from, and how many follow another within twelve months.',
    series: [
      'social-care.referrals',
      'social-care.again-share',
      'social-care.from-schools',
      'social-care.from-police',
      'social-care.from-health',
    ],
  },
  {
    id: 'in-need',
    title: 'Children in need',
    says: 'Children whom the council helps because they need it to do well, plans included.',
    series: ['in-need.rate', 'in-need.episodes'],
  },
  {
    id: 'looked-after',
    title: 'Looked-after children',
    says: 'Children in the care of the council.',
    series: ['looked-after.rate', 'looked-after.children'],
  },
  {
    id: 'in-time',
    title: 'Enquiries, and work done in time',
    says: 'Section 47 enquiries, and how much of the work with a limit was done within it.',
    series: ['enquiries.rate', 'assessments.in-time', 'conferences.in-time'],
  },
];
