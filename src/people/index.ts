export * from './imports/child.ts';
export * from './imports/codes.ts';
export { readSend, type SendFile, sendColumns } from './imports/send.ts';
