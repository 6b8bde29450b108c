/** Opens what the commands that read documents work with. */
import { compileMatchers } from '../config/matchers.ts'
import type { Catalogue, Settings } from '../core.ts'
import { USUAL_LIMIT } from '../limit.ts'
import type { Clock } from '../lint.ts'
import { type Judge, type JudgeOptions, openJudge } from '../session/judging.ts'
import { openSession } from '../session/session.ts'
import { configFiles, settled } from '../session/settled.ts'
import { type Flags, showsContent } from './flags.ts'
import { say } from './outcome.ts'
import type { OpenOn, Surroundings } from './surroundings.ts'

export async function open(
  paths: readonly string[],
  flags: Flags,
  catalogue: Catalogue,
  io: Surroundings,
  clock?: Clock,
) {
  const { host } = io
  const { settings, ...ruled } = await settled(flags, catalogue, io)
  for (const notice of settings.notices ?? []) say(io, '注意', notice)
  const ticker = progress(io)
  const matchers = await compileMatchers(settings, host.cwd)
  const stdin = paths.includes('-') ? { name: flags.stdinFilename, bytes: io.stdin() } : undefined
  const sessionOn: OpenOn = (on, { kept, elsewhere, signal, select, each, isGone, piped = true } = {}) =>
    openSession({
      host: on,
      ...ruled,
      settings,
      matchers,
      progress: ticker.tick,
      keepContent: showsContent(flags),
      asOf: flags.asOf ?? io.today(),
      ...asked(flags),
      limit: limitOf(flags),
      ...(clock ? { clock } : {}),
      ...(stdin && piped ? { stdin } : {}),
      ...(kept && { kept }),
      ...(elsewhere && { elsewhere }),
      ...(signal && { signal }),
      ...(select && { select }),
      ...(each && { each }),
      ...(isGone && { isGone }),
    })
  return {
    session: sessionOn(host),
    sessionOn,
    stdin,
    settings,
    matchers,
    rules: ruled.rules,
    wanted: paths.map((p) => (p === '-' ? flags.stdinFilename : p)),
    ticker,
    /** Files that the run rests on besides what it reads. */
    own: configFiles(settings),
  }
}

/** Opens what judges single documents, with the settings that hold. Throws `UsageError`. */
export async function openJudging(
  flags: Partial<Flags>,
  catalogue: Catalogue,
  io: Pick<Surroundings, 'host' | 'today'>,
  more: Pick<JudgeOptions, 'keepContent' | 'clock' | 'limit'> = {},
): Promise<{ readonly judge: Judge; readonly settings: Settings }> {
  const { settings, ...ruled } = await settled(flags, catalogue, io)
  const judge = openJudge({
    host: io.host,
    ...ruled,
    settings,
    matchers: await compileMatchers(settings, io.host.cwd),
    ...asked(flags),
    ...more,
  })
  return { judge, settings }
}

/** How long reading a document may take, and how long its rules. Milliseconds. */
export const limitOf = ({ timeout }: Partial<Flags>): number => (timeout === undefined ? USUAL_LIMIT : timeout * 1000)

/** What the command line says of documents and their superior documents. */
const asked = ({ against, genre }: Partial<Flags>) => ({ ...(against && { against }), ...(genre && { genre }) })

/** How long a run may take before it says that it is working. Milliseconds. */
const PATIENCE = 1000

function progress({ stderr }: Surroundings): { tick: (done: number, total: number) => void; stop: () => void } {
  const begun = Date.now()
  let said = 0
  return {
    tick(done, total) {
      const now = Date.now()
      if (now - begun < PATIENCE || now - said < 100 || !stderr.isTTY) return
      said = now
      stderr.write(`\r正在检查 ${done}/${total} `)
    },
    stop() {
      if (said > 0) stderr.write('\r\u001b[K')
    },
  }
}
