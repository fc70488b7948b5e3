package import Archive
package import Hummingbird
package import Logging
package import NIOCore
package import Operations
package import ServiceLifecycle

/// A desk without a network: everything that answers and everything that keeps it going, for whoever brings requests
/// and runs the services in one process.
package struct DeskInProcess: Sendable {
  /// What runs beside the answering of requests until it is cancelled.
  package let services: [any Service]
  private let desk: Desk
  private let responder: RouterResponder<DeskContext>

  /// - Parameter feeds: names of the feeds whose bytes are handed to the picture.
  package init(centre: Centre, archive: Archive, picture: Picture, feeds: [String], logger: Logger) {
    let board = FeedBoard(picture: picture, receivers: [], started: centre.surroundings.now())
    for feed in feeds { board.startMaking(feed, address: "in-process:\(feed)") }
    desk = Desk(
      centre: centre, picture: picture, hub: LiveHub(mark: String(centre.surroundings.identifier().prefix(8))),
      feeds: board, files: nil, now: centre.surroundings.now,
      clock: DeskClock(centre.surroundings, comparesLedger: true), pace: 1, gaps: [], secureCookies: false,
      logger: logger)
    responder = desk.router().buildResponder()
    services = desk.keepers(of: archive)
  }

  /// Answers a request through every middleware and route, as if it had come over the connection.
  package func respond(to request: Request, over channel: any Channel) async throws -> Response {
    let context = DeskContext(source: ApplicationRequestContextSource(channel: channel, logger: desk.logger))
    return try await responder.respond(to: request, context: context)
  }
}

extension Desk {
  /// What keeps the picture, the streams and the archive going.
  func keepers(of archive: Archive) -> [any Service] {
    [
      LiveTicker(desk: self), LogFollower(desk: self), AccessFollower(desk: self),
      ArchiveKeeper(centre: centre, archive: archive, logger: logger), FeedWatch(desk: self),
      StorageKeeper(desk: self, archive: archive), ClockKeeper(desk: self), HealthKeeper(desk: self),
      AlertKeeper(desk: self),
    ]
  }
}
