/// What to ask a caller next, so that a position becomes sure; the desk puts it into words.
public enum PositionQuestion: Hashable, Sendable {
  /// Ask to read the position out once more, figure by figure.
  case readAgain
  /// Ask for the other number.
  case otherNumber
  /// Ask north or south, east or west.
  case whichHemisphere
  /// Ask which of the numbers is the latitude.
  case whichIsLatitude
  /// Ask whether the figures after the point are minutes.
  case minutesOrDecimals
  /// Ask for the figures of a link that only its maker can open, or for the position itself to be sent.
  case sendThePosition
  /// Ask which place of this name, or which light, is meant.
  case whichPlace(String)
  /// Ask in which direction the place lies.
  case whichDirection(String)
  /// Ask how far the place is.
  case howFar(String)
  /// Ask when the position was taken, and whether it is where the phone is now.
  case whenTaken

  /// The code under which programs know the question.
  public var code: String {
    switch self {
    case .readAgain: "readAgain"
    case .otherNumber: "otherNumber"
    case .whichHemisphere: "whichHemisphere"
    case .whichIsLatitude: "whichIsLatitude"
    case .minutesOrDecimals: "minutesOrDecimals"
    case .sendThePosition: "sendThePosition"
    case .whichPlace: "whichPlace"
    case .whichDirection: "whichDirection"
    case .howFar: "howFar"
    case .whenTaken: "whenTaken"
    }
  }
}

extension PositionReading {
  /// What to ask next, the most telling question first; none when a position was read without a doubt.
  ///
  /// `we are 10 km from light` asks which light, and then in which direction it lies.
  public var questions: [PositionQuestion] {
    var questions = [PositionQuestion]()
    func ask(_ question: PositionQuestion) {
      if !questions.contains(question) { questions.append(question) }
    }
    let doubts = candidates.first?.doubts ?? []
    if doubts.contains(.minutesOrDecimals) || doubts.contains(.secondsOrFraction) { ask(.minutesOrDecimals) }
    if doubts.contains(.swappedLikely) { ask(.whichIsLatitude) }
    if doubts.contains(.hemisphereAssumed) { ask(.whichHemisphere) }
    if !doubts.isDisjoint(with: [
      .impossibleMinutes, .letterForDigit, .farFromArea, .onLand, .commaAssumed, .otherNumbersNearby,
      .completedNearby,
    ]) {
      ask(.readAgain)
    }
    if doubts.contains(.viewCentre) { ask(.whenTaken) }
    for relation in relations {
      let open = relation.doubts
      if !open.isDisjoint(with: [.placeUnknown, .severalPlaces]) { ask(.whichPlace(relation.placeName)) }
      if open.contains(.noDirection) { ask(.whichDirection(relation.placeName)) }
      if open.contains(.noDistance), candidates.isEmpty { ask(.howFar(relation.placeName)) }
    }
    guard candidates.isEmpty else { return questions }
    for problem in problems {
      switch problem {
      case .empty: break
      case .halfAPosition: ask(.otherNumber)
      case .threeWords, .shortLink, .linkWithoutPosition, .nothingFound: ask(.sendThePosition)
      case .tooLong, .offTheEarth: ask(.readAgain)
      }
    }
    return questions
  }
}
