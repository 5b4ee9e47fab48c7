/** What is wrong with which file, in plain words. Pure, also for browsers. */
import type { Problem } from './check-bag.ts';

export function describeProblem(problem: Problem): string {
  const { type, path } = problem;
  switch (type) {
    case 'changed':
      return `内容变了：${path}。它和制作快照时不是同一个文件。`;
    case 'missing':
      return `缺少：${path}。`;
    case 'extra':
      return `多出：${path}。制作快照时没有这个文件。`;
    case 'renamed':
      return `改了名字：${path} 现在叫 ${problem.to}，内容没变。`;
    case 'unreadable':
      return `读不出：${path}。存储介质可能坏了，或者它不是普通文件。`;
    case 'manifest-changed':
      return `清单变了：${path} 里关于 ${problem.about} 的一行不对，文件本身与另一份清单相符。`;
    case 'manifest-line':
      return `清单变了：${path} 第 ${problem.line} 行不是“摘要、两个空格、文件名”。`;
    case 'not-listed':
      return `清单变了：${path} 里没有 ${problem.about}，另一份清单里有。`;
    case 'declaration':
      return `不是 BagIt 1.0：${path} 的内容不对。`;
    case 'zip':
      return `ZIP 变了：${path} 和制作时不是同一个文件，里面的文件都没有变。请另取一份，或解开后核验文件夹。`;
    case 'oxum':
      return `总数不符：${path} 里的 Payload-Oxum 与实际的字节数、文件数不同。`;
  }
}
