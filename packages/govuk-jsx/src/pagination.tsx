import { type Attributes, type Content, classes, isGiven, type Maybe, type Root } from './content.ts';

export interface PaginationLink {
  readonly href: string;
  readonly text?: Content;
  /** What is on that page; shown when there are no numbered pages. */
  readonly labelText?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export type PaginationItem =
  | {
      readonly number: string | number;
      readonly href: string;
      readonly current?: boolean | undefined;
      readonly visuallyHiddenText?: string | undefined;
      readonly attributes?: Attributes | undefined;
    }
  | { readonly ellipsis: true };

export type PaginationProps = Root & {
  readonly previous?: PaginationLink | undefined;
  readonly next?: PaginationLink | undefined;
  readonly items?: readonly Maybe<PaginationItem>[] | undefined;
  readonly label?: string | undefined;
};

export const Pagination = ({ previous, next, items, label = 'Pagination', class: extra, ...rest }: PaginationProps) => {
  const isBlock = !items && Boolean(previous || next);
  return (
    <nav class={classes('govuk-pagination', isBlock && 'govuk-pagination--block', extra)} aria-label={label} {...rest}>
      {previous && <Step link={previous} rel="prev" isBlock={isBlock} />}
      {items && <ul class="govuk-pagination__list">{items.map((item) => item && <Item item={item} />)}</ul>}
      {next && <Step link={next} rel="next" isBlock={isBlock} />}
    </nav>
  );
};

interface StepProps {
  readonly link: PaginationLink;
  readonly rel: 'prev' | 'next';
  readonly isBlock: boolean;
}

const Step = ({ link: { href, text, labelText, attributes }, rel, isBlock }: StepProps) => {
  const isDecorated = isBlock && !labelText;
  const isArrowFirst = isBlock || rel === 'prev';
  return (
    <div class={`govuk-pagination__${rel}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={rel} {...attributes}>
        {isArrowFirst && <Arrow rel={rel} />}
        <span class={classes('govuk-pagination__link-title', isDecorated && 'govuk-pagination__link-title--decorated')}>
          {isGiven(text) ? text : <Unnamed rel={rel} />}
        </span>
        {labelText && isBlock && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">{labelText}</span>
          </>
        )}
        {!isArrowFirst && <Arrow rel={rel} />}
      </a>
    </div>
  );
};

const Unnamed = ({ rel }: Pick<StepProps, 'rel'>) => (
  <>
    {rel === 'prev' ? 'Previous' : 'Next'}
    <span class="govuk-visually-hidden"> page</span>
  </>
);

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

const Arrow = ({ rel }: Pick<StepProps, 'rel'>) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${rel}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={ARROWS[rel]} />
  </svg>
);

const Item = ({ item }: { readonly item: PaginationItem }) => {
  if ('ellipsis' in item) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  const { number, href, current, visuallyHiddenText = `Page ${number}`, attributes } = item;
  return (
    <li class={classes('govuk-pagination__item', current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={href}
        aria-label={visuallyHiddenText}
        aria-current={current ? 'page' : undefined}
        {...attributes}
      >
        {number}
      </a>
    </li>
  );
};
