/** Which figures of a table are added up, wherever it stands: in a register or between paragraphs. */

/** What no column adds up: rates, means, prices of one, what grew by how much, places, numbers and times of things, measures of one thing. */
export const NOT_ADDED =
  /率|占|比[例重值上去]|[同环对]比|%|％|‰|平均|人均|均价|均值|均数|单价|价格|每|序|编号|文号|[证账房门]号|电话(?!会)|年份|年度|日期|时间|时长|排名|名次|得分|评分|增[长减幅加速量]|减[少幅]|[升降涨跌]幅|标准|年龄|面积|温度|频次|周期/
/** A part of the row above it: of which rows it is one nobody knows. */
export const PART_ABOVE = /^(?:其中|含)/
/** Cells that hold nothing to add. */
export const NOTHING = /^(?:|[-—–－/]+|无|０)$/
/** A total that is off by more of itself says something else than we think. */
export const SLIP = 0.3
