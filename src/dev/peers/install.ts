import { installApart } from '../install.ts'

/** Exact, so that a run can be repeated; the latest that Node 20 runs. AutoCorrect brings its native core in a package for each platform. */
export const VERSIONS = {
  'autocorrect-node': '2.14.0',
  zhlint: '0.8.2',
  'markdownlint-cli2': '0.22.1',
  textlint: '15.8.0',
  'textlint-rule-sentence-length': '5.2.1',
} as const

/** Installs what is not there yet. Returns `node_modules` of the folder. */
export const installPeers = (folder: string): string => installApart(folder, VERSIONS)
