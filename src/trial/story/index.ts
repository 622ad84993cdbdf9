export * from './cast.ts';
export { inOrder } from './chronicle.ts';
export { neighbourRows, publishedFigures } from './published.ts';
export { hardCases, recordsOf } from './same-child.ts';
export * from './story.ts';
export { tellStory } from './tell.ts';
