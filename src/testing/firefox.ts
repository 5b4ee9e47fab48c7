/**
 * Firefox as the system has it, driven by the standard protocol (WebDriver BiDi) that every Firefox speaks:
 * a second engine's opinion. Playwright needs a Firefox of its own or newer commands than those of the long-term release.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './commands.ts';

/** Nothing that the browser does by itself may reach the network. */
const QUIET = {
  'app.update.disabledForTesting': true,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.server': 'data:,',
  'ui.prefersReducedMotion': 1,
};

const PATIENCE_MS = 5000;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly error?: string;
  readonly message?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
}

/** The command of an installed Firefox; undefined where there is none. */
export function firefoxCommand(): string | undefined {
  return [process.env.MINGZHANG_FIREFOX ?? '', 'firefox-esr', 'firefox'].find((command) => {
    if (command === '') return false;
    try {
      execFileSync(command, ['--version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}

export class Firefox {
  readonly #process: ChildProcess;
  readonly #socket: WebSocket;
  readonly #profile: string;
  readonly #waiting = new Map<number, { resolve: (result: Record<string, unknown>) => void; reject: (reason: Error) => void }>();
  #last = 0;
  /** Requests that have had no answer. */
  readonly #open = new Set<string>();
  #page = '';
  /** Called with everything that the page or its requests report. */
  report: (method: string, params: Record<string, unknown>) => void = () => undefined;

  private constructor(process: ChildProcess, socket: WebSocket, profile: string) {
    this.#process = process;
    this.#socket = socket;
    this.#profile = profile;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Message));
  }

  /** `settings` are added to those that keep it quiet. */
  static async open(command: string, settings: Readonly<Record<string, boolean | number | string>> = {}): Promise<Firefox> {
    const profile = temporaryFolder();
    writeFileSync(
      join(profile, 'user.js'),
      Object.entries({ ...QUIET, ...settings })
        .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
        .join(''),
    );
    const child = spawn(command, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const found = /listening on (ws:\/\/\S+)/.exec(said)?.[1];
        if (found) resolve(found);
      });
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${said}`)));
    });
    const socket = new WebSocket(`${address}/session`);
    await once(socket, 'open');
    const firefox = new Firefox(child, socket, profile);
    await firefox.send('session.new', { capabilities: {} });
    await firefox.send('session.subscribe', {
      events: ['log.entryAdded', 'network.beforeRequestSent', 'network.responseCompleted', 'network.fetchError'],
    });
    // Whatever the Content-Security-Policy refuses becomes an error of the page.
    await firefox.send('script.addPreloadScript', {
      functionDeclaration: `() => document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => console.error('refused by ' + violatedDirective + ': ' + blockedURI))`,
    });
    const { context } = await firefox.send('browsingContext.create', { type: 'tab' });
    firefox.#page = String(context);
    return firefox;
  }

  send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  /** Leaves a page when it has what it asked for: a script could not tell a request broken off from one that failed. */
  async visit(url: string, width: number, height: number): Promise<void> {
    await this.#settled();
    await this.send('browsingContext.setViewport', { context: this.#page, viewport: { width, height } });
    await this.send('browsingContext.navigate', { context: this.#page, url, wait: 'complete' });
    // Scripts come after the first picture, and go when they have run.
    await this.evaluate(
      `new Promise((done) => { const ask = () => (document.querySelector('[data-module]') ? setTimeout(ask, 20) : done()); ask(); })`,
    );
  }

  /** The value of an expression in the page, which may be a promise; it must be JSON. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const answer = await this.send('script.evaluate', {
      expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
      target: { context: this.#page },
      awaitPromise: true,
    });
    if (answer.type !== 'success') throw new Error(JSON.stringify(answer.exceptionDetails));
    return JSON.parse((answer.result as { value: string }).value) as Value;
  }

  async press(...keys: readonly string[]): Promise<void> {
    const actions = keys.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.send('input.performActions', { context: this.#page, actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Gives files to an input, in this order; it takes no folder. */
  async setFiles(selector: string, files: readonly string[]): Promise<void> {
    const { result } = await this.send('script.evaluate', {
      expression: `document.querySelector(${JSON.stringify(selector)})`,
      target: { context: this.#page },
      awaitPromise: false,
    });
    const { sharedId } = result as { sharedId: string };
    await this.send('input.setFiles', { context: this.#page, element: { sharedId }, files });
  }

  async close(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#socket.close();
    this.#process.kill();
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async #settled(): Promise<void> {
    const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 20));
    await pause();
    for (const patience = Date.now() + PATIENCE_MS; this.#open.size > 0 && Date.now() < patience; ) await pause();
  }

  #receive({ id, method, error, message, params = {}, result = {} }: Message): void {
    const { request } = params as { request?: { request: string } };
    if (request && method === 'network.beforeRequestSent') this.#open.add(request.request);
    else if (request) this.#open.delete(request.request);
    if (method) this.report(method, params);
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || !waiting) return;
    this.#waiting.delete(id);
    if (error) waiting.reject(new Error(`${error}: ${message}`));
    else waiting.resolve(result);
  }
}
