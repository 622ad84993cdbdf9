import { type Content, classes, type HeadingLevel, isGiven, type Root } from './content.ts';

export type PanelProps = Root & {
  readonly title: Content;
  readonly headingLevel?: HeadingLevel | undefined;
  readonly children?: Content;
};

export type InterruptionPanelProps = PanelProps & {
  /** A `PanelActions` with inverse buttons and links. */
  readonly actions?: Content;
};

/** The confirmation at the end of a journey. */
export const Panel = ({ class: extra, ...rest }: PanelProps) => (
  <Box class={classes('govuk-panel govuk-panel--confirmation', extra)} {...rest} />
);

/** A page that stops somebody to ask whether they are sure. */
export const InterruptionPanel = ({ class: extra, ...rest }: InterruptionPanelProps) => (
  <Box class={classes('govuk-panel govuk-panel--interruption', extra)} {...rest} />
);

export const PanelActions = ({ class: extra, children, ...rest }: Root & { readonly children?: Content }) => (
  <div class={classes('govuk-panel__actions', extra)} {...rest}>
    {isGiven(children) && <div class="govuk-button-group">{children}</div>}
  </div>
);

const Box = ({ title, headingLevel = 1, actions, children, ...rest }: InterruptionPanelProps) => {
  const Heading = `h${headingLevel}` as const;
  return (
    <div {...rest}>
      <Heading class="govuk-panel__title">{title}</Heading>
      {isGiven(children) && <div class="govuk-panel__body">{children}</div>}
      {actions}
    </div>
  );
};
