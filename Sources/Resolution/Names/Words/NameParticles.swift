/// Words within names that say less than names do.
enum NameParticles {
  /// Whose child: one line, all alike.
  static let kinship = """
    bin, ibn, ben, bint, binti, bn, bnt, ould, oglu, oghlu, ogly, kyzy, qizi, kizi, ap, بن, ابن, بنت, ولد, ወልደ
    """

  /// Words that may begin a name and still say little.
  static let articles = """
    al el ul il the and und et y e of for fur pour the abd abdul abdel abdal abdoul abdu abdur abdus abdun abdul عبد \
    ال abu abou umm um abo ابو أبو ام أم \
    von zu
    """

  /// Words that say little within a name, but may be a name at its beginning or end.
  static let inner = """
    de del della dela der den des du di da do dos das la le les lo los las van vom zur zum ter ten te of ud ur us ut \
    uz un ad ar as ash at az an ush in \
    och og ed es bei im am auf a san thi văn van e na
    """
}
