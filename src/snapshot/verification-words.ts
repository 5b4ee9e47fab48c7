/** The outcome of a verification, in plain words. */
import { describeProblem } from './problem-words.ts';
import type { ChainState, SignatureState, Verification } from './verify-snapshot.ts';
import { isWhole } from './verify-snapshot.ts';

const SIGNATURES: Readonly<Record<SignatureState, string>> = {
  right: '签名：相符，是这把公钥的主人签的。',
  'other-key': '签名不对：是另一把密钥签的。',
  wrong: '签名不对：签名之后，清单或签名被改过。',
  unreadable: '签名不对：没有签名，或者不是 minisign 的签名。',
  unsigned: '签名：没有。能说明没有损坏，不能说明是谁做的。',
  unchecked: '签名：有，但没有核对。请用 --key 给出你从别处得来的公钥。',
};

const CHAINS: Readonly<Record<ChainState, string>> = {
  right: '前一份快照：相符。',
  other: '前一份快照不对：这份快照写明的是另一份。',
  unnamed: '前一份快照不对：这份快照没有写明前一份。',
  unchecked: '',
};

export function describeVerification(verification: Verification): string[] {
  const { problems, signature, chain, files, digest, previous } = verification;
  const state = problems.length === 0 ? `${files} 个文件，一个不少，一个不多，都没有变。` : `发现 ${problems.length} 处问题。`;
  return [
    ...problems.map(describeProblem),
    state,
    SIGNATURES[signature],
    ...(chain === 'unchecked' ? (previous ? [`前一份快照：写明是 ${previous}，没有核对（--previous）。`] : []) : [CHAINS[chain]]),
    ...(digest ? [`摘要：${digest}`] : []),
    isWhole(verification) ? '完好。' : '不完好。',
  ];
}
