import Geodesy
import Operations

/// Entries of the watch log as features without a place.
enum LogFeatures {
  /// Entries that are counted for one answer at most; beyond, it does not say how many there are.
  static let countedMost = 10_000

  static let properties: [FeatureCollection.Property] = [
    .init(name: "about", type: .string, meaning: "The time that it is about, RFC 3339 in UTC"),
    .init(name: "recorded", type: .string, meaning: "The time at which it was written, RFC 3339 in UTC"),
    .init(name: "author", type: .string, meaning: "The sign-in name of who wrote it", isFilter: true),
    .init(name: "agency", type: .string, meaning: "The agency of who wrote it", isFilter: true),
    .init(name: "text", type: .string, meaning: "The text; nothing when it has been erased"),
    .init(name: "track", type: .string, meaning: "The track that it is about", isFilter: true),
    .init(name: "correctionOf", type: .integer, meaning: "The entry that it corrects"),
    .init(name: "correctedBy", type: .integer, meaning: "The entry that corrects it"),
    .init(name: "exercise", type: .boolean, meaning: "Whether it belongs to an exercise", isFilter: true),
  ]

  static func feature(_ entry: LogEntry) -> Feature {
    let values: [Feature.Value] = [
      .text(entry.about.iso8601), .text(entry.recorded.iso8601), .text(entry.author), .text(entry.agency),
      .text(entry.text), .text(entry.subject), .integer(entry.correctionOf), .integer(entry.correctedBy),
      .choice(entry.exercise),
    ]
    return Feature(
      id: String(entry.sequence), position: nil, properties: zip(properties, values).map { ($0.name, $1) })
  }

  static func page(_ query: FeatureQuery, _ centre: Centre, as acting: Acting) async throws -> FeaturePage {
    // Nothing without a place lies in a box.
    if query.box != nil { return FeaturePage(features: [], matched: 0) }
    var wanted = LogQuery(limit: query.limit)
    if let after = query.after {
      guard let sequence = Int64(after) else { throw DeskError(.invalid, "after comes from a link of an answer") }
      wanted.before = sequence
    }
    wanted.aboutFrom = query.datetime?.start
    wanted.aboutTo = query.datetime?.end
    for (name, value) in query.filters {
      switch name {
      case "author": wanted.author = value
      case "agency": wanted.agency = value
      case "track": wanted.subject = value
      default:
        guard ["true", "false"].contains(value) else { throw DeskError(.invalid, "\(name) is true or false") }
        wanted.exercise = value == "true"
      }
    }
    let page = try await centre.log(wanted, as: acting)
    wanted.before = nil
    let matched = try await centre.logCount(wanted, atMost: countedMost, as: acting)
    return FeaturePage(
      features: page.entries.map(feature), matched: matched < countedMost ? matched : nil,
      next: page.next.map { String($0) })
  }
}
