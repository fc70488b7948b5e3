extension NameCulture {
  /// Names as `characters:pinyin:older spelling:spelling of the south`; the rules only choose among them.
  static let chinese = NameCulture(
    "Chinese",
    given: """
      伟:wei:wei 芳:fang:fang 娜:na:na 敏:min:min 静:jing:ching 丽:li:li 强:qiang:chiang 磊:lei:lei 军:jun:chun 洋:yang:yang
      勇:yong:yung 艳:yan:yen 杰:jie:chieh
      娟:juan:chuan 涛:tao:tao 明:ming:ming 超:chao:chao 霞:xia:hsia 平:ping:ping 刚:gang:kang 建国:jianguo:chien-kuo
      建华:jianhua:chien-hua 志强:zhiqiang:chih-chiang
      志明:zhiming:chih-ming 国强:guoqiang:kuo-chiang 国华:guohua:kuo-hua 文杰:wenjie:wen-chieh 文华:wenhua:wen-hua
      晓东:xiaodong:hsiao-tung 晓明:xiaoming:hsiao-ming
      海涛:haitao:hai-tao 海燕:haiyan:hai-yen 玉兰:yulan:yu-lan 玉梅:yumei:yu-mei 秀英:xiuying:hsiu-ying 秀兰:xiulan:hsiu-lan
      桂英:guiying:kuei-ying 淑珍:shuzhen:shu-chen
      春梅:chunmei:chun-mei 德胜:desheng:te-sheng 德华:dehua:te-hua 天明:tianming:tien-ming 永强:yongqiang:yung-chiang
      永福:yongfu:yung-fu 家辉:jiahui:chia-hui
      家豪:jiahao:chia-hao 俊杰:junjie:chun-chieh 子轩:zixuan:tzu-hsuan 宇航:yuhang:yu-hang 泽东:zedong:tse-tung
      恩来:enlai:en-lai 学文:xuewen:hsueh-wen 学军:xuejun:hsueh-chun
      金龙:jinlong:chin-lung 金凤:jinfeng:chin-feng 雪梅:xuemei:hsueh-mei 美玲:meiling:mei-ling 丽华:lihua:li-hua
      丽娟:lijuan:li-chuan 庆国:qingguo:ching-kuo
      长江:changjiang:chang-chiang 正华:zhenghua:cheng-hua
      """,
    family: """
      王:wang:wang:wong 李:li:li:lee 张:zhang:chang:cheung 刘:liu:liu:lau 陈:chen:chen:chan 杨:yang:yang:yeung
      赵:zhao:chao:chiu 黄:huang:huang:wong 周:zhou:chou:chow
      吴:wu:wu:ng 徐:xu:hsu:tsui 孙:sun:sun:suen 胡:hu:hu:woo 朱:zhu:chu:chu 高:gao:kao:ko 林:lin:lin:lam 何:he:ho:ho
      郭:guo:kuo:kwok 马:ma:ma:ma 罗:luo:lo:law 梁:liang:liang:leung
      宋:song:sung:sung 郑:zheng:cheng:cheng 谢:xie:hsieh:tse 韩:han:han:hon 唐:tang:tang:tong 冯:feng:feng:fung
      于:yu:yu:yu 董:dong:tung:tung 萧:xiao:hsiao:siu 程:cheng:cheng:ching
      曹:cao:tsao:cho 袁:yuan:yuan:yuen 邓:deng:teng:tang 许:xu:hsu:hui 傅:fu:fu:fu 沈:shen:shen:sum 曾:zeng:tseng:tsang
      彭:peng:peng:pang 吕:lu:lu:lui 苏:su:su:so 卢:lu:lu:lo
      蒋:jiang:chiang:cheung 蔡:cai:tsai:choi 贾:jia:chia:ka 丁:ding:ting:ting 魏:wei:wei:ngai 薛:xue:hsueh:sit
      叶:ye:yeh:yip 阎:yan:yen:yim 余:yu:yu:yu 潘:pan:pan:poon 杜:du:tu:to
      戴:dai:tai:tai 夏:xia:hsia:ha 钟:zhong:chung:chung 汪:wang:wang:wong 田:tian:tien:tin 任:ren:jen:yam
      姜:jiang:chiang:keung 范:fan:fan:fan
      """,
    latin: "", native: "", isFamilyFirst: true)
}
