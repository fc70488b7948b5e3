extension NameWeights {
  /// The weights that ship: learned by `foreland names learn` from 2389 labelled pairs, the training
  /// halves of the tables that `docs/names.md` names. The columns are the feature, its weight for names of one
  /// word, and for names of several.
  public static let learned = NameWeights(
    table: """
      share 0.494 0.509
      always -0.57 2.118
      organisation -0.263 -0.191
      replaced -0.744 -1.803
      anyReplaced -0.744 -2.261
      extraPerson 0.0 -0.301
      extraOrganisation -0.1 -0.1
      coveredShort 0.744 0.448
      coveredLong 0.744 0.651
      worstDistance 0.0 0.0
      worstEdits -0.2 -0.2
      worstEditsPastOne 0.0 -1.264
      nearVowels -0.05 -0.05
      farVowels -1.505 -0.2
      vowelsAdded -0.223 -0.1
      softAdded -0.105 -0.05
      closeConsonants -0.1 -0.1
      relatedConsonants -0.566 -0.95
      farConsonants -1.795 -0.2
      consonantsAdded -0.367 -0.2
      transposed -0.1 -0.1
      firstDiffers -0.2 -0.2
      lastDiffers -0.319 0.0
      initials 0.0 0.184
      nicknames 0.153 0.095
      legalFormDiffers 0.0 -0.937
      legalFormMissing -0.05 -0.05
      numberDiffers -0.2 -0.2
      numberMissing 0.0 -1.17
      genericReplaced 0.0 -0.355
      genericExtra 0.0 -0.755
      parentDiffers 0.0 -0.676
      crossed -0.05 -0.05
      shortWords -1.5 -1.5
      signsDiffer -3.0 -3.0
      marksDiffer -0.7 -0.7
      crossesScripts 0.0 0.0
      equalWords 0.422 0.0
      joined 0.0 0.253
      acronym 0.0 0.0
      oneWord 0.0 -0.337
      shareChanged 0.0 0.0
      skeletonSame 2.035 0.0
      length -1.58 -0.642
      """)
}
