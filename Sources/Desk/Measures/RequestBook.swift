import Hummingbird
import Synchronization

/// How many requests were answered, by the class of their status.
final class RequestBook: Sendable {
  static let classes = ["1xx", "2xx", "3xx", "4xx", "5xx"]

  private let state = Mutex<[String: Int]>([:])

  var counts: [String: Int] { state.withLock { $0 } }

  func count(status: Int) {
    guard (100..<600).contains(status) else { return }
    state.withLock { $0[Self.classes[status / 100 - 1], default: 0] += 1 }
  }
}

/// Counts what every other middleware and route has answered.
struct CountRequests: RouterMiddleware {
  typealias Context = DeskContext
  let book: RequestBook

  @concurrent func handle(
    _ request: Request, context: DeskContext, next: @concurrent (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    let response = try await next(request, context)
    book.count(status: response.status.code)
    return response
  }
}
