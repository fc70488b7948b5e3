import Foundation
import Geodesy
import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import ServiceLifecycle

/// The live stream, and what its browser tells it to show.
extension Desk {
  /// What a browser sends when its view moves.
  struct View: Decodable, Sendable {
    /// Boxes as [south, west, north, east] in degrees.
    var boxes: [[Double]]

    func read() throws -> [BoundingBox] {
      try boxes.map { corners in
        guard corners.count == 4,
          let box = BoundingBox(south: corners[0], west: corners[1], north: corners[2], east: corners[3])
        else { throw DeskError(.invalid, "a box is [south, west, north, east] in degrees") }
        return box
      }
    }
  }

  static let lastEventID = HTTPField.Name("Last-Event-ID")!

  func addStreamRoutes(to api: RouterGroup<DeskContext>) {
    api.get("stream", use: openStream)
    api.post("stream/:id/view", use: changeView)
    api.get("status", use: showStatus)
  }

  @Sendable func showStatus(_ request: Request, _ context: DeskContext) async throws -> Response {
    _ = try context.signedIn()
    return .json(status().json)
  }

  @Sendable func changeView(_ request: Request, _ context: DeskContext) async throws -> Response {
    let visitor = try context.signedIn()
    let boxes = try await request.decode(as: View.self, context: context).read()
    guard let id = context.parameters.get("id"), hub.look(stream: id, session: visitor.accessKey, boxes: boxes) else {
      throw DeskError(.notFound)
    }
    return Response(status: .noContent)
  }

  @Sendable func openStream(_ request: Request, _ context: DeskContext) async throws -> Response {
    let visitor = try context.signedIn()
    try await centre.consult(Consultation(.picture), as: visitor.acting)
    let boxes = (request.query("boxes") ?? "").split(separator: ";").prefix(hub.limits.boxesPerStream)
      .compactMap { BoundingBox(text: $0) }
    let channel = context.channel
    let stream = LiveStream(
      id: centre.surroundings.identifier(), session: visitor.accessKey, boxes: boxes,
      mayRead: centre.mayRead(visitor.acting),
      closeConnection: { channel.closeWithItsConnection() })
    guard hub.open(stream, after: request.headers[Self.lastEventID] ?? request.query("after")) else {
      throw DeskError(.tooMany)
    }
    // Access may have ended between the look at the session and the opening of the stream, unseen by either.
    guard (try? await centre.visitor(request)) != nil else {
      hub.close(stream)
      throw DeskError(.signedOut)
    }
    let hub = hub
    let now = now
    let body = ResponseBody { writer in
      defer { hub.close(stream) }
      try await writer.write(ByteBuffer(bytes: Self.hello(stream, now())))
      for await _ in stream.signals.cancelOnGracefulShutdown() {
        // A signal from before the cut may still wait; whoever has lost access gets nothing more.
        while stream.endReason == nil {
          let bytes = hub.take(for: stream)
          guard !bytes.isEmpty else { break }
          stream.startsWriting(atMilliseconds: hub.elapsedMilliseconds)
          try await writer.write(ByteBuffer(bytes: bytes))
          stream.finishedWriting()
        }
        guard stream.endReason == nil else { break }
      }
      try await writer.write(ByteBuffer(bytes: Self.bye(stream.endReason ?? "closing")))
      try await writer.finish(nil)
    }
    return Response(
      status: .ok,
      headers: [.contentType: "text/event-stream", .cacheControl: "no-store", .init("X-Accel-Buffering")!: "no"],
      body: body)
  }

  private static func hello(_ stream: LiveStream, _ now: Instant) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.key("stream")
      json.string(stream.id)
      json.key("time")
      json.integer(now.millisecondsSince1970)
    }
    return Array("retry: 2000\n\n".utf8) + ServerSentEvent.encode("hello", data: json.bytes)
  }

  private static func bye(_ reason: String) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.key("reason")
      json.string(reason)
    }
    return ServerSentEvent.encode("bye", data: json.bytes)
  }
}
