/** What lies in front, for whoever opens the folder: the way into the archive, how to verify it, and a page that does. */
import { createHash } from 'node:crypto';
import type { ArchiveFacts } from '../domain/declarations.ts';
import { ALGORITHMS, manifestOf, SIGNATURE, SIGNED, tagManifestOf } from './manifest.ts';

const SITE = 'data/site/index.html';

export interface FrontFacts {
  readonly archive: ArchiveFacts;
  readonly date: string;
  readonly version: string;
  readonly signed: boolean;
  readonly previous?: string | undefined;
  /** Whether a name in the manifests is written otherwise than on the disk, which standard tools do not know. */
  readonly encoded: boolean;
  /** Those of the site's home page. */
  readonly styles: string;
}

/** Leads on to the site by itself, and by hand where a browser does not. */
export function indexHtml({ archive, styles }: FrontFacts): string {
  return page(
    archive.title.zh,
    styles,
    `<meta http-equiv="refresh" content="0; url=${SITE}">`,
    `<h1>${asText(archive.title.zh)}</h1>
<p><a href="${SITE}">打开档案 · Open the archive</a></p>
<p><a href="verify.html">核验这份快照 · Verify this snapshot</a></p>`,
  );
}

/** The page without its script: `verify.js` finds the elements by their ids. */
export function verifyHtml({ archive, styles }: FrontFacts): string {
  return page(
    `核验：${archive.title.zh}`,
    styles,
    '<script defer src="verify.js"></script>',
    `<h1>核验这份快照 <span lang="en">Verify this snapshot</span></h1>
<p><strong>这一页不能为自己作证。</strong>它和它要核验的文件装在同一个包里：改了文件的人也可以改这一页。它能发现传输和存储中的损坏；要防有意的改动，请用别处得来的程序核验，见 <a href="README.md">README.md</a>，并核对签名。</p>
<p lang="en"><strong>This page cannot vouch for itself.</strong> It comes in the same package as the files that it checks: whoever changed them could have changed it. It finds what transport and storage have damaged. Against deliberate change, use a program from elsewhere, as <a href="README.md">README.md</a> says, and check the signature.</p>
<p><label for="folder">选择这份快照的文件夹 · Choose this snapshot’s folder</label><br><input type="file" id="folder" webkitdirectory></p>
<noscript><p>这一页要用脚本。没有脚本时，请按 README.md 核验。 This page needs scripts; without, see README.md.</p></noscript>
<p id="result" role="status"></p>
<ul id="problems"></ul>`,
  );
}

/** The lines to paste, for any system with the tools that POSIX and GNU or Perl have. */
function commands({ signed, encoded }: FrontFacts): { readonly unchanged: string; readonly complete: string } {
  const manifests = `${SIGNED} ${manifestOf('sha512')}`;
  const decode = "sed 's/%25/%/g'";
  // In a manifest, 128 digits and two spaces stand before the name.
  const listed = encoded ? `cut -c131- ${manifests} | ${decode}` : `cut -c131- ${manifests}`;
  const unlisted = [...ALGORITHMS.map(tagManifestOf), ...(signed ? [SIGNATURE] : [])].join(' ');
  return {
    unchanged: `${encoded ? `${decode} ${manifests} | ` : ''}sha512sum --quiet --strict -c ${encoded ? '-' : manifests} && echo 完好`,
    complete: `{ find . ! -type d | cut -c3-; ${listed}; printf '%s\\n' ${unlisted}; } | LC_ALL=C sort | LC_ALL=C uniq -u`,
  };
}

