extension NameWeights {
  /// The weights that ship: learned by `foreland names learn` from 2389 labelled pairs, the training halves of the tables
  /// that `docs/names.md` names. The columns are the feature, its weight for names of one word, and for names of several.
  public static let learned = NameWeights(
    table: """
      share 0.494 0.509
      always -0.57 2.155
      organisation -0.263 -0.152
      replaced -0.744 -1.814
      anyReplaced -0.744 -2.271
      extraPerson 0.0 -0.359
      extraOrganisation -0.1 -0.1
      coveredShort 0.744 0.461
      coveredLong 0.744 0.543
      worstDistance 0.0 0.0
      worstEdits -0.2 -0.2
      worstEditsPastOne 0.0 -1.251
      nearVowels -0.05 -0.05
      farVowels -1.505 -0.2
      vowelsAdded -0.223 -0.1
      softAdded -0.105 -0.05
      closeConsonants -0.1 -0.1
      relatedConsonants -0.566 -0.948
      farConsonants -1.795 -0.2
      consonantsAdded -0.367 -0.2
      transposed -0.1 -0.1
      firstDiffers -0.2 -0.2
      lastDiffers -0.319 0.0
      initials 0.0 0.187
      nicknames 0.153 0.108
      legalFormDiffers 0.0 -1.288
      legalFormMissing -0.05 -0.05
      numberDiffers -0.2 -0.2
      numberMissing 0.0 -1.148
      genericReplaced 0.0 -0.322
      genericExtra 0.0 -0.758
      parentDiffers 0.0 -0.674
      crossed -0.05 -0.05
      shortWords -1.5 -1.5
      signsDiffer -3.0 -3.0
      marksDiffer -0.7 -0.7
      crossesScripts 0.0 0.0
      equalWords 0.422 0.0
      joined 0.0 0.257
      acronym 0.0 0.0
      oneWord 0.0 -0.35
      shareChanged 0.0 0.0
      skeletonSame 2.035 0.0
      length -1.58 -0.617
      """)
}
