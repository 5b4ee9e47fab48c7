/** The password of a secret key, from MINGZHANG_KEY_PASSWORD or typed unseen. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

export async function askPassword(): Promise<string> {
  const given = process.env.MINGZHANG_KEY_PASSWORD;
  if (given !== undefined || !process.stdin.isTTY) return given ?? '';
  process.stderr.write('密钥的密码：');
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true });
  const password = await terminal.question('');
  terminal.close();
  process.stderr.write('\n');
  return password;
}
