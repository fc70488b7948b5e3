import Rescue

/// Learned parameters as the Swift source that the module is built with.
enum LearnedSource {
  private static let longestLine = 112

  /// The whole file.
  static func text(_ parameters: DiscriminationParameters, note: String) -> String {
    var fields: [String] = []
    for child in Mirror(reflecting: parameters).children {
      guard let label = child.label else { continue }
      switch child.value {
      case let number as Double: fields.append("    \(label): \(short(number))")
      case let numbers as [Double]: fields.append(list(label, numbers.map(short)))
      case let spots as [DiscriminationParameters.Spot]: fields.append(list(label, spots.map(spot)))
      case let aims as [DiscriminationParameters.Aim]:
        fields.append(
          list(
            label, aims.map { "Aim(weight: \(short($0.weight)), east: \(short($0.east)), north: \(short($0.north)))" }))
      default: continue
      }
    }
    return """
      extension DiscriminationParameters {
        /// The numbers that ship. \(note)
        public static let learned = DiscriminationParameters(
      \(fields.joined(separator: ",\n"))
        )
      }

      """
  }

  private static func spot(_ spot: DiscriminationParameters.Spot) -> String {
    "Spot(weight: \(short(spot.weight)), east: \(short(spot.east)), north: \(short(spot.north)), "
      + "eastDeviation: \(short(spot.eastDeviation)), northDeviation: \(short(spot.northDeviation)))"
  }

  private static func list(_ label: String, _ values: [String]) -> String {
    var lines = ["    \(label): ["]
    var line = "      "
    for value in values {
      if line.count + value.count + 2 > longestLine {
        lines.append(line)
        line = "      "
      }
      line += (line.last == "," ? " " : "") + value + ","
    }
    return (lines + [line, "    ]"]).joined(separator: "\n")
  }

  /// Four figures that count: no more were learned.
  private static func short(_ number: Double) -> String {
    guard number != 0, number.isFinite else { return "0" }
    var scale = 1.0
    while number.magnitude * scale < 1_000 { scale *= 10 }
    return "\((number * scale).rounded() / scale)"
  }
}
