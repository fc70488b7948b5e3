extension NameCulture {
  /// The Ethiopic syllables of the consonants that the source spellings use, as rules: `e u i a é`, none and `o`.
  private static let ethiopic: String = {
    let rows: [(String, UInt32)] = [
      ("h", 0x1200), ("l", 0x1208), ("ḥ", 0x1210), ("m", 0x1218), ("r", 0x1228), ("s", 0x1230), ("sh", 0x1238),
      ("q", 0x1240), ("b", 0x1260),
      ("v", 0x1268), ("t", 0x1270), ("ch", 0x1278), ("n", 0x1290), ("ñ", 0x1298), ("ʾ", 0x12A0), ("k", 0x12A8),
      ("w", 0x12C8),
      ("ʿ", 0x12D0), ("z", 0x12D8), ("y", 0x12E8), ("d", 0x12F0), ("j", 0x1300), ("g", 0x1308), ("ṭ", 0x1320),
      ("ç", 0x1328), ("ṣ", 0x1338),
      ("f", 0x1348), ("p", 0x1350),
    ]
    var rules: [String] = []
    for (consonant, first) in rows {
      for (order, vowel) in ["e", "u", "i", "a", "é", "", "o"].enumerated() {
        guard let sign = Unicode.Scalar(first + UInt32(order)) else { continue }
        rules.append("\(consonant)\(vowel)=\(sign)")
      }
    }
    for (vowel, sign) in [("a", "አ"), ("u", "ኡ"), ("i", "ኢ"), ("é", "ኤ"), ("e", "እ"), ("o", "ኦ")] {
      rules.append("\(vowel)=\(sign)")
    }
    return rules.joined(separator: " ")
  }()

  private static let ethiopicLatin = """
    é=e|ie|e ñ=gn|ny|n ṭ=t|t|tt ç=ch|tch|ch ṣ=ts|s|tz q=k|q ḥ=h ʿ=- ʾ=- ay=ay|ai ch=ch|tch iya=ia|iya yo=yo|yo|io
    w=w ss=ss|s nn=nn|n ll=ll|l
    """

  static let amharic = NameCulture(
    "Amharic",
    given: """
      abebe abebech aberra adane addisu alemu alemayehu almaz amare aschalew asfaw aster ayele ayenew bekele belay
      berhanu birhane biruk
      dagim daniel dawit dejené demeké desta eyob fasil fikru genet getachew getnet girma gizaw hayle haylu hirut
      kebede kidane lemma
      makonnin melaku mengistu mesfin mulugéta negash sara selam seyfu sisay solomon tadese tadele tamirat tariku
      tesfaye tigist tilahun
      wendimu worku yared yonas zewdu
      """,
    family: """
      abate abera admasu alemneh ambachew asrat asefa ashenafi assefa awoke aynalem bahiru balcha bogale chekol
      damte degefu demissé derese
      ejigu endale engida ergete eshete fantahun feleke ferede gashaw gebré gelaw getahun gobena gudeta hunegnaw
      jemberé kassa kassahun
      ketema lakew legesse mamo mekuria mekonnen mersha molla muluneh nigussé regassa seifu shiferaw shibeshi
      sileshi tafesse tekle
      temesgen terefe tesema tefera wolde wondwosen yimer zeleke zeleqe
      """,
    latin: ethiopicLatin, native: ethiopic)

  static let tigrinya = NameCulture(
    "Tigrinya",
    given: """
      abraham afewerki ainom amanuel aron asmerom awet bahlbi bereket berhane biniam dawit eden efrem eritrea ermias
      esayas feven filmon
      freweyni gebremeskel gebremariam gebrehiwet ghirmay habtom haben hagos helen hermon kibrom kidane kiflom
      letebrhan lidya luwam
      medhanie meron merhawi mihret mulu natnael nahom noh petros rahwa robel ruta saba samrawit samuel selam semhar
      senait simon tekle
      temesgen tesfalem tsegay yonatan yordanos yosief zerai zula
      """,
    family: """
      abay abraha afworki alazar amare andebrhan araya asfaha asgedom bahta bairu berhe beyene debesay dirar embaye
      fesehatsion fessehaye
      gaim gebreab gebregziabher gebreyesus gebreselassie ghebremichael ghide goitom habtemariam habteab hadgu haile
      hailemichael ogbay
      kahsay kidanemariam kifle mebrahtu mehari melake mengs misghina naizghi negassi ogbamichael okbay rezene
      sebhat semere sium
      solomon tareke teame tecle teklay tesfamariam tesfay tewelde tsehaye weldeab weldemichael weldu woldu yemane
      zemichael zeray
      """,
    latin: """
      ghi=ghi|gi ^ghebre=ghebre|gebre ^gebre=ghebre|gebre ts=ts|tz|ts y$=y|i k=k|q tekle=tekle|tecle ai=ai|ay
      ay=ai|ay ei=ei|ey ie=ie|ye w=w
      ^weld=weld|wold ss=ss|s ch=ch|kh kah=kah|kah
      """, native: ethiopic + " gh=ግ ghi=ጊ ghe=ገ ts=ጽ tse=ጸ tsi=ጺ iy=ይ x=ክስ")

  static let slavic = NameCulture(
    "Ukrainian and Russian (Cyrillic)",
    given: """
      олександр андрій богдан василь віктор володимир дмитро євген іван ігор микола михайло олег павло петро роман
      сергій степан тарас юрій
      ярослав анна валентина вікторія галина ірина катерина людмила марія надія наталія оксана ольга світлана тетяна
      юлія алексей анатолий
      антон артём борис вадим виталий вячеслав геннадий георгий григорий денис кирилл константин леонид максим
      никита николай руслан
      станислав тимофей фёдор эдуард яков
      """,
    family: """
      шевченко бондаренко коваленко ткаченко кравченко олійник шевчук поліщук лисенко мельник мороз петренко
      савченко руденко марченко
      павленко кузьменко гончаренко харченко щербак хоменко юрченко зінченко жук яценко иванов петров сидоров
      кузнецов попов васильев соколов
      михайлов новиков фёдоров морозов волков алексеев лебедев семёнов егоров козлов степанов николаев орлов андреев
      макаров никитин захаров
      зайцев соловьёв борисов яковлев григорьев романов воробьёв чернышёв щукин хрущёв тарасов беляев
      """,
    latin: """
      а=a б=b в=v|v|w г=g|h|g ґ=g д=d е=e ё=yo|e|io є=ye|ie ж=zh|j|sh з=z|z|s и=i|y|i і=i ї=yi|i й=y|i|j к=k л=l м=m
      н=n о=o п=p р=r с=s т=t у=u|ou|u
      ф=f х=kh|h|ch ц=ts|tz|c ч=ch|tch|tsch ш=sh|ch|sch щ=shch|sch|chtch ъ=- ы=y ь=-|'|- э=e ю=yu|iu|ju я=ya|ia|ja
      ий$=iy|y|ij|i ій$=iy|ii|ij
      ьё=yo|ie|iev
      """,
    native: "")

  static let greek = NameCulture(
    "Greek",
    given: """
      αθανάσιος αλέξανδρος αναστάσιος ανδρέας αντώνιος απόστολος αριστείδης βασίλειος γεώργιος γρηγόριος δημήτριος
      διονύσιος ελευθέριος ευάγγελος
      ευστάθιος ηλίας θεόδωρος θωμάς ιάκωβος ιωάννης κωνσταντίνος κυριάκος λάμπρος λεωνίδας μάρκος μιχαήλ νικόλαος
      ξενοφών οδυσσέας
      παναγιώτης παύλος πέτρος σάββας σπυρίδων στέφανος στυλιανός σωτήριος τιμόθεος φίλιππος φώτιος χαράλαμπος
      χρήστος αγγελική αικατερίνη
      άννα βασιλική γεωργία δέσποινα ειρήνη ελένη ευαγγελία ευτυχία ζωή θεοδώρα ιωάννα καλλιόπη μαρία παρασκευή
      σοφία χριστίνα
      """,
    family: """
      παπαδόπουλος αγγελόπουλος αλεξίου αναγνωστόπουλος αντωνίου αποστόλου βασιλείου βλάχος γεωργίου γιαννόπουλος
      δημητρίου διαμαντής ευαγγέλου
      ζαφειρίου ηλιάδης θεοδωρίδης ιωαννίδης καλογερόπουλος καραγιάννης καραμανλής κατσαρός κολοκοτρώνης κουρής
      κωνσταντίνου κυριακίδης
      λαμπρόπουλος λάσκαρης μακρής μανωλάκης μαυρίδης μητσοτάκης μιχαηλίδης μπακογιάννης νικολάου νικολόπουλος
      ξενάκης οικονόμου παναγόπουλος
      παπανδρέου παπαγεωργίου παππάς παυλίδης πετρίδης πετρόπουλος ράπτης σαμαράς σαμαρτζής σαρρής σιμιτίς σπανός
      στεφανόπουλος σταυρίδης
      τσακίρης τσίπρας φιλιππίδης φωτόπουλος χατζής χαραλάμπους χριστοδούλου ψαρράς
      """,
    latin: """
      α=a ά=a β=v γ=g|g|y δ=d|d|dh ε=e έ=e ζ=z η=i ή=i θ=th ι=i ί=i ϊ=i κ=k|k|c λ=l μ=m ν=n ξ=x|x|ks ο=o ό=o π=p ρ=r
      σ=s ς=s τ=t υ=y|i|y ύ=y|i φ=f|ph|f
      χ=ch|h|ch ψ=ps ω=o ώ=o ου=ou|u|ou ού=ou|u αι=ai|e αί=ai|e ει=ei|i εί=ei|i οι=oi|i οί=oi αυ=av|af|au αύ=av|au
      ευ=ev|ef|eu εύ=ev|ef μπ=b|mp ντ=nt|d|nd γγ=ng|gg
      γκ=gk|g τζ=tz|j τσ=ts γι=gi|yi|y γιώ=gio|yio ιώ=io
      """,
    native: "")
}
