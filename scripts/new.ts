import { createInterface } from 'node:readline/promises';
import { wordsIn } from '../src/domain/finding.ts';
import { placeInWords } from '../src/reporting/terminal.ts';
import { NEW, type New, optionsOf, scaffold } from '../src/scaffolding/scaffold.ts';
import { BAD_DATA, BAD_USAGE, parseCommand, refuse } from './command.ts';

const USAGE = `npm run new -- unit [options]
npm run new -- disclosure [options]

Makes the files of a new unit, or of a new disclosure with an empty CSV for each of its tables. What the options
do not say is asked, unless everything required is said: then the rest is taken as proposed.
  unit        --name NAME --id ID --region CODE; optional --short-name, --code, --nature
  disclosure  --unit ID --year YEAR --type TYPE (of the archive: budget, final-accounts …);
              optional --title, --profile ID|none, --tables KIND,KIND, --scope unit|department, --scale, --form, --url,
              --revision N (a document published again)
  --archive DIR  the archive's folder (default: this project, or MINGZHANG_ARCHIVE)
Nothing that exists is changed. Exit code 0: done; 1: errors in the archive; 2: a wrong call.`;

const names = [...new Set(NEW.flatMap((made) => optionsOf(made)))];
const options = Object.fromEntries(names.map((name) => [name, { type: 'string' }] as const));
const command = parseCommand(USAGE, options, ['unit|disclosure'], { archive: true });
const made = NEW.find((each) => each === command.arguments[0]) as New | undefined;
if (!made) refuse(`不能新建“${command.arguments[0]}”。可以新建 ${NEW.join('、')}。`, USAGE);
const given = Object.fromEntries(names.flatMap((name) => (command.text(name) === undefined ? [] : [[name, command.text(name) ?? '']])));
const foreign = Object.keys(given).filter((name) => !optionsOf(made).includes(name));
if (foreign.length > 0) refuse(`新建 ${made} 用不上 --${foreign.join('、--')}。`, USAGE);

const input = createInterface({ input: process.stdin, output: process.stdout });
const lines = input[Symbol.asyncIterator]();
const outcome = await scaffold(command.archive, made, given, {
  say: (line) => console.log(line),
  hear: async (prompt) => {
    input.setPrompt(prompt);
    input.prompt();
    const { value, done } = await lines.next();
    return done ? undefined : value;
  },
});
const { scaffolding: words, text } = outcome.language;
input.close();
if ('refused' in outcome) {
  console.error(`\n${outcome.refused.join('\n')}\n\n${USAGE}`);
  process.exitCode = BAD_USAGE;
} else if ('findings' in outcome) {
  console.error(outcome.why);
  for (const finding of outcome.findings)
    console.error(`  ${placeInWords(finding, outcome.language)}\n    ${wordsIn(finding.message, [text])}`);
  process.exitCode = BAD_DATA;
} else {
  const tables = outcome.written.length - 1;
  console.log(`\n${words.written}\n${outcome.written.map((file) => `  ${file}`).join('\n')}`);
  if (tables > 0) console.log(words.tablesPrepared(tables));
  console.log(words.next);
}
