import Foundation
package import Geodesy

/// What is typed during a call, read as far as it can be: nothing typed is refused, and what cannot be read is kept as words.
package enum Typed {
  /// How many people: `33`, `30-40`, `30 à 40`, `about forty`, `une quarantaine`, `40+`.
  package static func people(_ text: String?) -> ClosedRange<Int>? {
    guard let text else { return nil }
    let numbers = SpokenCount.numbers(in: text)
    guard (1...2).contains(numbers.count), numbers.allSatisfy({ $0 <= ContactStatement.mostPeople }) else { return nil }
    return (numbers.min() ?? 0)...(numbers.max() ?? 0)
  }

  /// One number, such as `5`, `five children`, `20 %`.
  package static func number(_ text: String?, in range: ClosedRange<Int>) -> Int? {
    guard let text else { return nil }
    let numbers = SpokenCount.numbers(in: text)
    guard numbers.count == 1, let number = numbers.first, range.contains(number) else { return nil }
    return number
  }

  /// A time: a whole date and time, `02:10` or `0210` for the last time that it was so late in UTC, `10 min` for so long ago.
  package static func moment(_ text: String?, now: Instant, isAhead: Bool = false) -> Instant? {
    guard let text else { return nil }
    if let moment = Instant.parse(text, assumingUTC: true) { return moment }
    let numbers = text.split { !$0.isASCII || !$0.isNumber }
    let day: Int64 = 86_400_000
    let midnight = now.millisecondsSince1970 - ((now.millisecondsSince1970 % day) + day) % day
    func today(_ hours: Int64, _ minutes: Int64) -> Instant? {
      guard (0...23).contains(hours), (0...59).contains(minutes) else { return nil }
      let then = midnight + (hours * 60 + minutes) * 60_000
      // What lies an hour ahead is meant as last night's, unless a promise is meant.
      let shift: Int64 =
        isAhead
        ? (then < now.millisecondsSince1970 ? day : 0) : (then > now.millisecondsSince1970 + 3_600_000 ? -day : 0)
      return Instant(millisecondsSince1970: then + shift)
    }
    if numbers.count == 2, text.contains(":") || text.contains("h"), let hours = Int64(numbers[0]),
      let minutes = Int64(numbers[1])
    {
      return today(hours, minutes)
    }
    guard numbers.count == 1, let number = Int64(numbers[0]) else { return nil }
    if numbers[0].count == 4, text.count <= 5 { return today(number / 100, number % 100) }
    guard text.lowercased().contains("min"), number <= 1440 else { return nil }
    return now.adding(milliseconds: (isAhead ? 1 : -1) * number * 60_000)
  }

  /// `yes`, `oui`, `non`: whether something is so.
  package static func answer(_ text: String) -> ContactStatement.Answer? {
    answers[folded(text)]
  }

  /// `running`, `stopped`, `en panne`: what the engine does.
  package static func engine(_ text: String) -> ContactStatement.Engine? {
    engines[folded(text)]
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static let answers: [String: ContactStatement.Answer] = [
    "yes": .yes, "y": .yes, "true": .yes, "1": .yes, "oui": .yes, "o": .yes, "vrai": .yes,
    "no": .no, "n": .no, "false": .no, "0": .no, "non": .no, "faux": .no,
  ]
  private static let engines: [String: ContactStatement.Engine] = [
    "running": .running, "on": .running, "works": .running, "en marche": .running, "marche": .running,
    "stopped": .stopped, "off": .stopped, "broken": .stopped, "dead": .stopped, "arrêté": .stopped, "arrete": .stopped,
    "en panne": .stopped, "hors service": .stopped, "none": .none, "no": .none, "aucun": .none, "sans": .none,
  ]
}
