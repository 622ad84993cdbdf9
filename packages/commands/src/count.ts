/** The words that go with a number: `1 closure that waits`, `2 closures that wait`. None takes the plural. */
export const wordsFor = (count: number, one: string, several = `${one}s`): string => (count === 1 ? one : several);

export const sayCount = (count: number, one: string, several?: string): string =>
  `${count} ${wordsFor(count, one, several)}`;