export function readme(facts: FrontFacts): string {
  const { archive, date, version, signed, previous } = facts;
  const { title, description, licence, publisher } = archive;
  const { unchanged, complete } = commands(facts);
  return `# ${title.zh}

${description.zh}
${publisher ? `\n发布者：${publisher}\n` : ''}
- 日期：${date}
- 许可：${licence.name}（${licence.url}）。公开文件的原件属于发布它们的机关。
- 制作：明账 mingzhang ${version}
- 前一份快照：${previous ?? '无，或未写明'}

## 打开

双击 \`index.html\`。不需要网络，不需要服务器，不需要安装。网页、搜索和图表都在这个文件夹里。

| 位置 | 内容 |
|---|---|
| \`data/site/\` | 网页 |
| \`data/archive/\` | 档案本身：文字（\`content/\`）、表格（\`data/\`，CSV）和所附的原件，逐字节相同 |
| \`data/observations.csv\` | 全部金额，一行一个，供程序使用 |
| \`data/datapackage.json\` | 各表各栏的说明（Data Package v2） |
| \`data/ro-crate-metadata.json\` | 每份文件的出处、摘要和日期（RO-Crate 1.2） |
| \`data/generator/\` | 生成程序的版本、依赖的准确版本和许可 |
| \`manifest-*.txt\`、\`tagmanifest-*.txt\` | 每个文件的摘要（BagIt 1.0，RFC 8493） |

## 核验

在这个文件夹里打开命令行，先看有没有变、有没有少：

\`\`\`sh
${unchanged}
\`\`\`

变了或缺了的文件会一一列出；最后一行是“完好”，就没有。再看有没有多：

\`\`\`sh
${complete}
\`\`\`

多出的、缺少的和改了名字的文件会一一列出；什么都不列，就是一个不多，一个不少。

macOS 把 \`sha512sum\` 换成 \`shasum -a 512\`。Windows 用 \`Get-FileHash -Algorithm SHA512 文件名\`，与 \`${manifestOf('sha512')}\` 里的一行对照。
也可以打开 \`verify.html\`，但包里的程序不能为自己作证。

${signed ? `这份快照有签名。用别处得来的公钥核对：\`minisign -Vm ${SIGNED} -p minisign.pub\`。签名管着 \`${SIGNED}\`，它管着其余的清单，清单管着每个文件。` : '这份快照没有签名：摘要能说明它没有损坏，不能说明是谁做的。'}

一份快照的名字是 \`${SIGNED}\` 的 SHA-512 摘要：\`sha512sum ${SIGNED}\`。下一份快照会写明它，谁也不能悄悄换掉已经发布的一份。

---

# ${title.en ?? title.zh}

${description.en ?? description.zh}

- Date: ${date}
- Licence: ${licence.name} (${licence.url}). The published documents belong to those who published them.
- Made by: mingzhang ${version}
- The snapshot before: ${previous ?? 'none, or not named'}

## To open it

Double-click \`index.html\`. No network, no server, nothing to install. Pages, search and charts are in this folder; the archive itself is in \`data/archive/\` (CSV and Markdown, and source files byte for byte), every amount in \`data/observations.csv\`, what the tables mean in \`data/datapackage.json\`, where documents came from in \`data/ro-crate-metadata.json\`, what made it in \`data/generator/\`.

## To verify it

The folder is a bag (BagIt 1.0, RFC 8493). In a shell in this folder, what was changed or removed:

\`\`\`sh
${unchanged}
\`\`\`

It names each such file; 完好 (“whole”) as the last line says that there is none. What was added, removed or renamed, one name a line, and nothing if nothing was:

\`\`\`sh
${complete}
\`\`\`

On macOS put \`shasum -a 512\` for \`sha512sum\`; on Windows hold \`Get-FileHash -Algorithm SHA512 FILE\` against the file’s line in \`${manifestOf('sha512')}\`. \`verify.html\` does the same in a browser, but no program inside a package can vouch for it.

${signed ? `It is signed: \`minisign -Vm ${SIGNED} -p minisign.pub\`, with a public key that you did not get from this folder.` : 'It is not signed: the digests show that it is undamaged, not who made it.'}

The name of a snapshot is the SHA-512 digest of its \`${SIGNED}\`; the snapshot after it names it.
`;
}

function page(title: string, styles: string, head: string, body: string): string {
  const digest = createHash('sha256').update(styles).digest('base64');
  const policy = `default-src 'none'; script-src 'self' file:; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${asText(title)}</title>
<style>${styles}</style>
${head}
</head>
<body>
<div class="page"><main>
${body}
</main></div>
</body>
</html>
`;
}

function asText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
