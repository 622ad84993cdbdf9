import { readValue } from './figures-in.ts';
import { finding, hold, type Seen, say } from './finding.ts';
import type { Paper, Sentence } from './paper.ts';

const NUMBER = '(\\d{1,3}(?:,\\d{3})+|\\d+)';
const POPULATION = new RegExp(
  `\\bpopulation (?:of|is|was) (?<said>about |around |approximately |some )?${NUMBER}\\b|\\b${NUMBER} children (?:aged (?:0|under)|live in|living in)`,
  'i',
);
const RATE = /\b(\d+(?:\.(\d+))?) (?:children )?per (1,?000|10,?000|100,?000)\b/gi;

/** “309 children in a population of 57,205, a rate of 54.0 per 10,000”: one count, one population and one rate. */
export function checkRates({ sentences }: Paper): Seen[] {
  return sentences.flatMap(judgeRate);
}

function judgeRate(sentence: Sentence): Seen[] {
  const { text, figures } = sentence;
  const population = POPULATION.exec(text);
  const [rate, ...more] = [...text.matchAll(RATE)];
  const of = readValue(population?.[2] ?? population?.[3] ?? '');
  if (!rate || more.length > 0 || !of) return [];
  const counts = figures.filter(
    ({ kind, value, loose }) => kind === 'count' && value < of && !loose && value !== Number(rate[1]),
  );
  const [count] = counts;
  if (!count || counts.length > 1 || figures.some(({ kind }) => kind === 'percent')) return [];
  const per = Number(rate[3]?.replace(',', ''));
  const exact = (per * count.value) / of;
  // A population that ends in noughts is rounded.
  const unit = /0*$/.exec(String(of))?.[0].length ?? 0;
  const rounded = population?.groups?.said ? 0.1 : unit > 1 ? 10 ** unit / 2 / of : 0;
  const said = `${say(count.value)} of ${say(of)} is ${exact.toFixed(1)} per ${say(per)}`;
  const own = 10 ** -(rate[2]?.length ?? 0) / 2;
  if (Math.abs(exact - Number(rate[1])) <= own + exact * rounded + 1e-9)
    return [hold(sentence, rate.index, `${said}.`)];
  return [finding(sentence, rate.index, 'share', `${said}, not ${rate[1]}.`)];
}
