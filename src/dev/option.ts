/** What stands behind `--name` on the command line of a tool; undefined where the option is not there. */
export function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`, 2)
  return at < 0 ? undefined : process.argv[at + 1]
}
