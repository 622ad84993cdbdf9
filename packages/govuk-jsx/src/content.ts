import type { VNode } from 'preact';

/** What may stand on a page: words (escaped) or JSX. Narrower than preact's own type, which lets any object through. */
export type Content = string | number | VNode | false | null | undefined | readonly Content[];

/** An entry of a list that a page may leave out in place: `mayClose && { … }`. */
export type Maybe<T> = T | false | null | undefined | '';

export type Attributes = {
  readonly [name: `data-${string}` | `aria-${string}`]: string | number | boolean | undefined;
};

/** Every component puts these on its outermost element; a form field puts them on its control. */
export type Root = Attributes & { readonly id?: string | undefined; readonly class?: string | undefined };

export type Size = 's' | 'm' | 'l' | 'xl';
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;
export type Value = string | number;

export const classes = (...names: readonly Maybe<string>[]): string => names.filter(Boolean).join(' ');

export const isGiven = (content: Content): boolean => {
  if (Array.isArray(content)) return content.some(isGiven);
  return content !== undefined && content !== null && content !== false && content !== '';
};

/** `Sent to {name}` reaches a component as an array of words: still only words. */
export const isText = (content: Content): boolean =>
  Array.isArray(content) ? content.every(isText) : typeof content === 'string' || typeof content === 'number';
