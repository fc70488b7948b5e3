extension NameWeights {
  /// The weights that ship: learned by `foreland names learn` from 2389 labelled pairs, the training halves of the tables
  /// that `docs/names.md` names. The columns are the feature, its weight for names of one word, and for names of several.
  public static let learned = NameWeights(
    table: """
      share 0.494 0.509
      always -0.772 1.95
      organisation -0.256 -0.13
      replaced -0.751 -1.799
      anyReplaced -0.751 -2.251
      extraPerson 0.0 -0.416
      extraOrganisation -0.1 -0.1
      coveredShort 0.751 0.474
      coveredLong 0.751 0.416
      worstDistance 0.0 0.0
      worstEdits -0.2 -0.2
      worstEditsPastOne 0.0 -1.189
      nearVowels -0.05 -0.05
      farVowels -1.604 -0.2
      vowelsAdded -0.3 -0.1
      softAdded -0.111 -0.05
      closeConsonants -0.1 -0.1
      relatedConsonants -0.2 -0.664
      farConsonants -1.888 -0.2
      consonantsAdded -0.476 -0.2
      transposed -0.1 -0.1
      firstDiffers -0.2 -0.2
      lastDiffers -0.336 0.0
      initials 0.0 0.196
      nicknames 0.129 0.094
      legalFormDiffers 0.0 -1.288
      legalFormMissing -0.05 -0.05
      numberDiffers -0.2 -0.2
      numberMissing 0.0 -1.15
      genericReplaced 0.0 -0.319
      genericExtra 0.0 -0.746
      parentDiffers 0.0 -0.682
      crossed -0.05 -0.05
      shortWords -0.7 -0.7
      signsDiffer -3.0 -3.0
      marksDiffer -0.7 -0.7
      crossesScripts 0.0 0.0
      equalWords 0.382 0.0
      joined 0.0 0.259
      acronym 0.0 0.0
      oneWord 0.0 -0.34
      shareChanged 0.0 0.0
      skeletonSame 1.892 0.0
      length -1.001 -0.413
      """)
}
