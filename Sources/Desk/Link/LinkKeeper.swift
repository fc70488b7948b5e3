import Exchange
import Logging
import Operations
import ServiceLifecycle

/// Takes what one partner has, for as long as the desk runs.
struct LinkKeeper: Service {
  /// How long the desk waits before it tries again, in milliseconds: briefly while there is no connection, so that what was
  /// written meanwhile is there soon after the link is; longer when the answer was wrong, which time alone does not mend.
  static let retryMilliseconds: Int64 = 250
  static let wrongMilliseconds: Int64 = 5_000
  static let breachMilliseconds: Int64 = 30_000

  let declared: DeclaredPartner
  let address: DeclaredPartner.Address
  let board: LinkBoard
  let taker: LinkTaker
  let logger: Logger

  init?(_ declared: DeclaredPartner, board: LinkBoard, centre: Centre, logger: Logger) {
    guard let address = declared.address, let status = board.status(of: declared.partner.code) else { return nil }
    self.declared = declared
    self.address = address
    self.board = board
    self.logger = logger
    taker = LinkTaker(declared.partner, centre: centre, status: status, limits: board.limits)
  }

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        let rest = await hold()
        try? await Task.sleep(for: .milliseconds(rest))
      }
    }
  }

  /// Connects and takes until something goes wrong.
  ///
  /// - Returns: how long to wait before the next attempt, in milliseconds.
  private func hold() async -> Int64 {
    let before = taker.status.now.trouble?.reason
    do {
      try await LinkSession.open(to: declared, address, as: board.stand.now.identity, limits: board.limits) { session in
        while !Task.isCancelled {
          let turn = try await taker.turn { question in try await session.ask(question) }
          if turn.isMended { logger.notice("a link is back", metadata: ["partner": "\(taker.partner.code)"]) }
        }
      }
      return 0
    } catch let fault as LinkFault {
      taker.note(fault)
      say(fault, isNews: before != fault.reason)
      switch fault.reason {
      case .unreachable, .closed, .late, .store: return Self.retryMilliseconds
      default: return fault.isBreach ? Self.breachMilliseconds : Self.wrongMilliseconds
      }
    } catch {
      if !Task.isCancelled {
        logger.error(
          "what a partner sent could not be kept",
          metadata: ["partner": "\(taker.partner.code)", "error": "\(LogWords.of(error))"])
      }
      return Self.retryMilliseconds
    }
  }

  private func say(_ fault: LinkFault, isNews: Bool) {
    guard isNews else { return }
    logger.log(
      level: fault.isBreach ? .critical : .warning, "nothing is taken from a partner",
      metadata: ["partner": "\(taker.partner.code)", "reason": "\(fault.reason.rawValue)", "detail": "\(fault.detail)"])
  }
}
