#!/usr/bin/env node

const { existsSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

const root = join(__dirname, '..')
const entry = join(root, 'dist', 'cli.js')

if (!existsSync(entry)) {
  process.stderr.write('错误：还没有构建。请先在项目文件夹中运行 npm ci\n')
  process.exitCode = 2
} else {
  const { main, nodeHost, pace, standardError, standardOutput, today } = require(entry)
  main(process.argv.slice(2), {
    host: nodeHost(process.cwd()),
    root,
    stdout: standardOutput(),
    stderr: standardError(),
    stdin: () => readFileSync(0),
    input: () => process.stdin,
    today,
    env: process.env,
    pace,
  }).then((code) => {
    process.exitCode = code
  })
}
