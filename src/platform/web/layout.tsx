import { ErrorSummary, PhaseBanner, SkipLink } from '@throughline/govuk-jsx';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { OpenGlass } from '../access/break-glass.db.ts';
import { londonDay, sayCount, sayDay } from '../kernel/index.ts';
import type { Module } from '../module.ts';
import { Top } from './top.tsx';
import type { Partnership, World } from './world.ts';

export type TroubleKind =
  | 'signed-out'
  | 'not-permitted'
  | 'not-found'
  | 'no-such-page'
  | 'database-lost'
  | 'broken'
  | 'bad-request';

/** What surrounds every page: made once at start from what the rooms offer. */
export type Shell = {
  nav: NonNullable<Module['nav']>;
  partnership: Partnership;
  trouble: (kind: TroubleKind) => string;
};

type Shown = {
  title: string;
  errors: Record<string, string>;
  body: VNode;
  csrf: string;
  said?: string;
  glass?: OpenGlass;
};

/** Where what left the building stands, for everybody: led to from every page. */
export const published = { says: 'Published figures', path: '/published' };

/** A whole page as text. */
export function renderPage(shell: Shell, world: World, shown: Shown): string {
  const hasErrors = Object.keys(shown.errors).length > 0;
  return document(
    `${hasErrors ? 'Error: ' : ''}${shown.title} – Throughline`,
    <>
      <Header partnership={shell.partnership} world={world} nav={shell.nav} csrf={shown.csrf} />
      <div class="govuk-width-container">
        <TrialBanner partnership={shell.partnership} world={world} />
        <main class="govuk-main-wrapper" id="main-content">
          {shown.said && (
            <div class="said" role="status">
              <p class="govuk-body">{shown.said}</p>
            </div>
          )}
          {shown.glass && <GlassNotice {...shown.glass} />}
          {hasErrors && <Errors errors={shown.errors} />}
          {shown.body}
        </main>
      </div>
      <Footer />
    </>,
  );
}

/** A page for somebody who is not signed in, or for when there is nobody to ask. Its title is its heading. */
export function renderPlain(partnership: Partnership, { title, body }: { title: string; body: VNode }): string {
  return document(
    `${title} – Throughline`,
    <>
      <Header partnership={partnership} />
      <div class="govuk-width-container">
        <TrialBanner partnership={partnership} />
        <main class="govuk-main-wrapper" id="main-content">
          <Top heading={title} />
          {body}
        </main>
      </div>
      <Footer />
    </>,
  );
}

function document(title: string, body: VNode): string {
  const page = (
    <html lang="en" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <link rel="stylesheet" href="/assets/govuk.css" />
        <link rel="stylesheet" href="/assets/throughline.css" />
        <link rel="icon" href="/assets/thread.svg" type="image/svg+xml" />
        <script type="module" src="/assets/start.js" />
      </head>
      <body class="govuk-template__body">
        <SkipLink href="#main-content">Skip to main content</SkipLink>
        {body}
      </body>
    </html>
  );
  return `<!doctype html>${render(page)}`;
}

/** On every page about a child whose record is open in an emergency: that it is, and for how much longer. */
function GlassNotice({ minutes, reason }: OpenGlass) {
  return (
    <div class="glass">
      <p class="govuk-body">
        <strong>Opened in an emergency: {sayCount(minutes, 'minute')} left.</strong> Your reason: {reason} Information
        governance reviews it.
      </p>
    </div>
  );
}

/** Errors in the order of the page, each leading to its question. */
function Errors({ errors }: { errors: Record<string, string> }) {
  const items = Object.entries(errors).map(([name, sentence]) =>
    name === '' ? { text: sentence } : { text: sentence, href: `#${name}` },
  );
  return <ErrorSummary title="There is a problem" errors={items} />;
}

function Header({
  partnership,
  world,
  nav = [],
  csrf,
}: {
  partnership: Partnership;
  world?: World;
  nav?: Shell['nav'];
  csrf?: string;
}) {
  return (
    <header class="house-header">
      <div class="govuk-width-container house-header__inside">
        <a class="house-header__name" href="/">
          <svg class="house-header__thread" viewBox="0 0 32 16" aria-hidden="true" focusable="false">
            <path d="M1 12 C 8 12, 8 4, 16 4 S 24 12, 31 4" />
          </svg>
          Throughline
        </a>
        <span class="house-header__partnership">{partnership.name}</span>
        {world && csrf && (
          <form class="house-header__worker" method="post" action="/sign-out">
            <input type="hidden" name="_csrf" value={csrf} />
            <span>
              {world.worker.name}, {world.worker.title}
            </span>
            <button class="house-header__out" type="submit">
              Sign out
            </button>
          </form>
        )}
      </div>
      {world && (
        <nav class="house-nav" aria-label="Main">
          <ul class="govuk-width-container">
            {nav
              .filter(({ may }) => world.may(may))
              .map(({ says, path }) => (
                <li>
                  <a href={path}>{says}</a>
                </li>
              ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

function TrialBanner({ partnership, world }: { partnership: Partnership; world?: World }) {
  if (!partnership.trialNow) return null;
  const today = world?.today ?? londonDay(partnership.trialNow);
  return <PhaseBanner tag="Trial">Everybody here is invented. Today is {sayDay(today)}.</PhaseBanner>;
}

function Footer() {
  return (
    <footer class="house-footer">
      <div class="govuk-width-container">
        <p class="govuk-body-s">
          If a child is in immediate danger, ring 999. Throughline records concerns; it is not an emergency service.
          Every look at a child’s record is written down.
        </p>
        <p class="govuk-body-s">
          <a class="govuk-link" href={published.path}>
            {published.says}
          </a>
        </p>
      </div>
    </footer>
  );
}
