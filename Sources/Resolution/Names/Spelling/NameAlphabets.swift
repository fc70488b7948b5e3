/// Letters and how they are spelled in Latin letters, for the alphabets. Written from the common passport and press
/// practice of each language.
enum NameAlphabets {
  static let all: [(NameScript, String)] = [
    (.latin, latin), (.cyrillic, cyrillic), (.greek, greek), (.arabic, arabic), (.hebrew, hebrew),
    (.armenian, armenian),
    (.georgian, georgian), (.indic, devanagari), (.indic, bengali),
  ]

  private static let latin = """
    ß ss æ ae œ oe ø o ð d đ d þ th ł l ı i ħ h ŋ ng ə a ɛ e ɔ o ƙ k ɗ d ɓ b ƴ y ĸ k ŧ t ǝ e ǥ g ƶ z
    """

  private static let cyrillic = """
    а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch
    ъ - ы y ь - э e ю yu я ya і i ї yi є ye ґ g ў w ђ dj ј j љ lj њ nj ћ ch џ dj ѓ g ќ k ѕ dz ә a ғ gh қ q ң ng ө o
    ұ u ү u
    һ h ҳ h ҷ j ӣ i ӯ u ѣ e ѳ f җ j ҙ z ҡ k ҫ s ӑ a ӗ e
    """

  /// Pairs of letters (ου, μπ, ντ) are put right afterwards.
  private static let greek = """
    α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ kh ψ ps ω o
    """

  private static let arabic = """
    ا A أ A إ A آ A ٱ A ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع E غ gh ف f ق q ك k ل l
    م m ن n
    ه h و W ي Y ى A ئ Y ؤ W ء - ة H پ p چ ch ژ zh گ g ک k ی Y ۀ H ہ h ھ h ە e ێ e ۆ o ۊ u ڤ v ڕ r ڵ l ٹ t ڈ d ڑ r ں
    n ے Y ې e
    ۍ Y ټ t ډ d ړ r ږ zh ښ sh ځ z څ ts ڼ n ګ g ڪ k ۇ u ۋ v ۈ u ۓ Y ڠ g ﻻ lA ﷲ Allh
    """

  private static let hebrew = """
    א A ב b ג g ד d ה H ו W ז z ח h ט t י Y כ k ך k ל l מ m ם m נ n ן n ס s ע E פ p ף f צ ts ץ ts ק k ר r ש sh ת t
    """

  private static let armenian = """
    ա a բ b գ g դ d ե e զ z է e ը e թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p
    ջ j ռ r ս s
    վ v տ t ր r ց ts ւ u փ p ք k օ o ֆ f և ev
    """

  private static let georgian = """
    ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts
    ძ dz წ ts
    ჭ ch ხ kh ჯ j ჰ h
    """

  /// `<` takes back the vowel that a consonant carries.
  private static let devanagari = """
    अ a आ aa इ i ई i उ u ऊ u ए e ऐ ai ओ o औ au ऋ ri क ka ख kha ग ga घ gha ङ na च cha छ chha ज ja झ jha ञ na ट ta ठ
    tha ड da ढ dha
    ण na त ta थ tha द da ध dha न na प pa फ pha ब ba भ bha म ma य ya र ra ल la व va श sha ष sha स sa ह ha ळ la ा <aa
    ि <i ी <i
    ु <u ू <u े <e ै <ai ो <o ौ <au ृ <ri ् < ं n ँ n ः h ़ -
    """

  private static let bengali = """
    অ a আ aa ই i ঈ i উ u ঊ u এ e ঐ ai ও o ঔ au ক ka খ kha গ ga ঘ gha ঙ na চ cha ছ chha জ ja ঝ jha ঞ na ট ta ঠ tha ড
    da ঢ dha ণ na
    ত ta থ tha দ da ধ dha ন na প pa ফ pha ব ba ভ bha ম ma য ya র ra ল la শ sha ষ sha স sa হ ha য় ya ড় ra ঢ় ra া
    <aa ি <i ী <i ু <u
    ূ <u ে <e ৈ <ai ো <o ৌ <au ৃ <ri ্ < ং ng ঁ - ঃ h ৎ t
    """

  /// The consonants of the Ethiopic rows from U+1200; `-` is a row of mere vowels.
  static let ethiopicConsonants = """
    h l h m s r s sh q qw q qw b v t ch h hw n ny - k kw kh khw w - z zh y d d j g gw g t ch p ts ts f p
    """

  /// Katakana from U+30A1.
  static let katakana = """
    a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji - tsu zu te de to
    do na ni nu ne no
    ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa wi we wo n vu
    ka ke
    """

  /// The parts of a Korean syllable, in the order of Unicode's composition (chapter 3.12); `eo` and `eu` as they are
  /// heard.
  static let hangulInitials = "g k n d t r m b p s s - j j ch k t p h".split(separator: " ").map { Array($0.utf8) }
  static let hangulMedials =
    "a e ya ye o e yo ye o wa we we yo u wo we wi yu u ui i".split(separator: " ").map { Array($0.utf8) }
  static let hangulFinals =
    "- k k k n n n t l k m l l l p l m p p t t ng t t k t p h".split(separator: " ").map { Array($0.utf8) }
}
