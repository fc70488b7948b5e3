extension NameCulture {
  static let arabic = NameCulture(
    "Arabic",
    given: """
      muḥammad aḥmad maḥmūd ḥasan ḥusayn ʿalī ʿumar ʿuṯmān khālid yūsuf ibrāhīm ismāʿīl mūsā ʿīsā yaḥyā sulaymān
      dāwūd jamāl kamāl jalāl
      ṣalāḥ ṭāriq ṭāhir ṭalāl ẓāfir ʿādil ʿāmir ʿammār yāsir nāṣir manṣūr māhir samīr munīr bashīr karīm raḥīm salīm
      sālim ḥāmid majīd rashīd
      walīd saʿīd fuʾād murād ziyād ghassān marwān ʿadnān fāṭima ʿāʾisha khadīja maryam zaynab laylā salmā hudā nūr
      amīna jamīla rabīʿ
      ʿabd_al-karīm ʿabd_al-qādir ʿabd_al-ʿazīz
      """,
    family: """
      ḥaddād najjār khayyāṭ ṣabbāgh ḥallāq al-shammarī al-ʿubaydī al-tikrītī al-dūrī al-jubūrī al-ʿazzāwī al-rāwī
      al-baghdādī al-baṣrī
      al-mawṣilī al-ḥillī al-najafī al-shāmī al-ḥalabī al-ḥimṣī al-dimashqī al-miṣrī al-maghribī al-tūnisī al-lībī
      al-sūdānī al-yamanī
      al-ḥaḍramī al-ʿadanī al-ḥarbī al-ʿutaybī al-qaḥṭānī al-ghāmidī al-zahrānī al-shihrī al-dawsarī al-muṭayrī
      al-rashīdī al-anṣārī
      al-qurashī al-hāshimī al-ḥusaynī al-ḥasanī al-mūsawī shāhīn darwīsh ḥamdān ḥijāzī khalīfa qāsim bakkār zaydān
      sharīf ʿawda barakāt
      jābir shaʿbān ramaḍān maṭar ṣaqr nimr bakrī
      """,
    latin: """
      ḥ=h kh=kh|kh|k ʿ=-|-|' ʾ=-|' ṯ=th|s dh=dh|d ḍ=d|dh ṣ=s|s|ss ṭ=t ẓ=z|dh gh=gh|gh|g sh=sh|sh|ch q=q|k j=j|j|dj|g
      ā=a|a|aa ī=i|i|ee
      ī$=i|y|i|ee ū=u|ou|oo ay=ay|ai|ei aw=aw|au u=u|u|o|ou i=i|i|e a=a|a|a|e ^al-=al-|al_|el-|Al_ mm=mm|m dd=dd|d
      yy=yy|y ll=ll|l bb=bb|b ss=ss|s
      zz=zz|z jj=jj|j a$=a|ah|a
      """,
    native: """
      ^a=ا ^i=ا ^u=ا a=- i=- u=- ā=ا ī=ي ū=و ^ʿ=ع ay=ي aw=و aya=اي a$=ة ā$=ى ^al-=ال b=ب t=ت ṯ=ث j=ج ḥ=ح kh=خ d=د
      dh=ذ r=ر z=ز s=س sh=ش ṣ=ص ḍ=ض
      ṭ=ط ẓ=ظ ʿ=ع gh=غ f=ف q=ق k=ك l=ل m=م n=ن h=ه w=و y=ي ʾ=ء
      """)

  static let persian = NameCulture(
    "Persian",
    given: """
      rezā mehdī hoseyn hasan alī javād hādī hāmed saīd masūd behrūz bahrām farhād farshād farzād kāve kāmrān kiyān
      bābak ārash ārmān omīd
      navīd vahīd majīd hamīd rāmīn rūzbeh sīyāvash shāhīn shahrām shāhrokh bahman bījan dāryūsh īraj jamshīd keyvān
      khosrow manūchehr
      mehrān mehrdād nāder parvīz pūyā peymān sohrāb sīnā yāsamīn zahrā fāteme maryam narges nasrīn mīnā leylā
      shīrīn parvāne mahnāz
      nāhīd sūsan azar golnār
      """,
    family: """
      ahmadī mohammadī hoseynī mūsavī karīmī rahīmī rezāī hāshemī jafarī sādeqī nūrī kāzemī rostamī moradī akbarī
      asadī bāqerī heydarī
      ebrāhīmī esmāīlī farahānī ghaffārī golestānī habībī hātamī jalālī kamālī khātamī khorāsānī kermānī māzandarānī
      mīrzāī moqaddam
      nīknām pahlavān pārsā qāsemī rafīī rasūlī rohānī sabūrī safavī sālehī samadī shahbāzī shīrāzī soltānī tabrīzī
      tehrānī tavakolī yazdī
      zamānī zāreī zand ansārī amīnī amīrī ranjbar pezeshkī delāvarī bahrāmī
      """,
    latin: """
      ā=a|a|aa ī=i|i|ee ū=u|ou|oo o=o|o|u e=e|e|i q=gh|q|gh gh=gh|q zh=zh|j ch=ch|tch sh=sh v=v|w ey=ey|ei|ay
      ow=ow|o kh=kh j=j|dj āī=ai|aei|aee
      īy=iy|i e$=e|eh ī$=i|y|ee
      """,
    native: """
      ^ā=آ ^a=ا ^e=ا ^o=ا ^ī=ای a=- e=- o=- ā=ا ī=ی ū=و ey=ی ow=و e$=ه āī=ایی aī=عی b=ب p=پ t=ت j=ج ch=چ h=ه kh=خ
      d=د r=ر z=ز zh=ژ s=س sh=ش q=ق gh=غ
      f=ف k=ک g=گ l=ل m=م n=ن v=و y=ی w=و
      """)

  static let sorani = NameCulture(
    "Kurdish (Sorani)",
    given: """
      azad karwan rêbîn rêbwar hêmin hiwa dilşad dilêr zana şwan soran rizgar serdar serkewt ribwar nebez kawe goran
      barzan bêstûn şêrko
      şoriş rojgar peşêw hardî aram aso alan bextiyar bakhan berxwedan çiya diyar ferhad hejar hogir kosar mariwan
      meriwan nîhad pola
      ranj rênas rizhen şaxewan sîrwan twana welat zagros avîn bêrîvan çinar gulan hêro jiyan kanî lana naza nazdar
      rûnak şilan tara
      """,
    family: """
      barzanî talebanî caf hewramî zebarî surçî xoşnaw hewlêrî kerkûkî silêmanî koyî rewandizî mukrî sineyî bananeyî
      şêxanî berzincî dizeyî
      herkî bradostî mizûrî doskî rêkanî gerdî bajelan zengene dawde şwan kelhur sincawî ferhadî reşîdî ehmed
      mihemed resûl kerîm hemîd
      salih mecîd ezîz mistefa xidir qadir osman îbrahîm huseyn hesen elî omer ebdulla mehmûd fetah tofîq şerîf nûrî
      cemal kemal selîm
      celal bekir yûsif
      """,
    latin: """
      ê=e|e|ei î=i|i|ee û=u|ou|oo ş=sh|sh|ch ç=ch|tch c=j|j|dj x=kh|x|kh j=zh|j e=a|e|a w=w|w|u i=i|i|e q=q|k v=v|w
      î$=i|y|i
      """,
    native: """
      ^a=ئا ^e=ئە ^ê=ئێ ^î=ئی ^i=ئ ^o=ئۆ ^u=ئو a=ا e=ە ê=ێ î=ی i=- o=ۆ u=و û=وو b=ب p=پ t=ت c=ج ç=چ h=ه x=خ d=د r=ر
      z=ز j=ژ s=س ş=ش f=ف v=ڤ
      q=ق k=ک g=گ l=ل m=م n=ن w=و y=ی
      """)

  static let pashto = NameCulture(
    "Pashto",
    given: """
      ahmad akhtar amīnullāh asadullāh atāullāh azīz bakhtiyār bārān bismillāh dāwūd dilāwar faīz fazl ghulām gul
      gulbadīn habībullāh
      hamīd hayātullāh hekmat hidāyatullāh ihsānullāh ismatullāh jalāl jamāl jānān khān khoshāl mālik mīrwais mangal
      muhammad mujīb naqīb
      nasīm nasrullāh najīb nāzar nūr pāindā qudrat rahmat rahīm rasūl sabīr sādiq samīullāh sharīf sher spīn taj
      torān toryālai wālī wazīr
      yār zalmai zmarai palwasha spozhmai zarghūna malālai gulālai shaista
      """,
    family: """
      achakzai afrīdī ahmadzai alīzai alokozai andar atmar bābar bangash barakzai burhānī durrānī ghilzai hakīmī
      haqqānī hotak ishāqzai
      jājī jalālzai kākar kāmrān karzai khāksār khalīl khattak kuchī lodī mālikzai mandozai mangal marwat mohmand
      momand muhmandzai nāsar
      niyāzī noorzai nūristānī omarzai orakzai pashtūn popal qādirī rahmānī safī sāpai sāhibzāda shinwārī stānekzai
      sulaimānkhel tānī
      tarakai tokhī totākhel wardak wazīrī yūsufzai zadrān zāhir ziyā zurmatī
      """,
    latin: """
      ā=a|a|aa ī=i|ee|y ū=u|oo|ou ai$=ai|ay|i|ai ullāh=ullah|ollah|ullah u=u|o|u i=i|e|i q=q|k w=w|v kh=kh zh=zh|j
      gh=gh|g
      ^muhammad=muhammad|mohammad|mohammed oo=oo|u
      """,
    native: """
      ^ā=آ ^a=ا ^i=ا ^u=ا ^o=او a=- i=- u=- o=و oo=و e=ې ā=ا ī=ي ū=و ai$=ی ai=ی a$=ه b=ب p=پ t=ت j=ج ch=چ h=ه kh=خ
      d=د r=ر z=ز zh=ژ s=س sh=ش
      q=ق gh=غ f=ف k=ک g=ګ l=ل m=م n=ن w=و v=و y=ی llāh=لله
      """)
}
