import Geodesy
import Ledger
import Operations
import Synchronization

/// How many people are not accounted for, as every page of the desk shows it.
final class RescueBoard: Sendable {
  private struct State {
    var summary = RescueSummary()
    var advice: RescueAdvice?
    var hasChanged = true
    /// The length of the ledger of which the streams were told last.
    var toldOf: Int64 = 0
  }

  private let state = Mutex(State())

  var summary: RescueSummary { state.withLock { $0.summary } }

  /// The estimate of how many boats there are; nil before the first.
  var advice: RescueAdvice? { state.withLock { $0.advice } }

  func show(_ advice: RescueAdvice) { state.withLock { $0.advice = advice } }

  /// Notes that something of rescue was written.
  func noteChange() { state.withLock { $0.hasChanged = true } }

  /// Whether something was written since the last call.
  func takeChanged() -> Bool {
    state.withLock { state in
      defer { state.hasChanged = false }
      return state.hasChanged
    }
  }

  /// Whether the streams have yet to be told of what the ledger holds up to a length.
  func tells(of ledgerSize: Int64) -> Bool {
    state.withLock { state in
      defer { state.toldOf = max(state.toldOf, ledgerSize) }
      return ledgerSize > state.toldOf
    }
  }

  /// Takes the summary up.
  /// - Returns: whether it is another one than before.
  @discardableResult
  func show(_ summary: RescueSummary) -> Bool {
    state.withLock { known in
      defer { known.summary = summary }
      return known.summary != summary
    }
  }
}

extension RescueSummary {
  /// The event by which streams learn of it.
  var event: [UInt8] { ServerSentEvent.encode("rescue", data: json.bytes) }

  var json: JSONText {
    var json = JSONText()
    json.object { json in
      json.key("openBoats")
      json.integer(Int64(openBoats))
      json.key("least")
      json.integer(Int64(least))
      json.key("most")
      json.integer(Int64(most))
      json.key("unknownBoats")
      json.integer(Int64(unknownBoats))
      json.key("untied")
      json.integer(Int64(untied))
      json.key("exercise")
      json.boolean(exercise)
    }
    return json
  }

  /// What stands on every page while anybody may be missing; nil when nobody may.
  func sentence(_ strings: Strings) -> String? {
    guard !isZero else { return nil }
    let people = least == most ? "\(most)" : "\(least)–\(most)"
    // Reports without a boat and boats without a number are people too: a bare zero would be read as good news.
    let isKnown = most > 0 || (unknownBoats == 0 && untied == 0)
    let key = isKnown ? "rescue.unaccounted" : "rescue.unaccounted.notKnown"
    var parts = [strings(key, ["people": people, "boats": "\(openBoats)"])]
    if unknownBoats > 0 { parts.append(strings("rescue.unaccounted.unknown", ["boats": "\(unknownBoats)"])) }
    if untied > 0 { parts.append(strings("rescue.unaccounted.untied", ["reports": "\(untied)"])) }
    return parts.joined(separator: " · ")
  }
}

extension Desk {
  /// Brings the number on every page up to what is written, at once for whoever wrote it, and tells the charts to look again.
  ///
  /// What has changed is not in the stream: whoever may see it asks for it.
  func refreshRescue() async throws {
    rescue.noteChange()
    let size = centre.ledger.head.size
    let summary = try await centre.rescueSummary()
    var events = rescue.show(summary) ? [summary.event] : []
    if rescue.tells(of: size) {
      var json = JSONText()
      json.object { json in
        json.key("sequence")
        json.integer(size)
      }
      events.append(ServerSentEvent.encode("boats", data: json.bytes))
    }
    if !events.isEmpty { hub.publish(rows: [], gone: [], announcements: events) }
  }
}
