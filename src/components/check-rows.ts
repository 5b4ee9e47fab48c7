/**
 * Sums opened to their inputs as HTML: a disclosure has some five hundred, so they are one string, without the end tags
 * that HTML does not ask for. The first link of a row leads to the cell.
 */
import type { Language } from '../language/language.ts';
import type { AgreeingSums, CheckLine, Link } from '../views/page.ts';
import { attribute, escapeHtml } from './html.ts';

export function checkRowsHtml(lines: readonly CheckLine[], language: Language): string {
  return lines.map((line) => checkRowHtml(line, language)).join('');
}

function checkRowHtml({ verdict, sum, where, reason, rule, inputs }: CheckLine, language: Language): string {
  return (
    `<tr class="${verdict}"${attribute('data-inputs', inputs)}><td class="answer">${answerHtml(verdict, language)}` +
    `<td class="sum">${escapeHtml(sum)}${linkHtml(where)}${reason ? `<span class="quiet">${escapeHtml(reason)}</span>` : ''}` +
    `<td class="rule">${linkHtml(rule)}`
  );
}

/** A body for each table and rule, with both and the answer in its head. */
export function agreeingSumsHtml(groups: readonly AgreeingSums[], language: Language): string {
  const answer = answerHtml('ok', language);
  const held = escapeHtml(language.checkHead.rule + language.colon);
  return groups
    .map(({ of, rule, lines }) => {
      const head = `<tr><th scope="rowgroup"><span class="answer">${answer}</span> <span data-of>${escapeHtml(of)}</span> <span class="held">${held}${linkHtml(rule)}</span></th>`;
      const rows = lines.map(({ where, sum, inputs }) => `<tr${attribute('data-inputs', inputs)}><td>${escapeHtml(sum)}${linkHtml(where)}`);
      return `<tbody>${head}${rows.join('')}</tbody>`;
    })
    .join('');
}

function answerHtml(verdict: CheckLine['verdict'], { verdicts }: Language): string {
  const { sign, name } = verdicts[verdict];
  return `<b class="sign" aria-hidden="true">${escapeHtml(sign)}</b>${escapeHtml(name)}`;
}

function linkHtml(to: Link): string {
  return `<a${attribute('href', to.href)}>${escapeHtml(to.text)}</a>`;
}
