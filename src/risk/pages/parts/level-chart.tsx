import { daysBetween, type PlainDate, sayDay } from '../../../platform/kernel/index.ts';
import { levels, levelWords } from '../../judgement.ts';
import type { LevelOn } from '../../trend.ts';

const WIDTH = 640;
const HEIGHT = 200;
const LEFT = 140;
const ROW = 44;
const TOP = 20;

/** The level of record over time, as steps: it holds until the next assessment. The table beside it says the same. */
export function LevelChart({ series, today }: { series: readonly LevelOn[]; today: PlainDate }) {
  const [first] = series;
  if (!first || series.length < 2) return null;
  const days = Math.max(1, daysBetween(first.completedOn, today));
  const x = (day: PlainDate) =>
    Math.round(LEFT + 10 + (daysBetween(first.completedOn, day) / days) * (WIDTH - LEFT - 30));
  const y = ({ level }: LevelOn) => TOP + (levels.length - 1 - levels.indexOf(level)) * ROW;
  const steps = series.map((one) => `H ${x(one.completedOn)} V ${y(one)}`).join(' ');
  const told = series.map(({ completedOn, level }) => `${levelWords[level]} from ${sayDay(completedOn)}`).join('; ');
  return (
    <figure class="level-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="level-chart-title level-chart-says">
        <title id="level-chart-title">Level of record over time</title>
        <desc id="level-chart-says">{told}</desc>
        {levels.map((level) => (
          <g>
            <text x={LEFT} y={y({ level, completedOn: today }) + 5} text-anchor="end">
              {levelWords[level]}
            </text>
            <line
              class="level-chart__line"
              x1={LEFT + 8}
              x2={WIDTH}
              y1={y({ level, completedOn: today })}
              y2={y({ level, completedOn: today })}
            />
          </g>
        ))}
        <path class="level-chart__steps" d={`M ${x(first.completedOn)} ${y(first)} ${steps} H ${x(today)}`} />
        {series.map((one) => (
          <circle class="level-chart__point" cx={x(one.completedOn)} cy={y(one)} r="6" />
        ))}
        <text x={x(first.completedOn)} y={HEIGHT - 8}>
          {sayDay(first.completedOn)}
        </text>
        <text x={WIDTH - 4} y={HEIGHT - 8} text-anchor="end">
          Today
        </text>
      </svg>
    </figure>
  );
}
