/**
 * The regulations on official documents and the standards for their form. Compared with public copies on 2026-11-30: the regulations, GB/T 9704 and most of
 * GB/T 15834. Of GB/T 15835 no copy of chapter 5 was at hand.
 */
import { compared, quoted } from './quoted.ts'

/** 中办发〔2012〕14号. */
const regulations = compared('《党政机关公文处理工作条例》')
const format = compared('GB/T 9704—2012《党政机关公文格式》')
const PUNCTUATION = 'GB/T 15834—2011《标点符号用法》'
const punctuation = compared(PUNCTUATION)
const NUMERALS = 'GB/T 15835—2011《出版物上数字用法》'
const numerals = quoted(NUMERALS)

export { format as formatClause, numerals as numeralClause, punctuation as punctuationClause, regulations as article }

export const types = regulations(
  '第八条',
  '公文种类主要有：（一）决议……（二）决定……（三）命令（令）……（四）公报……（五）公告……（六）通告……（七）意见……（八）通知……（九）通报……（十）报告……（十一）请示……（十二）批复……（十三）议案……（十四）函……（十五）纪要',
)
export const titleParts = regulations('第九条（七）', '标题。由发文机关名称、事由和文种组成')
export const addressee = regulations(
  '第九条（八）',
  '主送机关。公文的主要受理机关，应当使用机关全称、规范化简称或者同类型机关统称',
  '应当',
)
export const leapfrog = regulations(
  '第十四条',
  '一般不得越级行文，特殊情况需要越级行文的，应当同时抄送被越过的机关',
  '一般不得',
)
export const oneSuperior = regulations(
  '第十五条（一）',
  '原则上主送一个上级机关，根据需要同时抄送相关上级机关和同级机关，不抄送下级机关',
  '原则上',
)
export const oneRequest = regulations('第十五条（四）', '请示应当一文一事', '应当')
export const noRequestInReport = regulations('第十五条（四）', '不得在报告等非请示性公文中夹带请示事项', '不得')
export const notToPersons = regulations(
  '第十五条（五）',
  '除上级机关负责人直接交办事项外，不得以本机关名义向上级机关负责人报送公文',
  '不得',
)
export const concise = regulations('第十九条（三）', '内容简洁，主题突出，观点鲜明，结构严谨，表述准确，文字精练')
export const documentNumber = format(
  '7.2.5',
  '年份应标全称，用六角括号“〔〕”括入；发文顺序号不加“第”字，不编虚位（即1不编为01），在阿拉伯数字后加“号”字',
  '应',
)
export const paper = format('5.1', '公文用纸采用GB/T 148中规定的A4型纸，其成品幅面尺寸为：210mm×297mm')
export const margins = format(
  '5.2.1',
  '公文用纸天头（上白边）为37mm±1mm，公文用纸订口（左白边）为28mm±1mm，版心尺寸为156mm×225mm',
)
export const linesAndCharacters = format(
  '5.2.3',
  '一般每面排22行，每行排28个字，并撑满版心。特定情况可以作适当调整',
  '一般',
)
export const mastheadOrder = format(
  '7.2.3',
  '如需同时标注份号、密级和保密期限、紧急程度，按照份号、密级和保密期限、紧急程度的顺序自上而下分行排列',
)
export const issuingMark = format(
  '7.2.4',
  '发文机关标志居中排布，上边缘至版心上边缘为35mm，推荐使用小标宋体字，颜色为红色，以醒目、美观、庄重为原则',
)
export const numberPlace = format('7.2.5', '编排在发文机关标志下空二行位置，居中排布')
export const titleType = format(
  '7.3.1',
  '一般用2号小标宋体字，编排于红色分隔线下空二行位置，分一行或多行居中排布',
  '一般',
)
export const bodyType = format(
  '7.3.3',
  '公文首页必须显示正文。一般用3号仿宋体字，编排于主送机关名称下一行，每个自然段左空二字，回行顶格',
  '一般',
)
export const headingType = format('7.3.3', '一般第一层用黑体字、第二层用楷体字、第三层和第四层用仿宋体字标注', '一般')
export const pageNumbers = format(
  '7.5',
  '一般用4号半角宋体阿拉伯数字，编排在公文版心下边缘之下，数字左右各放一条一字线；一字线上距版心下边缘7mm。单页码居右空一字，双页码居左空一字',
  '一般',
)
export const addresseeForm = format('7.3.2', '居左顶格，回行时仍顶格，最后一个机关名称后标全角冒号')
export const numbering = format('7.3.3', '文中结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注', '可以')
export const attachmentList = format(
  '7.3.4',
  '如有多个附件，使用阿拉伯数字标注附件顺序号（如“附件：1. XXXXX”）；附件名称后不加标点符号',
)
export const attachments = format('7.3.7', '附件顺序号和附件标题应当与附件说明的表述一致', '应当')
export const date = format('7.3.5.4', '用阿拉伯数字将年、月、日标全，年份应标全称，月、日不编虚位（即1不编为01）', '应')
export const dateInText = numerals(
  '5.1.4',
  '年月日的表达顺序应按照口语中年月日的自然顺序书写……“年”“月”可按照GB/T 7408—2005的5.2.1.1中的扩展格式，用“-”替代，但年月日不完整时不能替代',
  '应',
)
export const yearInText = numerals('5.1.4', '四位数字表示的年份不应简写为两位数字', '不应')
/** The same sentence where only the order is judged, which “依次” lays down and “可以” leaves to nobody. */
export const numberingOrder = format(numbering.clause, numbering.quote)
export const numberMarks = punctuation(
  '附录B.3.2—B.3.4',
  '不带括号的汉字数字或“天干地支”做序次语时，后用顿号……不带括号的阿拉伯数字、拉丁字母或罗马数字做序次语时，后面用下脚点……加括号的序次语后面不用任何点号',
)
export const numberLevels = punctuation(
  '附录B.3.8',
  '选定之后应顺着序次语的层次向下行文，但使用层次较低的序次语之后不宜反过来再使用层次更高的序次语',
  '不宜',
)
/** Full-width marks take the place of one character each. */
export const fullWidthMarks = punctuation(
  '5.1.1—5.1.3',
  '句号、逗号、顿号、分号、冒号均置于相应文字之后，占一个字位置……问号、叹号均置于相应文字之后，占一个字位置……引号、括号、书名号中的两部分标在相应项目的两端，各占一个字位置',
)
export const pairedMarks = punctuation('5.1.3', '引号、括号、书名号中的两部分标在相应项目的两端，各占一个字位置')
export const pointMarks = punctuation('5.1.1', '句号、逗号、顿号、分号、冒号均置于相应文字之后，占一个字位置')
/** Their numbers were seen, their words in paraphrases only. */
const told = quoted(PUNCTUATION)
export const nestedTitles = told('4.15.3.5', '当书名号中还需要书名号时，里面一层用单书名号，外面一层用双书名号')
export const nestedQuotes = told('4.8.3.4', '当引号中还需要使用引号时，外面一层用双引号，里面一层用单引号')
export const ellipsis = punctuation('5.1.5', '省略号占两个字位置')
export const dash = punctuation(
  '5.1.4',
  '破折号标在相应项目之间，占两个字位置，上下居中，不能中间断开分处上行之末和下行之首',
)
export const pauseMarks = punctuation(
  '4.5.3.5',
  '标有引号的并列成分之间、标有书名号的并列成分之间通常不用顿号。若有其他成分插在并列的引号之间或并列的书名号之间（如引语或书名号之后还有括注），宜用顿号',
  '通常',
)
export const ordinalWords = punctuation('附录B.3.1', '“第”“其”字头序次语，或“首先”“其次”“最后”等做序次语时，后用逗号')
export const titleEnd = punctuation(
  '附录B.4',
  '文章标题的末尾通常不用标点符号，但有时根据需要可用问号、叹号或省略号',
  '通常',
)
export const numberRanges = numerals(
  '5.1.3',
  '前后两个数值的附加符号或计量单位相同时，在不造成歧义的情况下，前一个数值的附加符号或计量单位可省略。如果省略数值的附加符号或计量单位会造成歧义，则不应省略',
  '不应',
)
export const decimals = numerals('5.1.2', '纯小数必须写出小数点前定位的“0”', '必须')
export const roughNumbers = numerals(
  '4.2.2、5.2.1',
  '数字连用表示的概数、含“几”的概数，应采用汉字数字……两个数字连用表示概数时，两数之间不用顿号“、”隔开',
  '应',
)
export const measuredNumerals = numerals(
  '4.1.1',
  '在使用数字进行计量的场合，为达到醒目、易于辨识的效果，应采用阿拉伯数字',
  '应',
)
export const mixedNumerals = numerals(
  '5.3',
  '如果一个数值很大，数值中的“万”“亿”单位可以采用汉字数字，其余部分采用阿拉伯数字……除此之外的一般数值，不能同时采用阿拉伯数字与汉字数字',
  '不能',
)
export const groupedDigits = numerals(
  '5.1.1',
  '为便于阅读，四位以上的整数或小数，可采用以下两种方式分节：第一种方式：千分撇，整数部分每三位一组，以“,”分节',
  '可',
)
export const oneStyle = compared(NUMERALS)(
  '4.3',
  '在同一场合出现的数字，应遵循‘同类别同形式’原则来选择数字的书写形式',
  '应',
)
