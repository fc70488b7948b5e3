/// Readings of the characters that most Chinese names are made of, simplified and traditional, in pinyin without tones.
enum NameChinese {
  static let readings = """
    wang王汪旺望 li李黎力利丽麗莉立礼禮理黎里厉励 zhang张張章彰璋 liu刘劉柳留 chen陈陳晨辰臣沉 yang杨楊阳陽洋扬揚羊 zhao赵趙昭兆照 huang黄黃皇煌 zhou周舟洲 wu吴吳武伍五午
    xu徐许許旭续须 sun孙孫笋 hu胡虎湖互户 zhu朱竹祝诸諸珠柱铸 gao高皋 lin林琳霖临 he何贺賀和河荷禾鹤 guo郭国國果过 ma马馬麻 luo罗羅洛骆络 liang梁良亮粱 song宋松颂嵩
    zheng郑鄭正政征铮 xie谢謝解协 han韩韓汉漢涵寒翰 tang唐汤湯堂 feng冯馮风風峰锋鋒丰豐凤鳳枫 yu于余俞玉宇雨语育喻裕钰郁毓禹瑜渔 dong董东東冬栋 xiao萧蕭肖小晓曉笑孝霄潇
    cheng程成城诚誠承澄 cao曹草 yuan袁元远遠媛源圆园苑 deng邓鄧登灯 fu傅付福富芙甫符扶 shen沈申深慎莘 zeng曾增 peng彭朋鹏鵬蓬 lu吕呂 su苏蘇素肃 lu卢盧陆陸路鲁魯露璐禄 jiang蒋蔣江姜疆将
    cai蔡才彩采 jia贾賈佳嘉家加 ding丁定鼎 wei魏韦韋卫衛伟偉维維威薇为巍玮炜蔚微 xue薛雪学學 ye叶葉业業野烨 yan严嚴颜顏燕艳艷彦妍岩炎言研延焱 pan潘盼磐 du杜度 dai戴代岱 xia夏霞侠
    zhong钟鍾鐘中忠仲
    tian田天甜恬 ren任人仁 fan范樊凡帆繁 fang方芳房 shi石史施时時诗世士师仕实 yao姚瑶瑤耀尧药 tan谭譚谈檀 liao廖辽 zou邹鄒 xiong熊雄 jin金晋津近锦錦进進瑾今劲 hao郝浩豪皓昊好
    kong孔空 bai白百柏
    cui崔翠 kang康亢 mao毛茂 qiu邱丘秋裘球 qin秦琴勤钦沁 gu顾顧古谷 hou侯厚 shao邵少韶 meng孟梦夢蒙萌 long龙龍隆 wan万萬婉晚 duan段端 lei雷蕾磊 qian钱錢倩前谦千茜
    yin尹银殷音寅印
    chang常昌长畅 qiao乔喬巧桥 lai赖賴来 gong龚龔宫公功巩 wen文温溫雯闻 ou欧歐 mei梅美媚玫眉 hong洪红紅宏鸿鴻虹弘泓 ning宁寧凝 ping平萍苹屏 xin新欣心馨鑫昕辛信歆 ming明铭銘鸣名茗
    hua华華花化桦 jun军軍君俊峻均骏钧 jie杰傑洁潔捷介婕 jing静靜晶京景敬菁婧璟靖经镜 min敏民闽旻 na娜纳 ting婷廷庭听 ying英莹瑩颖穎影瑛盈迎映 hui慧辉輝惠会晖卉蕙 ning宁 qiang强強
    bo波博勃柏伯
    bin斌彬宾滨 chao超朝潮 tao涛濤陶桃韬 kai凯凱开開楷恺 gang刚剛钢岗 guang光广廣 ke克可科珂 kun坤昆琨 liang良 peng鹏 qi琪奇齐齊祺琦启其骐旗戚 rong荣榮蓉容融戎
    rui瑞睿锐蕊芮 sheng生胜勝盛圣升
    tong通彤童同桐 xiang向翔祥香湘项項享 xing星兴興杏邢行 xiu秀修 xuan轩軒萱宣玄璇 yi一义義怡仪毅易艺逸依益宜奕伊以亿艾翊 yong勇永咏泳雍 yue月悦越岳玥乐 yun云雲芸运韵允昀 ze泽澤则
    zhen珍真振镇震贞祯臻 zhi志智芝之治直致植 zi子紫梓自资姿 zong宗总 an安岸 ao敖傲奥 bao宝寶保包鲍鮑葆 bei北贝贝蓓培 bi碧毕畢璧 biao彪 bing冰兵炳丙秉 chun春纯淳椿 chu楚初储
    chuan川传
    da大达達 dan丹旦单 de德得 fei飞飛菲费費霏非斐 fen芬奋 gen根 gui贵貴桂归 hai海 heng恒亨衡 huan欢歡焕环 ji吉纪紀季继冀姬济计基 jian建健剑劍坚简鉴俭 jiao娇姣焦 ju菊巨鞠
    juan娟涓
    kan阚 kuan宽 lan兰蘭岚蓝藍澜 lian莲蓮连廉练 ling玲灵靈凌令岭铃 man曼满 miao苗妙缪 mu木慕穆牧沐 nan南楠男 ni倪妮 nian年念 niu牛 pei佩裴沛 pu蒲浦普朴
    qing青清庆慶晴卿 qu曲屈瞿
    quan全权泉 ran冉然 ru如茹汝 sha沙莎 shan山珊善单杉 shang尚商 shu书書淑舒树叔 shuang双雙爽霜 shun顺順舜 si思司斯四丝 sui隋 tai太泰台 wa娃 xi西希喜熙曦锡席习習溪玺晞
    xian先贤賢显仙娴
    ya雅亚亞娅 you友有游尤佑优 zhan占展詹战 zhuang庄莊壮 zhuo卓 zu祖 zuo左作 ai爱愛 ban班 bian边卞 che车 cen岑 gan甘干 ge葛戈 geng耿 gou苟 guan关關官冠管
    hang杭航 huai怀 huo霍 kuang匡邝
    lang郎朗 lao劳 leng冷 lian连 lou娄楼 nie聂 ou欧 pang庞 qi戚 qu曲 she佘 shuai帅 tu涂屠图 weng翁 wo沃 xi奚 yan闫阎 zang臧 zhai翟 zhen甄
    sang桑 ke柯 lun伦 sen森 tie铁 teng腾滕
    en恩 lai來莱 zhe哲喆 chen宸 ruo若 xi汐 yu煜昱宥 han瀚晗 yi熠翼 qi淇起 qiong琼瓊 xun勋勳迅 qun群 ri日
    shui水 cai财財 ce策 can灿燦 cun存 dao道 di迪 dun敦 duo多朵 er尔爾儿兒 fa发發法 jiu久九 kui奎魁葵
    lian联聯 lie烈 pin品 san三 shao绍紹 shou守寿壽 xiang象 xing幸 ying应應 yuan原 yue跃躍 zhi知
    zun尊遵 mo莫墨 nuo诺諾 shuo朔硕碩 ju居 zan赞 kang慷 yao遥遙 yan雁 di娣 lei累 cong聪聰从從 ben本
    cang苍蒼 fu复復 gai改 huai槐 jian见見 kuo阔 liu六 mian勉绵 nong农農 qiu求 rang让讓 tuo拓 xiu绣
    yin引 zai再在载 zao早 zhan戰
    """

