/** A question a member may ask in the room, and the tables that answer it; none where it is not answered there. */
export type Question = { ask: string; tables: readonly string[] };

/** What members are known to ask. A report is made so that none of these can be worked out from it where few children are behind. */
export const questions: Readonly<Record<string, Question>> = {
  'looked-after-or-send': {
    ask: 'Of children at risk of exploitation, how many are looked after, how many have special educational needs and disabilities (SEND), and how many are both?',
    tables: ['at-risk.looked_after+send'],
  },
  'protection-plan': {
    ask: 'Of children at risk of exploitation, how many are on a child protection plan?',
    tables: ['at-risk.protection_plan'],
  },
  'in-need': {
    ask: 'Of children at risk of exploitation, how many are children in need?',
    tables: ['at-risk.in_need'],
  },
  'level-change': {
    ask: 'Of children whose latest assessment identified no risk, how many had come in at which level?',
    tables: ['children-assessed.entered@latest=NONE'],
  },
  type: { ask: 'Of children at risk of exploitation, how many at risk of which type?', tables: ['at-risk.type'] },
  age: { ask: 'How old are the children at risk of exploitation?', tables: ['at-risk.age'] },
  sex: { ask: 'Are children at risk of exploitation girls or boys?', tables: ['at-risk.sex'] },
  ward: { ask: 'How many live in a certain ward?', tables: [] },
  school: { ask: 'How many go to a certain school?', tables: [] },
};
