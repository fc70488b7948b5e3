/// Legal forms of companies: a line for each kind that counts as the same, its ways of writing apart by commas.
enum NameLegalForms {
  /// Kinds whose words may also begin a name. The lines of both lists that stand in the same order are the same kind.
  static let leading = """
    limited liability company, ooo, ооо, общество с ограниченной ответственностью, tov, тов, too, тоо, limited \
    liability co, societatea cu raspundere limitata, srl, sarl, s a r l, societe a responsabilite limitee
    joint stock company, jsc, ojsc, oao, оао, pjsc, pao, пао, cjsc, zao, зао, ao, ао, open joint stock company, \
    closed joint stock company, public joint stock company, акционерное общество, открытое акционерное общество, \
    закрытое акционерное общество, публичное акционерное общество, aktsionernoe obshchestvo, pt, p t
    """

  /// Kinds that no line of the other list is.
  static let apart = """
    ano, ано, автономная некоммерческая организация, autonomous non profit organization
    شركة, شرکت
    """

  /// The place of the line whose short form, na, is a given name too: it counts with points or beside words like bank.
  static let nationalAssociation: UInt16 = 7

  static let trailing = """
    llc, l l c, limited liability partnership, limited liability company, limitada, ltda, doo, d o o, sp zoo, sp z \
    oo, sp z o o, shpk, sh p k, eood, ood, uab, sia, sdn bhd, sl, gmbh, gesellschaft mit beschrankter haftung, sarl, \
    srl, bv, besloten vennootschap, kft, aps, oy, bvba, sprl
    jsc, sa, s a, ag, aktiengesellschaft, nv, n v, naamloze vennootschap, spa, s p a, as, a s, ab, aktiebolag, asa, \
    oyj, se, plc, public limited company, public company limited, tbk, anonim sirketi, sociedad anonima, societe \
    anonyme, sa de cv, sab de cv, sas, ad, rt, zrt, nyrt, kk, kabushiki kaisha
    inc, incorporated, corp, corporation
    ltd, limited, co ltd, company limited, pty ltd, pte ltd, pvt ltd, private limited, ltd sti, limited sirketi
    lp, l p, limited partnership, kg, kommanditgesellschaft, gmbh co kg
    llp
    na, national association
    ev, eingetragener verein
    """
}