  /// Traditional characters and the simplified ones that stand for them.
  static let simplified: [UInt32: UInt32] = {
    let pairs = """
      張张劉刘陳陈楊杨陽阳黃黄趙赵吳吴許许孫孙諸诸賀贺國国馬马羅罗鄭郑謝谢韓韩漢汉湯汤馮冯風风鋒锋豐丰鳳凤東东蕭萧曉晓遠远鄧邓鵬鹏呂吕蘇苏盧卢陸陆魯鲁蔣蒋賈贾韋韦衛卫偉伟維维學学葉叶業业
      嚴严顏颜艷艳鍾钟鐘钟時时瑤瑶譚谭鄒邹錦锦進进顧顾夢梦龍龙萬万錢钱喬乔賴赖龔龚溫温歐欧紅红鴻鸿寧宁銘铭華华軍军傑杰潔洁靜静瑩莹穎颖輝辉強强濤涛凱凯開开剛刚廣广齊齐榮荣勝胜項项興兴軒轩
      義义雲云澤泽寶宝鮑鲍畢毕達达飛飞費费貴贵紀纪劍剑蘭兰藍蓝蓮莲靈灵慶庆書书雙双順顺習习賢贤亞亚莊庄愛爱關关歡欢揚扬麗丽禮礼誠诚
      """
    let scalars = pairs.unicodeScalars.filter { $0.value > 0x2E80 }.map(\.value)
    return Dictionary(
      stride(from: 0, to: scalars.count - 1, by: 2).map { (scalars[$0], scalars[$0 + 1]) },
      uniquingKeysWith: { first, _ in first })
  }()

  /// Family names of two characters.
  static let doubleFamilyNames: Set<UInt64> = Set(
    ["欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "司徒", "夏侯", "皇甫", "尉迟", "公孙", "令狐", "慕容", "宇文", "长孙"].map { name in
      name.unicodeScalars.reduce(UInt64(0)) { $0 << 32 | UInt64($1.value) }
    })
}
