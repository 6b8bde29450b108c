/** What the command line says when it says more than files: options and commands, read by commander. */
import { Command, CommanderError, Option } from 'commander'
import { catalogue } from '../../rules/groups/index.ts'
import { type Registry, UsageError } from '../core.ts'
import { isReporterName, reporterNames } from '../reporters/index.ts'
import { noPaint } from '../reporters/paint.ts'
import { paragraph, textColumns, toCells, usableWidth } from '../reporters/terminal.ts'
import { genreAsked } from '../session/settled.ts'
import type { Shard } from '../session/sharding.ts'
import { likely, nearest } from '../suggest.ts'
import type { Flags, LintFlags, ReportFlags, WantedReport } from './flags.ts'
import { withFormat, withReports } from './formats.ts'
import { versionOf } from './outcome.ts'
import { lintPaths, USUAL_FLAGS } from './plain.ts'
import type { Surroundings } from './surroundings.ts'

/** Runs what `argv` asks for and returns the exit code. Throws `UsageError`. */
export async function runCommand(argv: readonly string[], io: Surroundings): Promise<number> {
  let code = 0
  const program = buildProgram(argv, io, (exitCode) => {
    code = exitCode
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return 0
    throw new UsageError(inChinese(error, program, argv, io))
  }
}

function buildProgram(argv: readonly string[], io: Surroundings, done: (exitCode: number) => void): Command {
  const program = new Command('burden-lint')
  quietly(program, io)
    .enablePositionalOptions()
    .description('公文与讲话稿减负检查：指出哪里不合规定、依据哪一条、怎么改。不联网；不加 --fix 不改动原稿。')
    .usage('[选项] [文件、文件夹或通配路径…]')
    .argument('[paths...]', '要检查的文稿，默认为当前文件夹；- 表示标准输入')
    .option('-V, --version', '显示版本')
  shared(program)
    .option('--format <名称[:文件]>', `输出格式，可多次使用：${reporterNames.join('、')}；默认 pretty`, report)
    .option(...OUTPUT_FILE)
    .option('--fix', '改正标点、编号等写法，直接写回原稿，再报告剩下的')
    .option('--unsafe-fixes', '连同要人看一遍的改正（与 --fix、--diff 或 --suggest 连用）')
    .option('--diff', '只显示会怎么改，不改原稿；有可改的，退出码为 1')
    .option('--annotate <文件夹>', '给每份文稿做一份 Word 副本，问题写成批注，放进这个文件夹')
    .option('--suggest', '在副本里把能改的写成修订，由您接受或拒绝（与 --annotate 连用）')
    .option(...QUIET)
    .option('--baseline <文件>', '基线：其中记着的旧问题不再报告；默认用配置旁边的 .burden-baseline.json（有就用）')
    .option('--update-baseline', '把现有的问题记入基线，以后只报告新问题')
    .option('--cache', '记住每份文稿的结果，没有改动的下次不再检查')
    .option('--cache-location <文件夹>', '缓存放在哪里（隐含 --cache）；默认在当前用户的缓存文件夹')
    .option('--jobs <数>', '同时用几个线程；默认按处理器数，文稿少时不用', jobs)
    .option(
      '--changed [基准]',
      '只检查改动的文稿（git）：还没有提交的，或与基准（如 origin/main）不同的；上级文件改了，也检查落实它的文稿',
    )
    .option('--watch', '文稿、上级文件或配置改动后自动再检查，按 Ctrl-C 结束')
    .option('--shard <第几/共几>', '只检查其中一份，如 3/8；各份都用 --format json，再用 burden-lint merge 合并', shard)
    .option('--stdin-ndjson', '从标准输入逐行读文稿 {path, text 或 base64}，逐行输出结果')
    .option('--timeout <秒>', '一份文稿最多检查多久；默认 60，只检查一份时不限', seconds)
    .option(...STATISTICS)
    .option('--timing', '另在标准错误输出用时')
    .option('--debug-genre', '另在标准错误输出每份文稿的文种和判断依据')
    .option('--print-config <文件>', '只显示对这份文稿起作用的配置')
    .option(...MAX_WARNINGS)
    .addHelpText('after', () => examples(usableWidth(io.stdout.columns ?? 80)))
    .action(async (paths: string[], flags: LintFlags) => {
      if (flags.version) {
        io.stdout.write(`${versionOf(io)}\n`)
        return
      }
      refuseUnread(paths, program)
      if (flags.printConfig !== undefined) {
        const { printConfig } = await import('./insight.ts')
        done(await printConfig(flags.printConfig, flags, catalogue, io))
        return
      }
      if (flags.against && paths.length === 0 && !flags.stdinNdjson)
        throw new UsageError(
          '没有指定要检查的文稿',
          '请把文稿写在 --against 之前：burden-lint 实施方案.docx --against 上级意见.docx',
        )
      if (flags.stdinNdjson) {
        if (paths.length > 0) throw new UsageError('--stdin-ndjson 从标准输入读文稿，不能再写文件', '请去掉文件名')
        done(await (await import('./stream.ts')).runStream(flags, catalogue, io))
        return
      }
      done(await lintPaths(paths, withReports(flags), io))
    })

  // A command that is not called is listed, and needs no more.
  const sub = (name: string, description: string, fill: (command: Command) => void) => {
    const command = quietly(program.command(name), io).description(description)
    if (argv.includes(name)) fill(command)
  }
  sub('merge', '合并 --shard 各份的 JSON 结果，与不分片的结果一样', (command) => {
    language(command)
      .usage('<结果.json…>')
      .argument('<files...>', '各分片用 --format json 得到的结果')
      .option('--format <名称[:文件]>', '输出格式，与检查时相同，可多次使用；默认 pretty', report)
      .option(...OUTPUT_FILE)
      .option(...QUIET)
      .option('--baseline <文件>', '基线：其中记着的旧问题不再报告')
      .option('--update-baseline', '把现有的问题记入基线')
      .option(...STATISTICS)
      .option(...MAX_WARNINGS)
      .option(...NO_COLOR)
      .action(async (paths: string[], flags: LintFlags) => {
        const { runMerge } = await import('./merge.ts')
        done(await runMerge(paths, withReports(flags), catalogue, io))
      })
  })
  sub('measures', '50%规则逐句展开：从哪里来、是不是具体举措', (command) => {
    shared(command)
      .usage('<实施文件> --against <上级文件…>')
      .argument('<document>', '贯彻落实上级文件的文稿')
      .addOption(formats('pretty', 'json', 'html'))
      .option(...OUTPUT_FILE)
      .option('--write-review', '在文稿旁边生成复核文件，列出机器拿不准的句子；不覆盖已有的')
      .action(async (path: string, flags: ReportFlags) => {
        refuseUnread([path], command)
        const { runMeasures } = await import('./measures.ts')
        done(await runMeasures(path, meant(flags, command), catalogue, io))
      })
  })
  sub('count', '统计字数：Word 字数、不计空格、汉字、页数、讲话分钟', (command) => {
    // No rule runs: what decides which, or what one compares with, has no use here.
    reading(language(command))
      .option(...CONFIG)
      .usage('<文件、文件夹或通配路径…>')
      .argument('<paths...>', '要统计的文稿')
      .addOption(formats('pretty', 'json'))
      .option('-o, --output-file <文件>', '把结果写入文件；没写 --format 的，格式看扩展名，如 .json', reportFile)
      .action(async (paths: string[], flags: ReportFlags) => {
        refuseUnread(paths, command)
        const { runCount } = await import('./count.ts')
        done(await runCount(paths, meant(flags, command), catalogue, io))
      })
  })
  sub('explain', '说明一条规则：查什么、依据、选项、例子', (command) => {
    language(command)
      .usage('<规则>')
      .argument('<rule>', '规则名，如 overlong-speech')
      .option(...CONFIG)
      .action(async (id: string, flags: Flags) => {
        const { explainRule, withOwn } = await import('./explain.ts')
        const all = await withOwn(flags, catalogue, io, id)
        io.stdout.write(explainRule(known(id, all.rules), all.rules, all.presets, io, flags.lang))
        done(0)
      })
  })
  sub('rules', '列出全部规则', (command) => {
    language(command)
      .option(...CONFIG)
      .addOption(formats('pretty', 'json'))
      .action(async (flags: ReportFlags) => {
        const { listRules, withOwn } = await import('./explain.ts')
        const all = await withOwn(flags, catalogue, io)
        io.stdout.write(listRules(all.rules, all.presets, flags, io))
        done(0)
      })
  })
  sub('ledger', '一张表格看变化：各单位发文、会议、检查的计划、已用、进度、预计和同比', (command) => {
    language(command)
      .usage('<台账…>')
      .argument('<registers...>', '年度计划、月度统计、逐件登记的台账：文件、文件夹或通配路径')
      .addOption(formats('pretty', 'csv', 'json', 'html', 'xlsx'))
      .option(
        '-o, --output-file <文件>',
        '把结果写入文件；没写 --format 的，格式看扩展名，如 .xlsx；xlsx 要写成文件',
        reportFile,
      )
      .option('--as-of <日期>', '按这一天计算，如 2026-06-30；默认今天', day)
      .option('--year <年份>', '看哪一年；默认是计算之日的那一年', yearNumber)
      .addOption(
        new Option('--renamed <旧名=新名>', '改了名的单位，可多次使用').argParser((pair: string, all?: string[]) => [
          ...(all ?? []),
          pair,
        ]),
      )
      .option('--quiet', '只列有超量、预警的单位')
      .option(...CONFIG)
      .option(...STDIN_FILENAME, 'stdin.csv')
      .option(...NO_COLOR)
      .action(async (paths: string[], flags: ReportFlags) => {
        refuseUnread(paths, command)
        const { runLedger } = await import('./ledger.ts')
        done(await runLedger(paths, meant(flags, command), catalogue, io))
      })
  })
  sub('handbook', '一本宣传册学政策：把现行规则、限量、依据、口径和例子做成一页，可打印', (command) => {
    judging(command)
      .addOption(formats('html', 'markdown'))
      .option('-o, --output-file <文件>', '把手册写入文件；没写 --format 的，格式看扩展名，如 .md', reportFile)
      .action(async (flags: ReportFlags) => {
        const { runHandbook } = await import('./handbook.ts')
        done(await runHandbook(meant(flags, command), catalogue, io))
      })
  })
  sub('init', '生成配置文件 .burdenrc.json，或空白台账', (command) => {
    command
      .option('-y, --yes', '不提问，全部采用默认值')
      .option('--registers [文件夹]', '只生成各种台账的空白模板（.xlsx），默认放进文件夹 台账；不覆盖已有的')
      .action(async (flags: Flags) => {
        const { runInit, runInitRegisters } = await import('./init.ts')
        const { registers } = flags
        if (registers === undefined) done(await runInit(flags.yes === true, io))
        else done(await runInitRegisters(registers === true ? '台账' : registers, io))
      })
  })
  return program
}

// Options that stand among others: their places in the help differ.
const OUTPUT_FILE = [
  '-o, --output-file <文件>',
  '把结果写入文件；没写 --format 的，格式看扩展名，如 .html',
  reportFile,
] as const
const QUIET = ['--quiet', '只显示错误'] as const
const STATISTICS = ['--statistics', '另在标准错误输出各规则的次数'] as const
const MAX_WARNINGS = ['--max-warnings <数>', '警告超过这个数时，退出码为 1', count] as const
const NO_COLOR = ['--no-color', '不用颜色'] as const
const STDIN_FILENAME = ['--stdin-filename <名称>', '标准输入按这个文件名处理', stdinName] as const
const CONFIG = ['--config <文件>', '指定配置文件'] as const

/** The formats of commands that make one report; the first one is usual. */
function formats(...choices: readonly [string, ...string[]]): Option {
  const option = new Option('--format <名称>', '输出格式').choices(choices).default(choices[0])
  const parse = option.parseArg!
  let asked: string | undefined
  return option.argParser((value, previous) => {
    if (asked !== undefined && asked !== value)
      throw new UsageError(`--format 一次只能写一种，现在是 ${asked} 和 ${value}`, '请分几次运行')
    asked = value
    return parse(value, previous)
  })
}

/** The options of a command with `formats`; where --format is not written, the name of the report file may say it. */
const meant = (flags: ReportFlags, command: Command): ReportFlags => {
  const formats = command.options.find(({ long }) => long === '--format')?.argChoices ?? []
  return withFormat(flags, formats, command.getOptionValueSource('format') !== 'default')
}

/** Options of every command that judges documents. */
function shared(command: Command): Command {
  return reading(
    judging(language(command)).addOption(
      many(new Option('--against <文件…>', '上级文件、存放它们的文件夹或通配路径（可写多个），用于 50% 规则')),
    ),
  )
}

/** Options of every command that reads documents. */
const reading = (command: Command) =>
  command
    .addOption(new Option('--genre <文种>', `指明文种，如 speech.special`).argParser(genreAsked))
    .option(...STDIN_FILENAME, USUAL_FLAGS.stdinFilename)
    .option(...NO_COLOR)

/** Options that decide which rules are in force. */
const judging = (command: Command) =>
  command
    .option('--as-of <日期>', '按这一天判断是否到期，如 2026-03-05；默认今天', day)
    .option(...CONFIG)
    .option('--preset <名称>', '规则集，可用逗号并列，如 nanle,gongwen', listOf('--preset'))
    .option('--rule <规则=等级>', '调整一条规则的等级，可多次使用，如 overlong-speech=error', listOf('--rule'))
    .option('--strict', '“原则上”“一般”的规定也算错误')

const language = (command: Command) =>
  command.addOption(new Option('--lang <语言>', '输出语言').choices(['zh', 'en']).default(USUAL_FLAGS.lang))

/** Takes every value up to the next option; commander itself sees the dots only behind a Latin letter. */
function many(option: Option): Option {
  option.variadic = true
  return option
}

const listOf =
  (option: string) =>
  (value: string, previous: string[] | undefined): string[] => {
    const items = value.split(/[,，]/).filter((item) => item !== '')
    // An unset variable in a script must not switch every rule off.
    if (items.length === 0) throw new UsageError(`${option} 后面是空的`, '请写明名称，或去掉这个选项')
    return [...(previous ?? []), ...items]
  }

/** `-o=x.txt` would write a file named `=x.txt`: only long options take an equals sign. Who wants such a name writes `./=x.txt`. */
function reportFile(value: string): string {
  if (!value.startsWith('=')) return value
  throw new UsageError('-o 后面不用等号', `请写成 -o ${value.slice(1) || '<文件>'}`)
}

function stdinName(value: string): string {
  if (value !== '') return value
  throw new UsageError('--stdin-filename 后面是空的', '请写明文件名，如 讲话稿.md；或去掉这个选项')
}

/** Who names standard input means it: without `-` something else would be read. Throws `UsageError`. */
function refuseUnread(paths: readonly string[], command: Command): void {
  if (command.getOptionValueSource('stdinFilename') !== 'cli' || paths.includes('-')) return
  throw new UsageError(
    '--stdin-filename 要与 - 连用，现在没有读标准输入',
    '请在文稿的位置写 -，如 burden-lint - --stdin-filename 讲话稿.md；或去掉这个选项',
  )
}

/** pretty, or sarif:报告.sarif; a disk may follow (sarif:D:\\报告.sarif). */
function report(value: string, previous: readonly WantedReport[] | undefined): WantedReport[] {
  const [, name = '', file] = /^([^:：]*)(?:[:：](.*))?$/s.exec(value) ?? []
  if (!isReporterName(name)) {
    const near = nearest(name, reporterNames)
    throw new UsageError(
      `选项 --format 不能是“${name}”`,
      near ? `是不是 ${near}？` : `可选 ${reporterNames.join('、')}；写入文件用 sarif:文件名`,
    )
  }
  if (file === '') throw new UsageError(`--format ${value} 后面缺少文件名`, `请写成 --format ${name}:文件名`)
  return [...(previous ?? []), { name, ...(file !== undefined && { file }) }]
}

function count(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--max-warnings 应为不小于 0 的整数，现在是“${value}”`)
  return Number(value)
}

function jobs(value: string): number {
  if (/^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= 256) return Number(value)
  throw new UsageError(`--jobs 应为 1 到 256 的整数，现在是“${value}”`)
}

function shard(value: string): Shard {
  const [, index, total] = /^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? []
  const parsed = { index: Number(index), total: Number(total) }
  if (parsed.index >= 1 && parsed.index <= parsed.total) return parsed
  throw new UsageError(`--shard 应为 3/8 这样的写法（共 8 份中的第 3 份），现在是“${value}”`)
}

function seconds(value: string): number {
  if (/^\d{1,5}(?:\.\d{1,3})?$/.test(value) && Number(value) > 0) return Number(value)
  throw new UsageError(`--timeout 应为 0.001 到 99999 的秒数，最多写三位小数，现在是“${value}”`)
}

function yearNumber(value: string): number {
  if (/^(?:19|20|21)\d{2}$/.test(value)) return Number(value)
  throw new UsageError(`--year 应为 2026 这样的年份，现在是“${value}”`)
}

function day(value: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined
  if (date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)) return value
  throw new UsageError(`--as-of 应为 2026-03-05 这样的日期，现在是“${value}”`)
}

function known(id: string, rules: Registry): string {
  if (Object.hasOwn(rules, id)) return id
  const meant = likely(id, Object.keys(rules))
  throw new UsageError(
    `没有名为“${id}”的规则`,
    meant.length > 0 ? `是不是 ${meant.join('、')}？` : '运行 burden-lint rules 查看全部规则',
  )
}

// ------------------------------------------------------------------------------------------- commander, in Chinese

const HEADINGS: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

function quietly(command: Command, { stdout }: Surroundings): Command {
  return command
    .exitOverride()
    .usage('[选项]')
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: () => {},
      getOutHelpWidth: () => usableWidth(stdout.columns ?? 80),
    })
    .configureHelp({
      styleTitle: (title) => HEADINGS[title] ?? title,
      // Chinese characters take two columns of a terminal, and a line may end between any two of them.
      displayWidth: (text) => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0),
      boxWrap: inLines,
      styleUsage: (usage) =>
        inLines(usage, usableWidth(stdout.columns ?? 80) - USAGE).replaceAll('\n', `\n${' '.repeat(USAGE)}`),
      formatItem: (term, termWidth, description, helper) => {
        const width = helper.helpWidth ?? 80
        const beside = termWidth + 4
        if (description === '') return `  ${term}`
        const gap = ' '.repeat(termWidth + 2 - helper.displayWidth(term))
        return width - beside >= NARROWEST
          ? `  ${term}${gap}${inLines(description, width - beside).replaceAll('\n', `\n${' '.repeat(beside)}`)}`
          : `  ${term}\n${indented(description, width)}`
      },
      optionDescription: (option) =>
        [
          option.description,
          option.argChoices ? `可选 ${option.argChoices.join('、')}` : '',
          typeof option.defaultValue === 'string' ? `默认 ${option.defaultValue}` : '',
        ]
          .filter(Boolean)
          .join('；'),
      subcommandTerm: (sub) => sub.name(),
    })
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false)
}

const inLines = (text: string, width: number): string =>
  paragraph(toCells(text), { first: 0, rest: 0 }, width, noPaint).join('\n')

/** Columns of what stands before the usage. */
const USAGE = 7
/** Where there is less room than this beside the terms, what is said of them stands below. Columns. */
const NARROWEST = 26

const indented = (text: string, width: number): string =>
  paragraph(toCells(text), { first: 6, rest: 6 }, width, noPaint).join('\n')

const EXAMPLES = [
  ['burden-lint 讲话稿.docx', '检查一份 Word 文稿'],
  ['burden-lint 通知.md notes/ "drafts/**/*.txt"', '文件、文件夹、通配路径'],
  ['burden-lint 送审/ -o 审查.html', '一批文稿的审查报告'],
  ['burden-lint 讲话稿.docx --annotate 批注', '在副本里写批注'],
  ['burden-lint 实施方案.docx --against 上级.docx', '本地举措够不够 50%'],
  ['burden-lint measures 方案.docx --against 上级.md', '逐句查看'],
  ['burden-lint explain overlong-speech', '一条规则的依据和例子'],
] as const
const EXIT_CODES = '退出码：0 没有问题；1 有错误，或警告超过限数；2 用法、配置或读取出错。'

/** Below the help: examples, and what the exit codes mean. */
function examples(width: number): string {
  const longest = Math.max(...EXAMPLES.map(([command]) => textColumns(command)))
  const fits = EXAMPLES.every(([, meaning]) => 2 + longest + 2 + textColumns(meaning) <= width)
  const lines = EXAMPLES.map(([command, meaning]) =>
    fits
      ? `  ${command}${' '.repeat(longest + 2 - textColumns(command))}${meaning}`
      : `  ${command}\n${indented(meaning, width)}`,
  )
  return ['', '例子：', ...lines, '', inLines(EXIT_CODES, width), ''].join('\n')
}

function inChinese(error: CommanderError, program: Command, argv: readonly string[], { host }: Surroundings): string {
  const called = argv.flatMap((word) => program.commands.filter((command) => command.name() === word))[0]
  const help = `burden-lint ${called ? `${called.name()} ` : ''}--help`
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'commander.unknownOption': {
      if (host.kind(named) !== 'missing')
        return `没有选项 ${named}；要检查这个文件，请写成 ./${named}，或者 burden-lint -- ${named}`
      const options = [program, ...program.commands]
        .flatMap((c) => c.options.flatMap((o) => [o.long, o.short]))
        .filter((o): o is string => typeof o === 'string')
      const near = nearest(named, [...options, '--help', '--version'])
      return `没有选项 ${named}${near ? `，是不是 ${near}？` : `；运行 ${help} 查看全部选项`}`
    }
    case 'commander.optionMissingArgument':
      return `选项 ${named} 后面缺少内容`
    case 'commander.missingArgument':
      return `${called?.name() ?? ''} 缺少 ${/<[^>]*>/.exec(called?.usage() ?? '')?.[0] ?? '参数'}；运行 ${help} 查看用法`.trimStart()
    case 'commander.excessArguments':
      return '参数过多；路径中有空格时请加引号'
    case 'commander.invalidArgument': {
      const [, value = ''] = /argument '([^']*)' is invalid/.exec(error.message) ?? []
      const [, choices = ''] = /Allowed choices are (.*)\.$/.exec(error.message) ?? []
      const near = nearest(value, choices.split(', '))
      return `选项 ${/option '(--?[\w-]+)/.exec(error.message)?.[1] ?? ''} 不能是“${value}”${near ? `，是不是 ${near}？` : `；可选 ${choices.replaceAll(', ', '、')}`}`
    }
    default:
      return error.message
  }
}
