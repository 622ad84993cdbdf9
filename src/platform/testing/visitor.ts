import type { FastifyInstance } from 'fastify';
import { parseHTML } from 'linkedom';

export type Answer = { status: number; html: string; page: Document; goesTo: string | undefined };

/** Somebody at a keyboard without a browser: requests in, HTML out, through the real server and the real database. */
export class Visitor {
  readonly #server: FastifyInstance;
  readonly #cookies = new Map<string, string>();
  /** The page looked at last: a link may give only what follows its path. */
  #at = '/';

  private constructor(server: FastifyInstance) {
    this.#server = server;
  }

  static async signedIn(server: FastifyInstance, key: string): Promise<Visitor> {
    const visitor = new Visitor(server);
    const signIn = await visitor.get('/sign-in');
    await visitor.post('/sign-in', { worker: key, _csrf: tokenIn(signIn, '_csrf') });
    return visitor;
  }

  /** The cookies as a browser would send them. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async get(path: string): Promise<Answer> {
    this.#at = path.startsWith('?') ? this.#at.replace(/[?].*|$/, path) : path;
    return this.#ask('GET', this.#at);
  }

  /** Posts what is typed into the form at `path`, with the tokens the shown form carries. */
  async submit(path: string, typed: Record<string, string | string[]>, at = path): Promise<Answer> {
    const shown = await this.get(path);
    return this.post(at, { ...typed, _csrf: tokenIn(shown, '_csrf'), _once: tokenIn(shown, '_once') });
  }

  async post(path: string, sent: Record<string, string | string[]>): Promise<Answer> {
    const body = new URLSearchParams();
    for (const [name, values] of Object.entries(sent)) for (const value of [values].flat()) body.append(name, value);
    return this.#ask('POST', path, body.toString());
  }

  async #ask(method: 'GET' | 'POST', path: string, payload?: string): Promise<Answer> {
    const response = await this.#server.inject({
      method,
      url: path,
      headers: {
        cookie: this.cookie,
        ...(payload !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(payload !== undefined && { payload }),
    });
    for (const { name, value } of response.cookies) this.#cookies.set(name, value);
    return {
      status: response.statusCode,
      html: response.body,
      page: parseHTML(response.body).document,
      goesTo: response.headers.location,
    };
  }
}

export function tokenIn(answer: Answer, name: '_csrf' | '_once'): string {
  const inputs = [...answer.page.querySelectorAll(`main input[name="${name}"], input[name="${name}"]`)];
  return inputs.at(-1)?.getAttribute('value') ?? '';
}
