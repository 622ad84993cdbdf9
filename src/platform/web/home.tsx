import type { Module, WaitingLine } from '../module.ts';
import { published } from './layout.tsx';
import { nobody, type Page, page } from './page.tsx';
import type { World } from './world.ts';

/** A worker's first page: what waits for them, room by room, and where to go. Counts only, never a name. */
export function homePage(rooms: readonly Module[]): Page {
  return page({
    path: '/',
    says: 'Your first page',
    may: 'home',
    about: nobody,
    async load(tx, _, world) {
      const waiting: WaitingLine[] = [];
      for (const { may, ask } of rooms.flatMap((room) => room.waiting ?? [])) {
        if (world.may(may)) waiting.push(...(await ask(tx, world)));
      }
      return { waiting: waiting.toSorted((a, b) => Number(b.danger ?? false) - Number(a.danger ?? false)) };
    },
    heading: (_, { worker }) => worker.name,
    view: ({ waiting }, _, world) => (
      <>
        {waiting.length > 0 ? <Waiting lines={waiting} /> : <p class="govuk-body">Nothing waits for you today.</p>}
        <Places rooms={rooms} world={world} />
      </>
    ),
  });
}

function Waiting({ lines }: { lines: WaitingLine[] }) {
  return (
    <ul class="waiting">
      {lines.map(({ says, count, late, path, danger }) => (
        <li class={late > 0 || danger ? 'waiting__line waiting__line--late' : 'waiting__line'}>
          <a class="govuk-link waiting__link" href={path}>
            <strong class="waiting__count">{count}</strong> {says}
          </a>
          {late > 0 && <span class="waiting__late">{late} late</span>}
        </li>
      ))}
    </ul>
  );
}

function Places({ rooms, world }: { rooms: readonly Module[]; world: World }) {
  const places = [...rooms.flatMap((room) => room.nav ?? []).filter(({ may }) => world.may(may)), published];
  return (
    <>
      <h2 class="govuk-heading-m">Where you can go</h2>
      <ul class="govuk-list">
        {places.map(({ says, path }) => (
          <li>
            <a class="govuk-link" href={path}>
              {says}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
