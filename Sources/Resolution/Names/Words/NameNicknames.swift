/// Words that stand for each other. A line is a group; pet names and forms of one name within a language.
enum NameNicknames {
  static let text = """
    william, bill, billy, will, willie, liam
    robert, bob, bobby, rob, robbie, bert
    richard, dick, rick, ricky, richie
    james, jim, jimmy, jamie
    john, johnny, jack, jon
    joseph, joe, joey
    michael, mike, mick, mickey, mikey
    thomas, tom, tommy
    charles, charlie, chuck
    edward, ed, eddie, ted, teddy, ned
    george, georgie
    henry, harry, hank
    daniel, dan, danny
    david, dave, davey
    anthony, tony
    andrew, andy, drew
    benjamin, ben, benny, bibi, benji
    christopher, chris, kit
    alexander, alex, sasha, alec, aleksandr, alejandro, sandy
    nicholas, nick, nicky
    peter, pete
    matthew, matt
    samuel, sam, sammy
    stephen, steven, steve
    gregory, greg
    kenneth, ken, kenny
    ronald, ron, ronnie
    donald, don, donny
    lawrence, larry
    frederick, fred, freddy, freddie
    patrick, paddy, pat
    timothy, tim
    jeffrey, jeff, geoffrey, geoff
    philip, phil
    raymond, ray
    vincent, vince
    walter, walt
    zachary, zach
    barack, barry
    elizabeth, liz, lizzie, beth, betty, eliza
    margaret, maggie, meg, peggy, margie
    katherine, kate, katie, kathy, cathy, catherine
    susan, sue, susie
    patricia, patty, tricia
    deborah, debbie, deb
    rebecca, becky
    jennifer, jenny, jen
    victoria, vicky
    theresa, terry, tess
    vladimir, vova, volodya, vlad
    dmitry, dima, mitya
    sergey, seryozha, serzh
    mikhail, misha
    nikolai, kolya
    ivan, vanya
    yevgeny, zhenya, evgeny
    alexei, alyosha, lyosha
    yuri, yura
    pavel, pasha
    anastasia, nastya
    tatiana, tanya
    ekaterina, katya
    natalia, natasha
    svetlana, sveta
    olga, olya
    oleksandr, sashko, olexandr
    mykola, nikolay, nikolai
    volodymyr, vladimir
    mohammed, muhammad, mohamed, mohammad, mohamad, muhammed, muhamad, mehmet, mohd, md, mhd, mehmed, muhamed, \
    mohamud, mohamoud, mahamed, mamadou, محمد
    ahmed, ahmad, ahmet, hamada, احمد, أحمد
    hussein, husayn, husain, hossein, hussain, huseyin, hoseyn, حسين, حسین
    hassan, hasan, حسن
    yusuf, youssef, yousef, yousuf, josef, يوسف, یوسف
    usama, osama, oussama, اسامة, أسامة
    omar, umar, omer, عمر
    othman, uthman, osman, عثمان
    ibrahim, ebrahim, brahim, ابراهيم, إبراهيم
    ismail, ismael, esmail, esmaeil, اسماعيل
    abdulrahman, abderrahmane
    allah, llah, lah, ullah, الله
    jafar, jaafar, gafar, jaffer, جعفر
    qasim, kasim, kassem, qassem, gassem, قاسم
    gamal, jamal, djamel, cemal, جمال
    recep, rajab, redjep
    yahya, yehia, yahia, يحيى
    isa, issa, eisa, عيسى
    musa, moussa, mousa, موسى
    mustafa, moustapha, mostafa, mustapha, مصطفى
    khaled, khalid, halit, خالد
    said, saeed, sayeed, سعيد
    dhu, zu, thu
    agim, gimi
    aleksander, leka, sander
    besnik, niku
    ismet, meti
    gjergj, gjergji
    juan, juanito
    jose, pepe
    francisco, paco, pancho, patxi
    ignacio, nacho
    manuel, manolo
    guillermo, memo
    eduardo, edu
    giuseppe, beppe, peppe, pino
    giovanni, gianni
    dimitrios, dimitris, mitsos, jimmy
    georgios, giorgos, yiorgos, giorgis
    ioannis, giannis, yannis, yiannis
    konstantinos, kostas, costas, dinos
    panagiotis, panos, takis
    vasileios, vasilis, vassilis
    nikolaos, nikos
    athanasios, thanasis, thanos
    spyridon, spyros
    us, united states, u s, usa, united states of america
    uk, united kingdom, u k, great britain
    uae, united arab emirates
    eu, european union
    un, united nations
    nato, north atlantic treaty
    labour, labor
    railway, railroad, rail
    """

  /// Chinese and Korean family names in pinyin, Wade and Giles, Cantonese, Hokkien and the press, where letters
  /// alone say little.
  static let familyNames = """
    chen, chan, tan, chin, ch en
    wang, wong, vuong
    huang, wong, ng, hwang, ooi, wee
    li, lee, lei
    zhang, chang, cheung, teo, chong
    liu, lau, low, liew
    lin, lam, lim
    wu, ng, goh
    zhou, chow, chou, chew
    xu, hsu, tsui, hui, khoo, shyu
    zhu, chu, choo
    zheng, cheng, teh, tay
    xie, hsieh, tse, cheah
    guo, kuo, kwok, quek, kuok
    ye, yeh, yip, yap
    cai, tsai, choi, chua
    jiang, chiang, cheung, keung, cheong
    he, ho
    gao, kao, ko
    luo, lo, law, loh
    zhao, chao, chiu
    zeng, tseng, tsang
    xiao, hsiao, siu, siew
    xue, hsueh, sit
    deng, teng, tang
    cao, tsao, cho
    xi, hsi
    qin, chin, tsun
    jin, chin, kam
    qian, chien
    qiu, chiu, yau, khoo
    jia, chia, ka
    su, so, soh
    pan, pun, poon, phua
    feng, fung, fong
    du, tu, to
    dong, tung
    yan, yen, yim
    ren, jen, yam, yum
    shen, sum, sham
    xia, hsia, ha
    liang, leung, neo
    wei, ngai
    lu, lui, loo
    peng, pang, phang
    tian, tien, tin
    sun, suen, soon
    tang, tong, thong
    yuan, yuen
    song, sung, soong
    cheng, ching
    hu, woo, aw
    han, hon
    zhong, chung, choong
    ding, ting
    yang, yeung, young, yeo
    ma, mah
    kim, gim
    park, pak, bak
    choi, choe
    jung, jeong, chong, chung, jong
    yi, rhee, ri
    """
}
