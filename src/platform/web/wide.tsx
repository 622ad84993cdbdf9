import type { Content } from '@throughline/govuk-jsx';

/** What may be wider than a narrow screen scrolls inside its own region, which the keyboard reaches. */
export function Wide({ says, children }: { says: string; children: Content }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard cannot scroll the region (WCAG 2.1.1)
    <section class="wide" tabIndex={0} aria-label={says}>
      {children}
    </section>
  );
}
