import { type Content, classes, isText, type Root } from './content.ts';

interface Look {
  readonly variant?: 'secondary' | 'warning' | 'inverse' | undefined;
  /** The green arrow of a page that starts a service. */
  readonly start?: boolean | undefined;
  readonly children: Content;
}

export type ButtonProps = Root &
  Look & {
    readonly type?: 'submit' | 'button' | 'reset' | undefined;
    readonly name?: string | undefined;
    readonly value?: string | undefined;
    readonly form?: string | undefined;
    /** Where it sends the form, if not where the form says: the part of the page to come back to. */
    readonly formaction?: string | undefined;
    readonly disabled?: boolean | undefined;
    readonly preventDoubleClick?: boolean | undefined;
  };

export type ButtonLinkProps = Root & Look & { readonly href: string };

export const Button = ({
  variant,
  start,
  children,
  class: extra,
  type = 'submit',
  disabled,
  preventDoubleClick,
  ...rest
}: ButtonProps) => (
  <button
    type={type}
    disabled={disabled}
    aria-disabled={disabled ? 'true' : undefined}
    data-prevent-double-click={preventDoubleClick}
    class={look(variant, extra, start)}
    data-module="govuk-button"
    {...rest}
  >
    {face(start, children)}
  </button>
);

/** A link that looks like a button; GOV.UK's script lets the space key press it. */
export const ButtonLink = ({ variant, start, children, class: extra, ...rest }: ButtonLinkProps) => (
  // biome-ignore lint/a11y/useSemanticElements: it goes somewhere, so it must be a link
  <a role="button" draggable={false} class={look(variant, extra, start)} data-module="govuk-button" {...rest}>
    {face(start, children)}
  </a>
);

const look = (variant: Look['variant'], extra: string | undefined, start: boolean | undefined) =>
  classes('govuk-button', variant && `govuk-button--${variant}`, extra, start && 'govuk-button--start');

const face = (start: boolean | undefined, children: Content) =>
  start ? (
    <>
      {/* A start button is a flex box, which would swallow the spaces between JSX children. */}
      {isText(children) ? children : <span>{children}</span>}
      <svg
        class="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    </>
  ) : (
    children
  );
