import { type Content, classes, type Root } from './content.ts';
import { Tag, type TagColour } from './tag.tsx';

export type PhaseBannerProps = Root & {
  readonly tag: Content;
  readonly tagColour?: TagColour | undefined;
  readonly children: Content;
};

export const PhaseBanner = ({ tag, tagColour, class: extra, children, ...rest }: PhaseBannerProps) => (
  <div class={classes('govuk-phase-banner govuk-width-container', extra)} {...rest}>
    <p class="govuk-phase-banner__content">
      <Tag class="govuk-phase-banner__content__tag" colour={tagColour}>
        {tag}
      </Tag>{' '}
      <span class="govuk-phase-banner__text">{children}</span>
    </p>
  </div>
);
