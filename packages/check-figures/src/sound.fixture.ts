/** What a paper may say without anything being wrong. A false alarm costs more trust than a slip that is missed. */
export const sound: readonly string[] = [
  'Of the 120 children, 64 were boys and 56 were girls.',
  'Of the 77 children referred, 30 were looked after, 40 had special educational needs and 20 had both.',
  'In the cohort, 60% were boys, 55% were looked after and 70% were known to the police.',
  'The service reached 120 families (40 sessions, 3 venues).',
  'There were 27 delegates (3 tables of 9).',
  'Referrals rose from 120 to 150, an increase of 25%.',
  'Plans fell from 398 to 309, a reduction of 89 (22%).',
  '62% of reviews were on time in Rotherham, compared with 58% in England and 71% in statistical neighbours.',
  '119 of 317 referrals (38%) were self-referrals.',
  'Of the 12 children, 33% were girls and 67% were boys.',
  'Attendance was 91% for police, 87% for health and 95% for social care.',
  'Key indicators:\n- 82% of visits were in time.\n- 91% of reviews were on time.\n- 77% of plans were signed.',
  'Of those asked, 90% felt safer, 85% felt listened to and 80% would come back.',
  'Spending was £1.2m on staff and £0.8m on premises, £2.0m in total.',
  '| Source | Number | % |\n|---|---|---|\n| Police | 40 | 33.3% |\n| School | 50 | 41.7% |\n| Health | 30 | 25.0% |\n| Total | 120 | 100% |',
  '| Source | 2022 | 2023 |\n|---|---|---|\n| Police | 40 | 33 |\n| School | 50 | 41 |\n| Total | 90 | 74 |',
  '| Level | Children |\n|---|---|\n| Low | c |\n| Medium | 12 |\n| High | c |\n| Total | 20 |',
  '| Area | Rate per 10,000 | Plans |\n|---|---|---|\n| North | 45.2 | 12 |\n| South | 51.3 | 14 |\n| Total | 48.1 | 26 |',
  '| Agency | Attendance |\n|---|---|\n| Police | 91% |\n| Health | 87% |\n| Total | 89% |',
  'Respondents could choose more than one answer: 60% chose police, 55% chose school and 40% chose health.\nSources of help were 60% friends, 55% school.',
  'The team closed seventy-three cases: forty-six with no risk identified and twenty-seven at low.',
  'In 2023 there were 45 referrals. In 2022 there were 38 referrals.',
  'The Health Select Commission met with the Improving Lives Select Commission on 5 December 2023.',
  'The Neglect Strategy 2022-2024 was replaced by the Neglect Strategy 2024-2026.',
  'Two thirds of children (31 of 47) were boys.',
  'More than half of the cases (60 of 110) were open.',
  'One in three children (34%) were known.',
  'Ages: under 16 20%, 16-17 45%, 18 and over 35%.',
  'The 40% target was met: 42% of plans were about neglect.',
  '12 boys and 15 girls attended, 27 in total.',
  '141 + 107 + 50 + 46 = 344',
  'A total of 45 children were seen in quarter one. A total of 51 children were seen in quarter two.',
  'The panel considered 14 cases in June. The panel considered 18 cases in July.',
  'The Safeguarding Adults Board and the Safeguarding Children Board met. The Safeguarding Children Board agreed. The Safeguarding Children Board met again.',
  'The team held 12 sessions, reaching 340 pupils in 9 schools.',
  '33% were low, 33% were medium and 33% were high.',
  'Of the 64 assessments completed, 22 (34%) were low, 30 (47%) medium and 12 (19%) high.',
  'There were 86 contacts: 40 from schools, 25 from the police and 21 from health.',
  'Staff numbers: 12 social workers, 4 managers and 2 clerks. There are 14 posts vacant, including 6 social workers and 3 managers.',
  'The annual budget of £450,000 includes £200,000 for staff and £120,000 for premises.',
  'Self-referral: 20%\nPolice: 45%\nHealth: 35%',
  'Year to date there were 212 episodes by 84 children; 41 children had more than one episode and 12 had five or more.',
  'Satisfaction rose from 71% to 84%, an increase of 13 percentage points.',
  'Attendance improved from 71% to 84%, a rise of 13%.',
  'Of 84 children, 41 (49%) had more than one episode, and 29 (35%) were looked after.',
  'The budget for 2024/25 was agreed. Tuesday 12 March 2024.',
  '9 of 10 children (90%) were seen within five days, and 18 of 24 (75%) within ten.',
  'There were 50 children open: 20 at low, 18 at medium, 8 at high and 4 not yet assessed.',
  'Around half of the 45 children were looked after.',
  'The number of children on plans fell by 22% to 309 from 398.',
  '14 children (12 boys, 2 girls) were seen.',
  'Three young people gave feedback. Three partners attended.',
  'The workshop was attended by 30 members. The conference was attended by 45 members.',
  'Contacts received: 1,204\nReferrals accepted: 640\nAssessments started: 598\nTotal staff: 44',
  `WALDEN PEOPLE SCRUTINY COMMITTEE
Thursday 14 September 2023

Present: Councillor Amble (in the Chair); Councillors Birch, Cole and Dunn.

12. MINUTES OF THE PREVIOUS MEETING

Resolved: That the minutes of the meeting held on 13 July 2023 be approved.

13. EARLY HELP ANNUAL REPORT 2022/23

The Committee received the annual report. In 2022/23 the service received 1,284 contacts, an increase of 7% on the 1,200 received in 2021/22. Of these, 642 (50%) were closed with advice, 385 (30%) led to an assessment and 257 (20%) were passed on.

- Two hundred and eighty-one families had a key worker.
- Of the 281 families, 153 (54%) lived in the north and 128 (46%) in the south.
- 91% of plans were reviewed within six weeks, against a target of 85%.
- 88% of parents said they felt listened to, 79% said their situation had improved and 64% said they knew whom to ask next time.
- Eighteen staff left and twenty-two joined.

In answer to a question, it was noted that 79% was an improvement on the 71% of the previous year. Members asked about the 54% of families in the north. Around two thirds of referrals were from schools.

The cost was £1.45m, of which £0.9m was staff.

| Ward | Families | Share |
|------|----------|-------|
| Amble | 61 | 21.7% |
| Birch | 92 | 32.7% |
| Cole | 128 | 45.6% |
| Total | 281 | 100.0% |

14. WORK PROGRAMME

Resolved: That the Work Programme for 2023/24 be approved.

The next meeting would be held on Thursday 9 November 2023 at 10am.`,
  `Referrals by source, 2023

Source            Number   Percent
Police               48      24%
Schools              76      38%
Health               52      26%
Family               24      12%
Total               200     100%

There were 200 referrals in 2023. Schools made 76 referrals (38%).
`,
  `During the year the panel considered sixty-four cases in total. Of
these, twenty-one were about missing episodes, thirty were about
online harm and thirteen were about both. The panel met twelve times and
an average of nine members attended each meeting. In 2022 the panel considered
fifty-eight cases.
`,
  'Age\tChildren\tGirls\tBoys\n0-4\t12\t5\t7\n5-9\t18\t8\t10\n10-15\t25\t14\t11\nTotal\t55\t27\t28\n',
  `| Measure | Q1 | Q2 | Q3 | Q4 | Total |
|---|---|---|---|---|---|
| Referrals | 20 | 25 | 22 | 30 | 97 |
| Children seen | 18 | 22 | 21 | 27 | 70 |
| Open at quarter end | 40 | 41 | 39 | 44 | 44 |
| Closed | 14 | 17 | 16 | 20 | 67 |
`,
  `The grant was £350,000: £210,000 for staff, £90,000 for commissioned work and £50,000 for premises. A further £12,500 was carried forward.
The Council approved a budget of £2.4m for 2023/24 and £2.6m for 2024/25.
Savings of £1.1m were made against a target of £1.5m, a shortfall of £0.4m.`,
  `Missing episodes fell from 340 in 2022 to 289 in 2023 (a 15% reduction), by 112 children in 2022 and 97 children in 2023.
The rate per 10,000 children was 45.3, compared with 54.0 for statistical neighbours and 41.4 for England.
Repeat plans were 25.2% in 2023 and 25.7% in 2024.`,
  `We asked 48 young people. 40 answered (83%). Of the 40, 31 (78%) felt safe and 35 (88%) felt listened to. 12 of the 40 (30%) wanted more evening sessions. Nine in ten parents were satisfied (90%).`,
  `The Walden Safeguarding Children Partnership (WSCP) met on 3 May 2023. The WSCP Executive Board reports to the Walden Safeguarding Children Partnership. The Safer Walden Partnership and the Health and Wellbeing Board were consulted. The Walden Safeguarding Adults Board was informed. Children's Services and Children and Young People's Services were present. The Child Exploitation Delivery Group, the Child Exploitation Tactical Group and the Neglect Delivery Group met.`,
  `Attendance at the panel by agency was: police 95%, health 80%, education 75%, housing 60% and probation 55%.`,
  `Factors identified at assessment: domestic abuse 48%, parental mental health 39%, neglect 31%, substance misuse 22%.`,
  `Of 120 children assessed, 45 were at risk of criminal exploitation, 38 of sexual exploitation and 20 of both. 60 children had a plan. 17 children were looked after and 22 had a disability.`,
  `The team has 14.5 full-time posts: 1 manager, 3.5 senior workers and 10 practitioners.`,
  `See Appendix 2 and paragraph 3.4. Contact 01709 555 1234. The report has 24 pages. Version 2.1. Item 7 of 9.`,
  `Over 1,700 children were reached, more than 40% of all pupils in years 7 to 9. At least 12 schools took part and 3 more have signed up.`,
  `North
- 12 children were on the waiting list.
- 4 children had waited over six weeks.
South
- 15 children were on the waiting list.
- 2 children had waited over six weeks.`,
  `Of leavers in quarter one, 82% reported better wellbeing. In quarter two 79% reported better wellbeing.`,
  `Total referrals: 120\nTotal assessments: 84\nTotal plans: 31\n`,
  `Figures are rounded to the nearest 5.\n\n| Type | Children |\n|---|---|\n| A | 25 |\n| B | 35 |\n| C | 15 |\n| Total | 80 |`,
  `1. Apologies\n2. Declarations of interest\n3. Minutes of 4 July 2023\n4. Budget 2023/24\n5. Any other business`,
  `The Child Exploitation Strategy 2019-2022 concluded. The Child Exploitation Priorities 2023-2028 were published. The draft Child Exploitation Strategy (2023 – 2028) and the Child Exploitation Strategy 2023-28 were considered. The Early Help Strategy 2024-2029 was in development.`,
  `| Team | Open | Closed |\n|---|---|---|\n| North A | 12 | 4 |\n| North B | 10 | 6 |\n| Sub-total North | 22 | 10 |\n| South A | 9 | 3 |\n| South B | 14 | 8 |\n| Sub-total South | 23 | 11 |\n| Total | 45 | 21 |`,
  `| Group | Children |\n|---|---|\n| All children | 45 |\n| Boys | 25 |\n| Girls | 20 |`,
  `Children may appear in more than one category.\n\n| Need | Children |\n|---|---|\n| SEND | 20 |\n| Looked after | 15 |\n| Both | 5 |\n| Total | 30 |`,
  'The service received 412 referrals. Of these, 156 were from schools, 122 from the police, 84 from health and 50 from families.',
  'Of the 412 referrals, 156 (38%) were from schools.',
  'There were 96 young people open to the team. Fifty-two were boys and forty-four were girls.',
  'In a group of eight children, 38% had a plan.',
  'Of the 500 pupils, 45% were girls; 12% of girls and 9% of boys were absent.',
  'A survey of 250 parents found 62% were satisfied, 25% had no view and 13% were dissatisfied.',
  'Nine of the 12 recommendations (75%) were accepted, two were rejected and one was deferred.',
  'Between 2021 and 2023 the number of plans rose from 120 to 150 and then fell to 140.',
  'Spend was £2.1m against a budget of £2.4m, an underspend of £0.3m.',
  'The 12 members considered 3 reports, 2 presentations and 1 petition.',
  'Team A closed 12 cases. Team B closed 15 cases.',
  'In quarter three 41 children were referred; in quarter four 52 children were referred.',
  'There were 120 referrals, including 45 from schools and 30 from police.',
  'Members noted that 45% of children were white, 30% were Asian, 12% were Black and 13% were from other groups.',
  'Half of respondents (51%) agreed and a third (32%) disagreed.',
  'Almost half (48%) of the young people returned. Over half (53%) improved.',
  '40% of plans were for neglect, and 35% of children in care had a plan for permanence. 62% of care leavers were in work.',
  'The committee noted 3 actions (2 complete, 1 outstanding).',
  'Of 30 schools, 24 (80%) replied and 18 (60%) had a lead.',
  'There were 45 boys (52%) and 42 girls (48%).',
  'Performance: 95% of contacts were screened in a day, 88% of assessments were completed in 45 days and 79% of visits were in time.',
  'The Cabinet Member, the Health Scrutiny Committee and the Children Scrutiny Committee discussed it. The Children Scrutiny Committee agreed.',
  'The Corporate Parenting Panel would become the Corporate Parenting Board.',
  'The Governing Board met. The School Forum met. The Youth Panel met. The Youth Forum met.',
  'The first report covered 2021/22. The second covered 2022/23. The work programme for 2021/22 had closed. 14 March 2024',
  'Minutes of the meeting held on 14 March 2024\n\nThe Annual Report 2021-22 was received. The Budget outturn for 2022/23 was noted. The Strategy 2019-2022 had ended.',
  '| Measure | 2022 | 2023 | Change |\n|---|---|---|---|\n| Referrals | 120 | 150 | 25% |\n| Plans | 80 | 60 | -25% |\n| Total contacts | 900 | 870 | -3% |',
  '| Indicator | Target | Actual |\n|---|---|---|\n| Reviews on time | 90% | 87% |\n| Visits on time | 95% | 96% |\n| All indicators | 92% | 91% |',
  '| Name | Attended |\n|---|---|\n| Cllr A | 4 of 5 |\n| Cllr B | 5 of 5 |',
  '| Month | Referrals | Cumulative |\n|---|---|---|\n| April | 12 | 12 |\n| May | 15 | 27 |\n| June | 10 | 37 |\n| Total | 37 | |',
  '| Month | Referrals | Cumulative |\n|---|---|---|\n| April | 12 | 12 |\n| May | 15 | 27 |\n| Total | 27 | 27 |',
  '| Area | Children | Rate |\n|---|---|---|\n| North | 12 | 4.1 |\n| South | 30 | 6.2 |\n| Borough | 42 | 5.4 |',
  '| Month | Missing episodes | Children |\n|---|---|---|\n| October | 84 | 41 |\n| November | 77 | 39 |\n| December | 69 | 34 |\n| Total | 230 | 88 |',
  '| Indicator | Q1 | Q2 | Q3 | Q4 | 2022/23 |\n|---|---|---|---|---|---|\n| Referrals | 812 | 774 | 901 | 866 | 3,353 |\n| Children referred | 700 | 690 | 780 | 770 | 2,600 |\n| Children looked after | 601 | 598 | 590 | 584 | 584 |\n| Care leavers | 201 | 208 | 210 | 214 | 214 |\n| Average caseload | 14.2 | 14.8 | 15.1 | 14.9 | 14.8 |\n| Social workers in post | 88 | 91 | 90 | 94 | 94 |\n| % in time | 84% | 86% | 81% | 88% | 85% |',
  'As the table shows, 82% of the training was delivered. Members asked about the 58% of boys in 2020/21.\n\n| Year | Boys | Girls |\n|---|---|---|\n| 2020/21 | 44 (58%) | 32 (42%) |\n| 2021/22 | 51 (61%) | 33 (39%) |\n\n| Action | Progress |\n|---|---|\n| Train 200 staff | 164 trained (82%) |',
  '| Factor at assessment | % of assessments |\n|---|---|\n| Domestic abuse | 48% |\n| Mental health of a parent | 39% |\n| Neglect | 31% |\n| Going missing | 22% |\n| Child exploitation | 9% |\n\n| Need | Children | % |\n|---|---|---|\n| Special educational needs | 39 | 28% |\n| Looked after | 26 | 19% |\n| Child in need | 46 | 33% |\n| Child protection plan | 19 | 14% |\n| All children | 139 | 100% |',
  '| Measure | March 2022 | March 2023 | Change | Direction |\n|---|---|---|---|---|\n| Children on a plan | 398 | 309 | -89 | Down |\n| Children in need | 1,810 | 1,733 | -77 | Down |\n| Re-referrals | 23% | 20% | -3 | Better |\n| Rate per 10,000 | 69.6 | 54.0 | -15.6 | Down |\n\n| Measure | 2022/23 | 2021/22 | % change |\n|---|---|---|---|\n| Contacts | 12,040 | 11,200 | 7.5% |\n| Referrals | 3,353 | 3,120 | 7.5% |\n| Spend | £1.25m | £1.19m | 5% |',
  '| Measure | Target | Actual | Variance |\n|---|---|---|---|\n| Reviews in time | 95% | 91% | -4 |\n| Visits in time | 90% | 92% | +2 |\n| Vacancies | 10 | 14 | 4 over |',
  'There were 214 referrals, up from 180 the year before, an increase of 34 (19%). 309 children were on a plan at 31 March 2024, down from 398 a year earlier, a reduction of 22%. 3,353 contacts were received, an increase of 7.5% on 2021/22. Numbers have more than doubled since 2019, from 62 to 139. Referrals from health have almost halved from 44 to 24. The waiting list doubled from 12 to 24. 45 of the 214 were repeat referrals, compared with 50 last year. Of 60 staff, 12 left, compared with 15 of 58 the year before, a fall of 20%.',
  'Timeliness rose by six percentage points, from 78% to 84%. Attendance fell from 92.5% to 90%, a fall of 2.5 percentage points (2.7%). Completion rose from 61% to 74% (13 percentage points, 21%). Attendance moved from 91% to 93%, two points better. Vacancies fell from 18% to 12%, a reduction of a third.',
  'There were 214 referrals, of which 43 (20%) led to no further action and 64 (30%) were for children already known. 225 return interviews were offered and 170 (76%) were completed. There were 309 children on a plan. Of these, 124 (40.1%) were for neglect. We asked 92 children and 58 (63%) answered; 30 of them (52%) were girls. In all 412 calls were taken, 300 by day and 112 (27%) by night. 40 families were visited, and 12 (55%) of the 22 who had moved were traced. 60 children were seen and 30 families (75%) had a plan.',
  'Three quarters of the 48 children (36) were boys. Half of the 30 schools (15) replied. A third of the 33 parents (11) were unsure. 38% of the 317 referrals (120) were from adults. Two thirds of the 48 children open in March (2023) were boys. A quarter of the 48 children (12 boys) had moved.',
  'With a population of 57,205 children, the 309 on a plan are a rate of 54.0 per 10,000. In a population of about 57,000, 214 referrals is a rate of 38 per 10,000. The rate of children looked after was 102 per 10,000 (584 children in a population of 57,205), compared with 71 per 10,000 in England.',
  'The two-year programme 2022/24 is at its half-way point. The 2023/25 delivery plan was agreed. From 1 April 2023 to 31 March 2024 there were 214 referrals. Between 1 January and 31 December 2023, 344 assessments were completed. The Council Plan 2022-25 and the Year Ahead Delivery Plan 2023-24 were noted.',
  'In 2021/22, 60% of referrals were from schools; in 2022/23, 55% of referrals were from schools and in 2023/24, 62% of referrals were from schools. 61% of boys and 72% of girls were from the north. Of boys, 45% were from schools, and of girls, 70% were from schools.',
  'Evolve\n- 44 children were open at 31 December 2023.\n- 12 children were waiting.\nEdge of Care\n- 61 children were open at 31 December 2023.\n- 3 children were waiting.\nFamily Support\n- 120 families were open at 31 December 2023.',
  '3. Who are the children?\n\n3.1 At 31 March 2024 there were 96 children open to the team. 58 (60%) were male and 38 (40%) female.\n3.2 The youngest was 9 and the oldest 17. Two thirds (64) were 15 or older.\n3.3 Seventy-one per cent were White British, compared with 78% of all 10 to 17 year-olds in the borough.\n3.4 Thirty (31%) had a special educational need; 22 (23%) were looked after; 15 (16%) were subject to a plan; 40 (42%) were missing from home at least once in the year.\n3.5 12 of the 22 looked-after children (55%) were placed outside the borough, 7 of them more than 20 miles away.\n3.6 There were 61 children at risk of criminal exploitation, 42 at risk of sexual exploitation; 7 of these were at risk of both.',
  '| Line | Budget | Forecast | Variance |\n|---|---|---|---|\n| Staff | £812,400 | £798,000 | -£14,400 |\n| Placements | £2,140,000 | £2,310,500 | £170,500 |\n| Total | £2,952,400 | £3,108,500 | £156,100 |',
  'Table 1: Referrals by source¹\n\n| Source | 2021/22 | 2022/23 | Change | % change |\n|---|---|---|---|---|\n| Education | 64 | 88 | +24 | 37.5% |\n| Police | 71 | 66 | -5 | -7.0% |\n| Health | 18 | 24 | +6 | 33.3% |\n| Family and self | 9 | 12 | +3 | 33.3% |\n| Social care | 18 | 24 | +6 | 33.3% |\n| Total² | 180 | 214 | +34 | 18.9% |\n\n¹ The source is as recorded by the MASH.\n² Includes referrals that were later withdrawn.',
  '| Month | Missing episodes | Children | Return interviews offered | Return interviews completed | % completed |\n|---|---|---|---|---|---|\n| October 2023 | 84 | 41 | 82 | 61 | 74% |\n| November 2023 | 77 | 39 | 77 | 60 | 78% |\n| December 2023 | 69 | 34 | 66 | 49 | 74% |\n| Quarter 3 | 230 | 88 | 225 | 170 | 76% |\n\nIn quarter 3 there were 230 missing episodes by 88 children. 225 return interviews were offered and 170 (76%) were completed, 121 of them within 72 hours (71% of those completed).',
  '| | 2020/21 | 2021/22 | 2022/23 |\n|---|---|---|---|\n| Boys | 44 (58%) | 51 (61%) | 60 (62%) |\n| Girls | 32 (42%) | 33 (39%) | 37 (38%) |\n| Total | 76 | 84 | 97 |',
  'Of the 1 204 referrals, 604 (50%) were from schools. There were 1 204 contacts in total, of which 804 were closed and 400 progressed. £1 204 was spent on staff and £800 on premises, £2 004 in total.',
  '10 to 15 children attended the drop-in group in 2023.\n\n18 children attended the drop-in group in 2023.',
  'Of the 12 children, 10–15% had a plan. Between 10% and 15% of the 12 children came.',
  'Source Police School Total\nNorth 104 205 309\n\nOf the 104 205 309 children, 205 (66%) were from schools.',
  '| Source | January to | April to | Total |\n| | March | June | |\n|---|---|---|---|\n| Police | 40 | 30 | 70 |\n| School | 50 | 20 | 70 |\n| Source | January to | April to | Total |\n| | March | June | |\n| Health | 10 | 10 | 20 |\n| Total | 100 | 60 | 160 |',
  'Type\tUnder 13\t13 to 15\t16 to 17 18 or over\tTotal\nCriminal\t2\t2\t1\t5\t10\nSexual\t3\t2\t2\t7\t14\nBoth\t1\t1\t1\t4\t7\nTotal\t6\t5\t4\t16\t31',
  'In 2022/23 there were 1,204 contacts, of which 312 (26%) became referrals; 87 of these (28%) progressed to a strategy meeting. Of the 90 children, 30 (33%) were girls and 12 (40%) of these had a plan.',
  '12 of 15 (80%) of staff and 9 of 12 (75%) of partners attended, 21 of 27 (78%) overall.',
  'Of 120 assessments, 84 (70%) were in time, compared with 90 of 110 (82%) last year.',
  'In 2023/24 there were 1,733 children in need, a rate of 303 per 10,000, up from 1,650 (290 per 10,000). The rate was 54.0 per 10,000, down from 69.0 per 10,000.',
  '97 children were assessed, 60 boys and 37 girls, of whom 12 (20%) and 9 (24%) were looked after.',
];
