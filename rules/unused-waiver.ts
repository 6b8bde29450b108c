import { defineRule, v } from '../src/rule.ts'

/** Its findings come from the ignore comments and from the waiver file. */
export default defineRule({
  scope: 'doc',
  genres: ['*'],
  severity: 'warning',
  // One title for all: a waiver of a clause without exceptions works, and is to be looked at all the same.
  title: { zh: '忽略注释或豁免需要核对', en: 'Ignore comment or waiver that needs a look' },
  basis: {
    source: 'burden-lint',
    clause: '忽略注释与豁免',
    quote: '不再起作用的忽略注释和豁免应当删除，以免日后掩盖新的问题',
    verified: true,
  },
  options: v.object({}),
  messages: {
    unusedComment: {
      zh: '这条忽略注释没有忽略任何问题（{rule}）',
      en: 'This comment ignores nothing ({rule})',
      advice: { zh: '请删除它', en: 'Remove it' },
      severity: 'info',
    },
    unheard: {
      zh: '忽略注释只在 .md 和 .txt 文稿里起作用，在这里是正文',
      en: 'Ignore comments are heard in .md and .txt drafts only; here this is part of the text',
      advice: { zh: '请删除它；确需放行的，写进豁免文件', en: 'Remove it; what is to pass belongs in the waiver file' },
    },
    unused: {
      zh: '这条豁免没有用到：{document} 没有 {rule} 的问题',
      en: 'This waiver is idle: {document} has no finding of {rule}',
      advice: { zh: '请删除它', en: 'Remove it' },
      severity: 'info',
    },
    lost: {
      zh: '找不到豁免的文稿 {document}（{rule}）',
      en: 'The document of this waiver is not there: {document} ({rule})',
      advice: {
        zh: '请核对 document，路径从配置文件所在的文件夹算起；文稿已经删除的，请删除这条豁免',
        en: 'Check its path, which begins at the folder of the configuration; remove the waiver if the document is gone',
      },
      severity: 'info',
    },
    expired: {
      zh: '豁免已于 {until} 到期，不再起作用（{rule}，{document}）',
      en: 'The waiver ran out on {until} ({rule}, {document})',
      advice: {
        zh: '改好文稿后删除这条豁免；确需延期的，重新报批后更新 date 和 until',
        en: 'Mend the document, or have the waiver approved anew',
      },
    },
    early: {
      zh: '豁免的批准日期是 {date}，还没有到，不起作用（{rule}，{document}）',
      en: 'The waiver is dated {date}, which is still to come ({rule}, {document})',
      advice: {
        zh: '请核对 date，应写批准的那一天',
        en: 'Check its date, which is the day of approval',
      },
    },
    grounded: {
      zh: '{rule} 的依据是硬性规定，没有留例外；这条豁免由 {approver} 批准，理由里写了依据，机器没有核对',
      en: '{rule} rests on a clause that names no exception; {approver} approved this waiver and cites a ground, which is not verified',
      advice: { zh: '请核对所写的依据；属实的，不用改', en: 'Check the ground; nothing to do if it holds' },
      severity: 'info',
    },
    hard: {
      zh: '{rule} 的依据用的是“不得”“应当”一类硬性规定，没有留例外；这条豁免由 {approver} 批准',
      en: '{rule} rests on a clause that names no exception; {approver} approved this waiver',
      advice: {
        zh: '请核对批准人有没有权限，并在 reason 里写明依据',
        en: 'Check that the approver may grant it, and cite the ground in reason',
      },
      basis: {
        source: 'burden-lint',
        clause: '忽略注释与豁免',
        quote: '规定没有留例外的，豁免要由有权限的人批准，并写明依据',
        verified: true,
      },
    },
  },
  *check() {},
})
