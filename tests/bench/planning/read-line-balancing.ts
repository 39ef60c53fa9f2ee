import type { PlanInput } from '../../../shared/planner/model.ts';
import { uniformInput } from './uniform-input.ts';
import { linesOf, numbersOf } from './value-table.ts';

/** `.IN2`: number of tasks, their times, then `i,j` pairs up to `-1,-1`. The cycle time stands elsewhere. */
export function readIn2(text: string, cycleTime: number): PlanInput {
  const [first = '', ...rest] = linesOf(text);
  const count = Number(first);
  const times = rest.slice(0, count).map(Number);
  const pairs: [number, number][] = [];
  for (const line of rest.slice(count)) {
    const [before = -1, after = -1] = numbersOf(line);
    if (before < 0) break;
    pairs.push([before - 1, after - 1]);
  }
  return uniformInput({ capacities: [cycleTime], items: times.map((time) => [time]), weakBefore: pairs });
}

/** `.alb`: named sections in angle brackets. */
export function readAlb(text: string): PlanInput {
  const sections = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of linesOf(text)) {
    const title = /^<(.*)>$/.exec(line)?.[1];
    if (title === undefined) current.push(line);
    else sections.set(title, (current = []));
  }
  const section = (title: string): readonly string[] => sections.get(title) ?? [];
  const times: number[] = [];
  for (const line of section('task times')) {
    const [task = 0, time = 0] = numbersOf(line);
    times[task - 1] = time;
  }
  const pairs = section('precedence relations').map((line): [number, number] => {
    const [before = 0, after = 0] = numbersOf(line);
    return [before - 1, after - 1];
  });
  const cycleTime = Number(section('cycle time')[0]);
  return uniformInput({ capacities: [cycleTime], items: times.map((time) => [time]), weakBefore: pairs });
}
