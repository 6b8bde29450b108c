import {
  appDemands,
  appWords,
  defineRule,
  demanding,
  isAppeal,
  isOwnPaper,
  laysDuties,
  national,
  v,
} from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: demanding,
  severity: 'error',
  title: { zh: '强推应用程序，考核安装率、点赞量', en: 'Forces an app, or assesses installs and likes' },
  basis: national.appInstallation,
  triggers: appWords,
  options: v.object({}),
  messages: {
    rate: {
      zh: '考核、限定应用程序的“{words}”',
      en: 'Sets a target for, or assesses, “{words}” of an app',
      advice: {
        zh: '删去指标和通报；好用的，群众和干部自己会装，可写怎样介绍、怎样帮助不会用的人',
        en: 'Drop the figure and the ranking; say how people are told about the app and helped with it',
      },
    },
    likes: {
      basis: national.appAssessment,
      zh: '把“{words}”作为任务或者考评依据',
      en: 'Makes “{words}” a task or a measure of work',
      advice: { zh: '删去；以工作结果和群众评价作依据', en: 'Drop it; go by results and by what people say' },
    },
    functions: {
      basis: national.appFunctions,
      zh: '用应用程序“{words}”管理干部',
      en: 'Manages officials by “{words}” in an app',
      advice: {
        zh: '删去；安保、应急值守确需使用的，写明是哪种情形',
        en: 'Drop it; where security or an emergency needs it, say which',
      },
    },
    forced: {
      zh: '强制“{words}”应用程序或者公众号',
      en: 'Forces people to {words} an app or follow an account',
      advice: {
        zh: '改为自愿：写明有什么用、在哪里下载，不下任务、不限人数',
        en: 'Make it voluntary: say what it is for and where it is, without tasks or numbers',
      },
    },
    withheld: {
      zh: '不“{words}”就不给办事',
      en: 'Makes people wait for what is theirs until they {words}',
      advice: {
        zh: '删去；办事只看法定的条件和材料，关注、点赞、转发听凭自愿',
        en: 'Drop it; who meets the conditions is served, and follows or likes as they please',
      },
    },
    pressed: {
      basis: national.appAssessment,
      zh: '要人“{words}”，逐个催办、公布名单或者计入评比',
      en: 'Asks people to {words}, and chases, lists or ranks those who do not',
      advice: {
        zh: '删去催办、名单和评比；投票、关注、下载听凭自愿',
        en: 'Chase and rank nobody; who wants to votes, follows or downloads',
      },
    },
    urged: {
      severity: 'warning',
      zh: '要求基层组织“{words}”应用程序或者公众号，请核对是否自愿',
      en: 'Asks lower offices to have people {words} an app; is it voluntary?',
      advice: {
        zh: '写明自愿，不统计人数、不通报进度',
        en: 'Say that it is voluntary; count nobody and report no progress',
      },
    },
    likely: {
      severity: 'info',
      zh: '像是强制使用应用程序、按使用情况考核（“{words}”），请核对',
      en: 'Seems to force an app upon people or to assess its use (“{words}”); please check',
      advice: {
        zh: '以工作结果和群众评价作依据；确实不是强制的，不用改',
        en: 'Judge by results; nothing to do if nobody is forced',
      },
    },
  },
  *check({ doc, hits }) {
    if (!isOwnPaper(doc) && !isAppeal(doc)) return
    // A letter asks, and so does an appeal, unless it makes people wait for what is theirs, or goes after those who do not.
    const lays = laysDuties(doc)
    for (const { message, words, span } of appDemands(doc, hits))
      if (lays || message === 'withheld' || message === 'pressed') yield { message, args: { words }, at: { doc, span } }
  },
})
