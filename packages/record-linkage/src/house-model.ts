import type { Shared } from './compare.ts';
import { type Chances, type Knowledge, makeModel } from './fellegi-sunter.ts';

/**
 * What we take to be so before any file is counted: rough shares, from the spelling and copying errors that record
 * linkage reports, a borough of some 100,000 children (6,000 days of birth, 7,000 postcodes) and a MASH that knows about
 * every second child it is told of. A file's own counts outweigh them as soon as there are enough.
 */
const same: Chances = {
  given: [0.8, 0.06, 0.06, 0.03, 0.02, 0.03],
  surname: [0.82, 0.03, 0.05, 0.03, 0.02, 0.05],
  order: [0.97, 0.03],
  birth: [0.93, 0.006, 0.02, 0.008, 0.02, 0.006, 0.01],
  due: [0.25, 0.35, 0.25, 0.12, 0.03],
  sex: [0.98, 0.02],
  postcode: [0.65, 0.03, 0.12, 0.2],
  town: [0.75, 0.05, 0.2],
  line: [0.55, 0.08, 0.05, 0.02, 0.3],
  email: [0.7, 0.05, 0.05, 0.2],
  phone: [0.6, 0.03, 0.37],
  nhs: [0.99, 0.01],
  upn: [0.98, 0.02],
};

const other: Chances = {
  given: [0.004, 0.003, 0.006, 0.012, 0.045, 0.93],
  surname: [0.0015, 0.0015, 0.006, 0.006, 0.045, 0.94],
  order: [0.95, 0.05],
  birth: [0.00016, 0.00008, 0.0026, 0.004, 0.009, 0.034, 0.95],
  due: [0.00016, 0.0022, 0.0045, 0.0087, 0.98444],
  sex: [0.5, 0.5],
  postcode: [0.0002, 0.0018, 0.118, 0.88],
  town: [0.25, 0.01, 0.74],
  line: [0.00002, 0.00008, 0.0009, 0.019, 0.98],
  email: [0.00001, 0.00019, 0.0038, 0.996],
  phone: [0.00001, 0.00009, 0.9999],
  nhs: [0.000001, 0.999999],
  upn: [0.000001, 0.999999],
};

/** One birth in 65 is of twins; brothers and sisters are seldom given one name. */
const siblings: Chances = {
  ...same,
  given: [0.005, 0.008, 0.02, 0.01, 0.08, 0.877],
  order: other.order,
  birth: [0.035, 0.0005, 0.012, 0.006, 0.02, 0.04, 0.8865],
  due: [0.02, 0.01, 0.005, 0.005, 0.96],
  sex: [0.5, 0.5],
  nhs: [0.00001, 0.99999],
  upn: [0.00001, 0.99999],
};

/** Shares of the commonest names among children in the towns of northern England, so that they say less. */
const COMMON: Readonly<Partial<Record<keyof Shared, Readonly<Record<string, number>>>>> = {
  surname: {
    smith: 0.012,
    jones: 0.008,
    taylor: 0.007,
    williams: 0.006,
    brown: 0.006,
    khan: 0.012,
    hussain: 0.012,
    ahmed: 0.008,
    ali: 0.009,
    patel: 0.005,
    mahmood: 0.004,
    akhtar: 0.003,
    begum: 0.003,
    iqbal: 0.003,
    shah: 0.003,
    malik: 0.003,
    wilson: 0.005,
    johnson: 0.004,
    walker: 0.005,
    wright: 0.004,
    robinson: 0.004,
    thompson: 0.004,
    white: 0.004,
    green: 0.004,
    hall: 0.004,
    wood: 0.004,
    clarke: 0.003,
    horvath: 0.004,
    horvathova: 0.003,
    davies: 0.005,
  },
  given: {
    mohammed: 0.018,
    muhammad: 0.018,
    oliver: 0.014,
    jack: 0.014,
    harry: 0.012,
    george: 0.012,
    noah: 0.012,
    charlie: 0.012,
    jacob: 0.01,
    thomas: 0.011,
    oscar: 0.009,
    william: 0.01,
    james: 0.011,
    leo: 0.009,
    alfie: 0.008,
    joshua: 0.01,
    amelia: 0.013,
    olivia: 0.013,
    isla: 0.01,
    ava: 0.01,
    emily: 0.011,
    ella: 0.008,
    lily: 0.009,
    grace: 0.009,
    jessica: 0.009,
    sophie: 0.008,
    evie: 0.008,
    freya: 0.006,
    poppy: 0.007,
    ali: 0.006,
  },
};

export const houseKnowledge: Knowledge = {
  same,
  other,
  siblings,
  neighbours: { town: [0.97, 0.01, 0.02], line: [0.07, 0.02, 0.8, 0.01, 0.1] },
  odds: 0.5 / 100_000,
  familyOdds: 2,
  share: (field, value) => COMMON[field]?.[value],
  company: () => undefined,
  namesakes: 0,
  grades: { certain: 10, likely: 4, possible: -4 },
};

/** For one person against everybody held, where there is no file to learn from. */
export const houseModel = makeModel(houseKnowledge);
