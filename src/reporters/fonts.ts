/** Typefaces for pages with documents on them, as offices have them: of the screen (`--ui`), of the text, of headings (`--black`, `--kai`) and of titles (`--song`). CSS. */
export const fonts = `--ui:"Microsoft YaHei","PingFang SC","Hiragino Sans GB","Noto Sans CJK SC","Noto Sans SC","WenQuanYi Micro Hei",sans-serif;
--text:FangSong,"仿宋",FangSong_GB2312,"仿宋_GB2312",STFangsong,"Noto Serif CJK SC","Noto Serif SC",SimSun,"宋体","Noto Sans CJK SC","WenQuanYi Micro Hei",serif;
--black:SimHei,"黑体",STHeiti,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;
--kai:KaiTi,"楷体",KaiTi_GB2312,STKaiti,"Noto Serif CJK SC",serif;
--song:FZXiaoBiaoSong-B05S,"方正小标宋简体",STZhongsong,"华文中宋","Noto Serif CJK SC",SimSun,serif;`
