/// Rules and evidence in words, as tables: sentences with the names of numbers in braces.
public enum BehaviourWords {
  /// A language that the tables have.
  public enum Language: String, Hashable, Sendable, Codable, CaseIterable {
    case english = "en"
    case french = "fr"
  }

  /// The sentence of a kind, with `{speed}` and so on where its numbers go.
  public static func template(_ kind: BehaviourKind, _ language: Language) -> String {
    language == .english ? english(kind) : french(kind)
  }

  /// A number with its unit as people on watch write it: 12 kn or 12 nd, 8 min, 1.5 NM or 1,5 M.
  public static func text(_ value: Double, _ unit: BehaviourUnit, _ language: Language) -> String {
    let french = language == .french
    switch unit {
    case .knots: return decimal(value, language) + (french ? " nd" : " kn")
    case .degrees: return decimal(value.rounded(), language) + "°"
    case .seconds: return duration(value, language)
    case .metres where value.magnitude >= 1852: return decimal(value / 1852, language) + (french ? " M" : " NM")
    case .metres: return decimal(value.rounded(), language) + " m"
    case .count: return decimal(value.rounded(), language)
    case .share: return decimal((value * 100).rounded(), language) + (french ? " %" : "%")
    case .mmsi:
      let digits = decimal(value.rounded(), language)
      return String(repeating: "0", count: max(0, 9 - digits.count)) + digits
    }
  }

  private static func duration(_ seconds: Double, _ language: Language) -> String {
    if seconds.magnitude < 120 { return decimal(seconds.rounded(), language) + " s" }
    if seconds.magnitude < 7200 { return decimal((seconds / 60).rounded(), language) + " min" }
    return decimal(seconds / 3600, language) + " h"
  }

  /// A number with at most one decimal, with the decimal sign of the language.
  private static func decimal(_ value: Double, _ language: Language) -> String {
    guard value.magnitude < 1e15 else { return value.isNaN ? "?" : value < 0 ? "−∞" : "∞" }
    let tenths = Int64((value * 10).rounded())
    let whole = tenths.magnitude / 10
    let rest = tenths.magnitude % 10
    let text = rest == 0 ? "\(whole)" : "\(whole)\(language == .french ? "," : ".")\(rest)"
    return tenths < 0 ? "−" + text : text
  }
}

extension BehaviourRule {
  /// The rule as a sentence with its own numbers in it.
  public func words(_ language: BehaviourWords.Language) -> String {
    var text = BehaviourWords.template(kind, language)
    for parameter in kind.parameters {
      guard let value = self[parameter.name] else { continue }
      text = text.replacing(
        "{\(parameter.name.code)}", with: BehaviourWords.text(value, parameter.unit, language))
    }
    let french = language == .french
    if subjects == .small { text += french ? " Petites embarcations seulement." : " Small boats only." }
    if subjects == .silent {
      text += french ? " Sans transpondeur seulement." : " Only craft without a transponder."
    }
    if !areas.isEmpty { text += (french ? " Dans : " : " In: ") + names(areas) + "." }
    if !exceptAreas.isEmpty { text += (french ? " Sauf : " : " Except: ") + names(exceptAreas) + "." }
    let lacksPlace = (kind.needsAreas && areas.isEmpty) || (kind.needsLines && lines.isEmpty)
    if lacksPlace { text += french ? " Aucun lieu n’est donné." : " No place is given yet." }
    return text
  }

  /// A few names, and how many there are beside them.
  private func names(_ areas: [Area]) -> String {
    let named = areas.prefix(Self.mostNames).map(\.name).joined(separator: ", ")
    return areas.count > Self.mostNames ? "\(named) +\(areas.count - Self.mostNames)" : named
  }

  private static let mostNames = 4
}
