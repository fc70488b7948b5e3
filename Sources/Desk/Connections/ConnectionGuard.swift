import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Holds one connection to its limits: how long it may take to send a request and to read an answer, how large its body may
/// be, and whether it may be here at all. Whoever is sent away is told why.
///
/// It stands between the HTTP codec and the requests, and belongs to the event loop of its connection.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let book: ConnectionBook
  private let limits: ConnectionLimits
  private var ticket: ConnectionBook.Ticket?
  /// A head has come whose request has not ended.
  private var isReceiving = false
  private var bodyBytes = 0
  /// Requests whose answer has not ended.
  private var unanswered = 0
  private var hasBegunAnswer = false
  private var isEnding = false
  private var farewellReads = 0
  /// When the client must have sent what it owes.
  private var sendBy: NIODeadline?
  /// Parts of an answer that are not written yet, and when one of them must be.
  private var unwritten = 0
  private var readBy: NIODeadline?
  private var timer: (task: Scheduled<Void>, at: NIODeadline)?

  init(book: ConnectionBook) {
    self.book = book
    limits = book.limits
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { enter(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    enter(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    leave()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { leave() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isEnding else { return }
    switch unwrapInboundIn(data) {
    case .head:
      isReceiving = true
      bodyBytes = 0
      unanswered += 1
      sendBy = .now() + limits.body
    case .body(let part):
      bodyBytes += part.readableBytes
      guard bodyBytes <= limits.bodyBytes else { return end(context, .bodyTooLarge) }
    case .end:
      isReceiving = false
      sendBy = nil
      if unanswered == 0 { rest(context) } else if let ticket { book.serve(ticket) }
    }
    context.fireChannelRead(data)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    // Nobody asks for what a refused client still sends; it is read so that the refusal reaches it.
    if isEnding, farewellReads < limits.farewellReads {
      farewellReads += 1
      context.read()
    }
    // Most requests arrive whole and need no timer.
    if isReceiving { wait(context) {} }
    context.fireChannelReadComplete()
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard !isEnding else {
      promise?.fail(ChannelError.ioOnClosedChannel)
      return
    }
    switch unwrapOutboundIn(data) {
    case .head(let head):
      hasBegunAnswer = head.status.kind != .informational
      context.write(data, promise: promise)
      return
    case .body: break
    case .end: finishAnswer(context)
    }
    let written = promise ?? context.eventLoop.makePromise()
    unwritten += 1
    if readBy == nil { wait(context) { readBy = .now() + limits.write } }
    written.futureResult.assumeIsolated().whenComplete { [self] _ in
      unwritten -= 1
      readBy = unwritten == 0 ? nil : .now() + limits.write
    }
    context.write(data, promise: written)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // What cannot be read while an earlier request is being answered is told in its turn, by whoever answers that.
    guard let error = error as? HTTPParserError, unanswered == 0, !isEnding else {
      context.fireErrorCaught(error)
      return
    }
    end(context, error == .headerOverflow ? .headTooLarge : .malformed)
  }

  private func enter(_ context: ChannelHandlerContext) {
    limits.boundSilence(of: context.channel)
    guard ticket == nil, !isEnding else { return }
    let eventLoop = context.eventLoop
    let bound = NIOLoopBound((self, context), eventLoop: eventLoop)
    let address = context.channel.remoteAddress?.ipAddress ?? "local"
    let entered = book.enter(
      from: address,
      giveWay: {
        eventLoop.execute {
          let (connection, context) = bound.value
          connection.giveWay(context)
        }
      })
    switch entered {
    case .success(let ticket):
      self.ticket = ticket
      wait(context) { sendBy = .now() + limits.firstHead }
    case .failure(let refusal): end(context, refusal)
    }
  }

  private func leave() {
    timer?.task.cancel()
    timer = nil
    if let ticket { book.leave(ticket) }
    ticket = nil
  }

  /// Another connection needs the place; a request that has arrived meanwhile is served nevertheless.
  private func giveWay(_ context: ChannelHandlerContext) {
    guard context.channel.isActive, isReceiving || unanswered == 0 else { return }
    end(context, .gaveWay)
  }

  private func finishAnswer(_ context: ChannelHandlerContext) {
    hasBegunAnswer = false
    unanswered = max(0, unanswered - 1)
    guard unanswered == 0 else { return }
    if isReceiving {
      sendBy = min(sendBy ?? .distantFuture, .now() + limits.bodyAfterAnswer)
    } else {
      rest(context)
    }
  }

  private func rest(_ context: ChannelHandlerContext) {
    wait(context) { sendBy = .now() + limits.rest }
    if let ticket { book.rest(ticket) }
  }
}

/// Ending a connection, and the time for it.
extension ConnectionGuard {
  /// Sets a deadline and sees that there is a timer that looks at it.
  private func wait(_ context: ChannelHandlerContext, _ set: () -> Void) {
    set()
    guard let next = [sendBy, readBy].compactMap({ $0 }).min() else { return }
    schedule(context, next)
  }

  private func schedule(_ context: ChannelHandlerContext, _ deadline: NIODeadline) {
    // A later deadline is found when the timer looks; only an earlier one needs another timer.
    if let timer, timer.at <= deadline { return }
    timer?.task.cancel()
    let task = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { [self] in
      timer = nil
      look(context)
    }
    timer = (task, deadline)
  }

  private func look(_ context: ChannelHandlerContext) {
    guard !isEnding, context.channel.isActive else { return }
    let now = NIODeadline.now()
    if let readBy, readBy <= now { return end(context, .unread) }
    if let sendBy, sendBy <= now { return end(context, .tooSlow) }
    wait(context) {}
  }

  /// Tells the client why, as far as it can still be told, and closes the connection.
  private func end(_ context: ChannelHandlerContext, _ refusal: ConnectionRefusal) {
    let isFresh = unanswered == 0 && !isReceiving
    let canTell = (isFresh || unanswered == 1) && !hasBegunAnswer && unwritten == 0
    isEnding = true
    book.count(refusal)
    leave()
    guard canTell else {
      context.close(promise: nil)
      return
    }
    var fields: HTTPFields = [
      .connection: "close", .contentType: "text/plain; charset=utf-8", .contentLength: "\(refusal.text.utf8.count)",
      .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
    ]
    if let seconds = refusal.retryAfterSeconds { fields[.retryAfter] = "\(seconds)" }
    context.write(wrapOutboundOut(.head(HTTPResponse(status: refusal.status, headerFields: fields))), promise: nil)
    context.write(
      wrapOutboundOut(.body(context.channel.allocator.buffer(string: refusal.text))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    context.close(mode: .output, promise: nil)
    context.read()
    context.eventLoop.assumeIsolated().scheduleTask(in: limits.farewell) { context.close(promise: nil) }
  }
}

extension ConnectionBook {
  /// How the channels of HTTP/1 are set up, so that each is held to its limits.
  var channelConfiguration: HTTP1Channel.Configuration {
    HTTP1Channel.Configuration(
      additionalChannelHandlers: [ConnectionGuard(book: self)],
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: limits.headFieldBytes, maxHeaderListSize: limits.headBytes,
        maxHeaderFieldCount: limits.headFields))
  }
}
