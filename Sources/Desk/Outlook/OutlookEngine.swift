import Ledger
import Outlook
import Synchronization

/// Computes outlooks beside the threads that answer requests, one after the other, and keeps the newest.
final class OutlookEngine: Sendable {
  /// The most outlooks that are kept; past that the shelf is cleared.
  static let mostAnswers = 32

  private let lane = WorkLane.system("foreland.outlook", .serial)
  private let answers = Mutex<[String: Task<OutlookAnswer, any Error>]>([:])

  /// What the engine makes of a series, computed once for a question and a key.
  func answer(
    _ question: OutlookAnswer.Question, of counts: CountSeries, _ weather: DayWeather? = nil, key: String
  ) async throws -> OutlookAnswer {
    let task = answers.withLock { kept in
      let key = "\(question) \(key)"
      if let task = kept[key] { return task }
      if kept.count >= Self.mostAnswers { kept = [:] }
      let task = Task { [lane] in try await lane.run { OutlookAnswer(counts, question, weather) } }
      kept[key] = task
      return task
    }
    return try await task.value
  }
}
