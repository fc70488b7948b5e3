import Operations
import Rescue

/// The estimate of the boats in words: always as an estimate, with what speaks for it.
struct AdviceText {
  let strings: Strings

  private var text: RescueText { RescueText(strings: strings) }

  /// How many boats there are, and the question that would tell two of them apart; no number while newer reports are weighed.
  func summary(_ advice: RescueAdvice, _ book: RescueBook) -> HTML {
    guard !advice.isBehind(book) else {
      return """
        <section class="card"><h2>\(strings["rescue.advice"])</h2>
        <p class="muted">\(strings["rescue.advice.behind"])</p></section>
        """
    }
    guard !book.contacts.isEmpty else {
      return """
        <section class="card"><h2>\(strings["rescue.advice"])</h2>
        <p class="muted">\(strings["rescue.advice.nothing"])</p></section>
        """
    }
    let count = advice.picture.count
    let number = count.least == count.most ? "\(count.likely)" : "\(count.likely) (\(count.least)–\(count.most))"
    let question: HTML =
      advice.picture.question.map { question in
        let words = strings(
          "rescue.advice.ask",
          ["question": strings["rescue.question.\(code(question.topic))"], "contact": question.about.text])
        return "<p>\(words)</p>"
      } ?? .empty
    return """
      <section class="card"><h2>\(strings["rescue.advice"])</h2>
      <p><strong>\(strings("rescue.advice.count", ["number": number]))</strong> \
      <span class="muted">\(strings("rescue.advice.note", ["time": advice.at.plainText]))</span></p>\(question)</section>
      """
  }

  /// Where a report would belong, how likely, and why.
  func proposal(_ contact: String, _ advice: RescueAdvice?) -> String? {
    guard let (place, probability, reasons) = advice?.proposal(contact) else { return nil }
    let target: String =
      switch place {
      case .incident(let id): strings("rescue.advice.incident", ["boat": id])
      case .with(let others): strings("rescue.advice.with", ["reports": others.prefix(6).joined(separator: ", ")])
      case .alone: strings["rescue.advice.alone"]
      }
    let percent = Self.percent(probability)
    let why = reasons.sorted { $0.weight.magnitude > $1.weight.magnitude }.prefix(4).map { reason($0) }
    return ([strings("rescue.advice.proposal", ["where": target, "percent": percent])] + why)
      .joined(separator: strings["list.semicolon"])
  }

  /// How likely somebody of a boat is not accounted for. It closes nothing, and nothing is concluded from it.
  func unaccounted(_ incident: String, _ advice: RescueAdvice?) -> String? {
    guard let estimate = advice?.estimate(incident) else { return nil }
    return strings(
      "rescue.advice.unaccounted", ["percent": Self.percent(estimate.unaccounted)])
  }

  /// A probability as a whole per cent, never 0 nor 100: an estimate is not certain, even where every trial agreed.
  private static func percent(_ probability: Double) -> String {
    if probability > 0.99 { return ">\u{A0}99\u{A0}%" }
    if probability < 0.01 { return "<\u{A0}1\u{A0}%" }
    return "\(Int((probability * 100).rounded()))\u{A0}%"
  }

  /// A distance between two reports, no finer than reports are.
  private static func distance(_ metres: Double) -> String {
    let metres = metres < 1000 ? (metres / 10).rounded() * 10 : (metres / 100).rounded() * 100
    return metres < 10_000 ? "\(Int(metres))\u{A0}m" : "\(Int((metres / 1000).rounded()))\u{A0}km"
  }

  private func reason(_ reason: GroupingReason) -> String {
    switch reason.kind {
    case .samePhone(let other): strings("rescue.reason.samePhone", ["other": other.text])
    case .otherPhone: strings["rescue.reason.otherPhone"]
    case .sameReference(let reference, let other):
      strings("rescue.reason.sameReference", ["reference": reference, "other": other.text])
    case .otherReference: strings["rescue.reason.otherReference"]
    case .position(let metres, _, let since, let seconds):
      strings(
        "rescue.reason.position",
        [
          "metres": Self.distance(metres),
          "other": since.text, "time": RescueText.duration(Int(seconds.magnitude / 60)),
        ])
    case .noPosition: strings["rescue.noPosition"]
    case .people(let said, let others):
      strings("rescue.reason.people", ["said": text.people(said), "others": text.people(others)])
    case .children(let said, let others):
      strings("rescue.reason.children", ["said": "\(said)", "others": text.people(others)])
    case .colour(let said, let others), .departure(let said, let others):
      strings("rescue.reason.words", ["said": said, "others": others.joined(separator: ", ")])
    case .moment: strings[reason.weight >= 0 ? "rescue.reason.timeFits" : "rescue.reason.timeHardly"]
    case .lift(let people, let said):
      strings("rescue.reason.lift", ["people": "\(people)", "said": text.people(said)])
    case .officer: strings["rescue.reason.officer"]
    }
  }

  private func code(_ topic: SettlingQuestion.Topic) -> String {
    switch topic {
    case .colour: "colour"
    case .numberAboard: "numberAboard"
    case .otherPhones: "otherPhones"
    case .surroundings: "surroundings"
    case .engine: "engine"
    }
  }
}
