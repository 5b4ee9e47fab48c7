/** Astro's language server as an editor runs it: what it completes and what it objects to in a file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const SERVER = join(dirname(createRequire(require.resolve('@astrojs/check')).resolve('@astrojs/language-server')), '../bin/nodeServer.js');

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

export interface Editor {
  /** Opens a file with a text that it need not have on disk. */
  readonly open: (file: string, text: string) => void;
  /** What is offered at a place, line and character from 0. */
  readonly complete: (file: string, line: number, character: number) => Promise<readonly string[]>;
  /** What is wrong with the front matter, in the server's words. */
  readonly problems: (file: string) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** `folder` is what the editor has open. */
export async function openEditor(folder: string): Promise<Editor> {
  const server = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map<number, (result: unknown) => void>();
  let last = 0;
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const ask = (method: string, params: object): Promise<unknown> =>
    new Promise((done) => {
      last += 1;
      waiting.set(last, done);
      send({ id: last, method, params });
    });
  listen(server.stdout, (message) => {
    if (message.id === undefined) return;
    if (message.method === undefined) waiting.get(message.id)?.(message.result);
    // The server asks for settings and to register itself: there are none, and it may.
    else send({ id: message.id, result: message.method === 'workspace/configuration' ? [] : null });
  });
  const uri = (file: string): string => pathToFileURL(join(folder, file)).href;
  await ask('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'archive' }],
    capabilities: { textDocument: { completion: {}, diagnostic: {} }, workspace: { workspaceFolders: true } },
    initializationOptions: { contentIntellisense: true, typescript: { tsdk: dirname(require.resolve('typescript')) } },
  });
  send({ method: 'initialized', params: {} });
  return {
    open: (file, text) =>
      send({ method: 'textDocument/didOpen', params: { textDocument: { uri: uri(file), languageId: 'mdx', version: 1, text } } }),
    complete: async (file, line, character) => {
      const answer = await ask('textDocument/completion', { textDocument: { uri: uri(file) }, position: { line, character } });
      const { items } = (answer ?? { items: [] }) as { items: { label: string }[] };
      return items.map(({ label }) => label);
    },
    problems: async (file) => {
      const answer = await ask('textDocument/diagnostic', { textDocument: { uri: uri(file) } });
      const { items } = (answer ?? { items: [] }) as { items: { message: string }[] };
      return items.map(({ message }) => message);
    },
    close: async () => {
      server.kill();
      if (server.exitCode === null) await once(server, 'exit');
    },
  };
}

function listen(stream: NodeJS.ReadableStream, hear: (message: Message) => void): void {
  let heard = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    heard = Buffer.concat([heard, chunk]);
    for (;;) {
      const head = heard.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(heard.subarray(0, head).toString())?.[1]);
      if (head < 0 || heard.length < head + 4 + length) return;
      hear(JSON.parse(heard.subarray(head + 4, head + 4 + length).toString()) as Message);
      heard = heard.subarray(head + 4 + length);
    }
  });
}
