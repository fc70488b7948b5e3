import Marking

extension Centre {
  /// Who reads the picture and the log for the sheets that the program itself keeps: a watch officer of the centre's own agency,
  /// so that nothing stands on them that such an officer may not see.
  package var paperReader: Acting {
    Acting(
      viewer: Viewer(
        name: SystemActor.centre, agency: settings.agency, nation: SystemActor.nation, roles: [.watchOfficer],
        clearance: Clearance(classification: .official)),
      purpose: settings.exercise ? .exerciseTraining : .searchAndRescue, means: .console)
  }
}
