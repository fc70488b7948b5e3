/// The words in which an officer takes down a call at night, with what is heard behind it.
enum CallWords {
  static let sights = [
    "lights of a town", "a big ship close by", "a lighthouse that flashes", "nothing, only dark", "red light",
    "two white lights ahead",
  ]
  /// What is spoken at a phone, as BCP 47 tags; invented, and no statement about who crosses.
  static let languages = ["en", "fr", "en", "ar", "ckb", "ps", "vi"]
  private static let noises = [
    "water and wind behind", "children crying behind", "many voices", "engine noise", "shouting, hard to hear",
    "line breaks up",
  ]

  static func text(of report: ScriptReport, isLost: Bool, chance: inout SeededGenerator) -> String {
    var parts = ["EXERCISE."]
    switch report.channel {
    case .pin: parts.append("Position sent from a phone.")
    case .message: parts.append("Message: please help us.")
    default:
      parts.append("Caller asks for help; \(chance.choice(noises) ?? "water").")
      if chance.unit() < 0.25 { parts.append("Line drops before the end.") }
    }
    if report.takingWater == true { parts.append("Water in the boat.") }
    if report.engine == .stopped { parts.append("The motor does not go.") }
    if isLost, report.channel == .call { parts.append("\"Please come now.\"") }
    if report.nextCall != nil { parts.append("Says they will call again.") }
    return parts.joined(separator: " ")
  }

  static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
