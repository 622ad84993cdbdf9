export { reportCommand } from './report.command.ts';
export { reports } from './report.ts';
