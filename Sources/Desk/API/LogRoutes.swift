import Geodesy
import Hummingbird
import Marking
import Operations
import Tracking

/// The watch log for programs and for the panel beside the chart.
extension Desk {
  /// What is sent to write an entry.
  struct NewLogEntry: Decodable, Sendable {
    var text: String
    var about: Instant?
    var subject: String?
    var correctionOf: Int64?
    /// Who may read it, as a marking is written; everyone on watch when there is none.
    var marking: String?
    /// Whether it is about someone in danger: it is then written even when the disk is full.
    var distress: Bool?
    /// A name that the sender gives the entry, so that sending it twice writes it once.
    var key: String?
  }

  func addLogRoutes(to api: RouterGroup<DeskContext>) {
    api.get("log", use: showLogEntries)
    api.post("log", use: writeLogEntry)
  }

  @Sendable func showLogEntries(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let (asKnown, moment) = try await asKnown(request)
    let limit = try request.number("limit", default: 50, in: 1...200)
    let before = try request.sequence("before")
    try await centre.consult(Consultation(.log, question: request.query("q"), asOf: moment), as: acting)
    let page = try await centre.log(
      LogQuery(before: before, limit: limit, asKnown: asKnown, words: request.query("q")), as: acting)
    var json = JSONText(reserving: 4096)
    json.object { json in
      json.key("entries")
      json.array { json in for entry in page.entries { entry.write(to: &json) } }
      json.key("next")
      if let next = page.next { json.integer(next) } else { json.null() }
    }
    return .json(json)
  }

  @Sendable func writeLogEntry(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let new = try await request.decode(as: NewLogEntry.self, context: context)
    let entry = try await write(new, as: acting)
    var json = JSONText()
    entry.write(to: &json)
    return .json(json, status: .created)
  }
}

extension Desk {
  /// The name of the track that someone means by a number: the real craft, or the one of the exercise.
  private func trackName(_ typed: String) -> String {
    guard let mmsi = UInt32(typed), centre.settings.exercise else { return typed }
    let invented = TrackID(mmsi: mmsi, exercise: true)
    return picture.track(invented) == nil ? typed : invented.text
  }

  /// Writes an entry, or a correction that stands beside the entry that it corrects.
  func write(_ new: NewLogEntry, as acting: Acting) async throws -> LogEntry {
    if let corrected = new.correctionOf {
      return try await centre.correct(
        CorrectLogEntry(corrected, text: new.text, distress: new.distress ?? false), as: acting, key: new.key)
    }
    let marking = try new.marking.map { text in
      guard let marking = Marking(text: text) else { throw DeskError(.invalid, "marking is not one, such as OFFICIAL") }
      return marking
    }
    return try await centre.write(
      WriteLogEntry(
        text: new.text, about: new.about, subject: new.subject.map(trackName), marking: marking ?? .official,
        distress: new.distress ?? false),
      as: acting, key: new.key)
  }
}

extension LogEntry {
  /// The event by which streams learn of it.
  var event: [UInt8] {
    var json = JSONText()
    write(to: &json)
    return ServerSentEvent.encode("log", data: json.bytes)
  }

  func write(to json: inout JSONText) {
    json.object { json in
      json.key("sequence")
      json.integer(sequence)
      json.key("about")
      json.string(about.iso8601)
      json.key("recorded")
      json.string(recorded.iso8601)
      json.key("author")
      json.string(author)
      json.key("agency")
      json.string(agency)
      json.key("text")
      json.string(text)
      json.key("subject")
      json.string(subject)
      json.key("marking")
      json.string(marking.text)
      json.key("exercise")
      json.boolean(exercise)
      json.key("correctionOf")
      if let correctionOf { json.integer(correctionOf) } else { json.null() }
      json.key("correctedBy")
      if let correctedBy { json.integer(correctedBy) } else { json.null() }
    }
  }
}
