/** Sums opened to their inputs as HTML: a disclosure has some five hundred, so they are one string. */
import type { Language } from '../language/language.ts';
import type { CheckLine } from '../views/page.ts';
import { attribute, escapeHtml } from './html.ts';

export function checkRowsHtml(lines: readonly CheckLine[], language: Language): string {
  return lines.map((line) => checkRowHtml(line, language)).join('');
}

function checkRowHtml({ verdict, sum, where, reason, rule, inputs }: CheckLine, { verdicts }: Language): string {
  const { sign, name } = verdicts[verdict];
  const link = (to: CheckLine['where'], mark = ''): string => `<a${attribute('href', to.href)}${mark}>${escapeHtml(to.text)}</a>`;
  return (
    `<tr class="${verdict}"${attribute('data-inputs', inputs)}><td class="answer"><b class="sign" aria-hidden="true">${escapeHtml(sign)}</b>${escapeHtml(name)}</td>` +
    `<td class="sum">${escapeHtml(sum)}${link(where, ' data-cell')}${reason ? `<span class="quiet">${escapeHtml(reason)}</span>` : ''}</td>` +
    `<td class="rule">${link(rule)}</td></tr>`
  );
}
