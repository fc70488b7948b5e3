extension NameWeights {
  /// The weights that ship: learned by `foreland names learn` from 2389 labelled pairs, the training halves of the tables
  /// that `docs/names.md` names. The columns are the feature, its weight for names of one word, and for names of several.
  public static let learned = NameWeights(
    table: """
      share 0.494 0.509
      always -0.661 2.084
      organisation -0.264 -0.148
      replaced -0.73 -1.804
      anyReplaced -0.73 -2.26
      extraPerson 0.0 -0.35
      extraOrganisation -0.1 -0.1
      coveredShort 0.73 0.452
      coveredLong 0.73 0.513
      worstDistance 0.0 0.0
      worstEdits -0.2 -0.2
      worstEditsPastOne 0.0 -1.265
      nearVowels -0.05 -0.05
      farVowels -1.504 -0.2
      vowelsAdded -0.195 -0.1
      softAdded -0.05 -0.05
      closeConsonants -0.1 -0.1
      relatedConsonants -0.577 -1.003
      farConsonants -1.786 -0.2
      consonantsAdded -0.372 -0.2
      transposed -0.1 -0.1
      firstDiffers -0.2 -0.2
      lastDiffers -0.316 0.0
      initials 0.0 0.195
      nicknames 0.162 0.119
      legalFormDiffers 0.0 -1.276
      legalFormMissing -0.05 -0.05
      numberDiffers -0.2 -0.2
      numberMissing 0.0 -1.136
      genericReplaced 0.0 -0.319
      genericExtra 0.0 -0.748
      parentDiffers 0.0 -0.669
      crossed -0.05 -0.05
      shortWords -1.5 -1.5
      signsDiffer -3.0 -3.0
      marksDiffer -0.7 -0.7
      crossesScripts 0.0 0.0
      equalWords 0.448 0.0
      joined 0.0 0.261
      acronym 0.0 0.0
      oneWord 0.0 -0.331
      shareChanged 0.0 0.0
      skeletonSame 1.994 0.0
      length -1.403 -0.571
      """)
}
