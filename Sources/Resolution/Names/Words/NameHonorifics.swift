/// Titles and forms of address, which are no part of a name. One line for each language or trade, apart by commas.
enum NameHonorifics {
  static let text = """
    mr, mrs, ms, miss, mister, sir, dame, lady, lord, dr, doctor, prof, professor, rev, reverend, father, brother, \
    sister, honourable, jr, sr, esq, phd
    president, praesident, prasident, prime minister, minister, senator, governor, ambassador, king, queen, prince, \
    princess, emir, chief
    general, gen, colonel, col, lt, lieutenant, major, maj, captain, capt, sgt, sergeant, commander, cmdr, admiral, \
    brigadier, brig, marshal
    herr, frau, monsieur, madame, mme, mlle, dona, senor, senora, signor, signora, sig, pani, ing, dipl, mag
    sheikh, shaikh, shaykh, sheik, cheikh, sheykh, haji, hajji, haj, hajj, hadji, al haj, sayyid, sayed, syed, \
    sayyed, seyyed, sidi, moulay, mullah, mulla, mollah, maulvi, mawlawi, maulana, mawlana, molavi, qari, mufti, \
    ustad, ustadh, imam, ayatollah, hojatoleslam, hafiz, الشيخ, شيخ, الحاج, حاجي, حاج, السيد, سید, سيد, دكتور, دکتر, \
    ملا, مولوي, مولوی, شیخ
    bay, bayan, bey, efendi, hanim, hoca, pasa
    ato, woizero, weizero, woizerit, memhir, abba, አቶ, ወይዘሮ, ወይዘሪት, ዶክተር, ኣቶ
    gospodin, gospodja, tovarish, господин, доктор
    zoti, zonja, znj
    kyrios, kyria, κύριος, κυρία, δρ
    kak, kaka, mamosta, کاک, مامۆستا, xan, khanim
    先生, 女士, 小姐, さん, 氏
    """
}
