import HTTPTypes
import Hummingbird
import Ledger
import Logging
import Operations

/// Turns every error into an answer that its reader understands: a page for people, JSON for programs.
///
/// What broke on our side is logged with its cause; the answer holds nothing of it.
struct Apologies: RouterMiddleware {
  typealias Context = DeskContext
  let isExercise: @Sendable () -> Bool

  @concurrent func handle(
    _ request: Request, context: DeskContext, next: @concurrent (Request, DeskContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      let reason = Self.reason(for: error)
      if reason.code == .internalFault {
        context.logger.error(
          "request failed", metadata: ["route": "\(context.endpointPath ?? "none")", "error": "\(LogWords.of(error))"])
      }
      return answer(reason, request, context)
    }
  }

  /// What a person or a program is told of an error.
  static func reason(for error: any Error) -> DeskError {
    switch error {
    case let error as DeskError: return error
    case let error as OperationsError: return DeskError(error)
    case let error as LedgerError: return DeskError(error)
    case let error as any HTTPResponseError:
      switch error.status {
      case .notFound, .methodNotAllowed: return DeskError(.notFound)
      case .contentTooLarge: return DeskError(.tooLarge)
      case let status where (400..<500).contains(status.code): return DeskError(.invalid, "The request cannot be read.")
      default: return DeskError(.internalFault)
      }
    case is DecodingError: return DeskError(.invalid, "The body is not the JSON that this asks for.")
    default: return DeskError(.internalFault)
    }
  }

  private func answer(_ reason: DeskError, _ request: Request, _ context: DeskContext) -> Response {
    if request.uri.path.hasPrefix("/api/") { return json(reason, Strings.of(context.language)) }
    if FeatureFault.concerns(request) { return FeatureFault.response(reason) }
    // A token that opens nothing opens the sign-in page neither; to send it there again would never end.
    if reason.code == .signedOut, request.uri.path != "/sign-in" { return .redirect(to: "/sign-in", type: .normal) }
    let strings = Strings.of(context.language)
    let frame = Frame(
      strings: strings, theme: context.theme, path: context.address, person: nil, exercise: isExercise())
    return Layout.plain(frame, title: "error.title", narrow: true, main: ErrorPage.main(strings, reason))
      .response(reason.status)
  }

  private func json(_ reason: DeskError, _ strings: Strings) -> Response {
    var text = JSONText()
    text.object { json in
      json.key("error")
      json.object { json in
        json.key("code")
        json.string(reason.code.rawValue)
        json.key("message")
        json.string(strings(reason.textKey, ["detail": reason.detail]))
        if !reason.detail.isEmpty {
          json.key("detail")
          json.string(reason.detail)
        }
      }
    }
    return .json(text, status: reason.status)
  }
}
