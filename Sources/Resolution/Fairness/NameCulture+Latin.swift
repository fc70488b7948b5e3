extension NameCulture {
  static let albanian = NameCulture(
    "Albanian",
    given: """
      agim agron alban albert altin andi arben ardian arjan armend arsim artan astrit avni bajram bardhyl bashkim
      bekim besim besnik blerim
      bujar burim dashnor dritan edmond edon enver ermal fatmir fatos fisnik flamur florian gazmend genc gëzim
      gjergj gramoz ilir jeton
      kreshnik kujtim lirim luan mentor naim petrit skënder shpëtim valon veton afërdita albana besa blerta drita
      elira fjolla lindita
      mimoza shpresa teuta valbona vjosa
      """,
    family: """
      hoxha berisha krasniqi gashi shala kelmendi morina bytyqi thaçi haradinaj osmani kurti rexhepi zeqiri hasani
      halili ahmeti bajrami
      ibrahimi ismaili jashari kastrati lleshi marku meta muça nikolla paja prifti rama selimi sejdiu shehu spahiu
      tahiri topalli vata veliu
      xhaferi xhafa ymeri zogu çela çeku gjoka gjini dervishi dushku duka dema kola leka lika mehmeti mustafa neziri
      përmeti qosja
      shkreli syla
      """,
    latin: """
      ë=e ç=c|ch|c gj=gj|gj|dj xh=xh|xh|j|dj q=q|q|ch dh=dh|d y=y|y|i j=j|j|y sh=sh th=th|t ll=ll|l rr=rr|r
      """,
    native: "")

  static let turkish = NameCulture(
    "Turkish",
    given: """
      ahmet mehmet mustafa ali hüseyin hasan ibrahim ismail osman yusuf ömer ramazan murat süleyman abdullah mahmut
      recep salih fatih kadir
      emre hakan serkan volkan gökhan tolga onur burak barış uğur çağlar şahin şükrü ünal özgür cem cengiz cemal
      bülent erdoğan ertuğrul
      kenan kemal levent metin oğuz orhan selçuk tarık turgut yaşar yılmaz ayşe fatma emine hatice zeynep elif
      gülşen özlem şule
      """,
    family: """
      yılmaz kaya demir şahin çelik yıldız yıldırım öztürk aydın özdemir arslan doğan kılıç aslan çetin kara koç
      kurt özkan şimşek polat
      özcan korkmaz çakır erdoğan yavuz can acar şen aktaş güler yalçın güneş bozkurt bulut keskin ünal turan gül
      özer ışık kaplan avcı
      sarı tekin taş köse yüksel ateş aksoy kahraman karaca uçar çoban duman ekinci gündoğdu soylu toprak akgün
      """,
    latin: """
      ş=s|s|sh ç=c|c|ch ğ=g|g|- ı=i ö=o|o|oe ü=u|u|ue c=c|c|dj j=j k=k
      """,
    native: "")

  static let vietnamese = NameCulture(
    "Vietnamese",
    given: """
      anh bảo bình châu chi cường đạt dũng dung duy giang hà hải hạnh hiền hiếu hòa hoàng hồng hùng hưng hương huy
      khánh kiên kim lan
      lâm liên linh loan long mai mạnh minh mỹ nam nga ngân ngọc nhung phát phong phú phúc phương quân quang quốc
      quyên sơn tài tâm thắng
      thanh thảo thịnh thủy tiến trang trung tuấn tùng vân việt vinh xuân yến
      """,
    family: """
      nguyễn trần lê phạm huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh trương đinh lâm phùng
      mai tô hà tạ chu cao
      lưu thái tống quách lương la kiều hứa hoàng doãn diệp đàm cù chung châu cung giang khổng kim mạc nghiêm ninh
      nông ông phó quan
      sầm thạch thân thiều tiêu triệu từ văn
      """,
    middle: "văn thị đình hữu đức ngọc minh xuân quốc thanh",
    latin: """
      à=a á=a ả=a ã=a ạ=a ă=a ằ=a ắ=a ẳ=a ẵ=a ặ=a â=a ầ=a ấ=a ẩ=a ẫ=a ậ=a è=e é=e ẻ=e ẽ=e ẹ=e ê=e ề=e ế=e ể=e ễ=e
      ệ=e ì=i í=i ỉ=i ĩ=i ị=i
      ò=o ó=o ỏ=o õ=o ọ=o ô=o ồ=o ố=o ổ=o ỗ=o ộ=o ơ=o ờ=o ớ=o ở=o ỡ=o ợ=o ù=u ú=u ủ=u ũ=u ụ=u ư=u ừ=u ứ=u ử=u ữ=u
      ự=u ỳ=y ý=y ỷ=y ỹ=y ỵ=y
      đ=d|d|dj ph=ph|f|ph y$=y|i|y
      """,
    native: "", isFamilyFirst: true)

  static let english = NameCulture(
    "English",
    given: """
      james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
      donald steven paul
      andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric
      jonathan stephen larry
      justin scott brandon mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty
      margaret sandra ashley
      kimberly emily donna michelle catherine philip geoffrey stewart
      """,
    family: """
      smith johnson williams brown jones miller davis wilson anderson thomas taylor moore jackson martin thompson
      white harris clark lewis
      robinson walker young allen king wright scott hill green adams baker nelson carter mitchell roberts turner
      phillips campbell parker
      evans edwards collins stewart morris murphy cook rogers morgan cooper peterson reed bailey bell kelly howard
      ward richardson
      watson brooks bennett gray macdonald thomson davies
      """,
    latin: """
      ph=ph|ph|f y$=y|y|ie mac=mac|mc ll=ll|l tt=tt|t nn=nn|n ck=ck|k ey$=ey|y ks$=ks|x ew=ew|u th=th|th|t ee=ee|ea
      """)

  static let french = NameCulture(
    "French",
    given: """
      jean pierre michel andré philippe rené louis alain jacques bernard marcel daniel roger robert paul claude
      christian henri georges nicolas
      françois gérard frédéric éric stéphane jérôme sébastien benoît cédric loïc joël noël raphaël mickaël gaëtan
      rémi théo léo hugo lucas
      marie nathalie isabelle sylvie catherine françoise valérie christine véronique sandrine céline chloé léa zoé
      agnès hélène thérèse
      geneviève aurélie émilie élodie inès
      """,
    family: """
      martin bernard dubois thomas robert richard petit durand leroy moreau simon laurent lefèvre michel garcia
      david bertrand roux vincent
      fournier morel girard andré lefebvre mercier dupont lambert bonnet françois martinez legrand garnier faure
      rousseau blanc guérin
      müller henry roussel nicolas perrin morin mathieu clément gauthier dumont lopez fontaine chevalier robin
      masson sanchez gérard
      nguyen boyer denis lemaire duval joly gautier besançon lévêque
      """,
    latin: """
      é=e è=e ê=e ë=e ï=i î=i ô=o ç=c ü=u|ue aux$=aux|au|eau th=th|t ph=ph|f ll=ll|l y=y|i ier$=ier|yer
      """,
    native: "")
}
