import NIOCore

/// Carries one stream to the outlet, in whole lines when it holds lines; the sender waits while the consumer is busy.
struct StreamPump {
  let stream: StreamChannel
  let isLines: Bool
  let limits: ReceiverLimits

  func run(into outlet: Outlet) async throws {
    try await run(counting: outlet.record) { bytes in
      await outlet.put(bytes)
      return true
    }
  }

  /// Reads to the end of the stream; stops early when `put` says that nothing more is taken.
  func run(counting record: HealthRecord, put: ([UInt8]) async -> Bool) async throws {
    var framer = LineFramer(lineBytesMost: limits.lineBytes)
    var failure: (any Error)?
    do {
      try await stream.executeThenClose { inbound in
        for try await buffer in inbound {
          guard isLines else {
            guard await put(Array(buffer.readableBytesView)) else { return }
            continue
          }
          let cutBefore = framer.linesCut
          let lines = framer.add(buffer.readableBytesView)
          if framer.linesCut > cutBefore { record.change { $0.linesCut += 1 } }
          guard lines.isEmpty == false else { continue }
          guard await put(lines) else { return }
        }
      }
    } catch {
      failure = error
    }
    let rest = framer.finish()
    if !rest.isEmpty, !Task.isCancelled { _ = await put(rest) }
    if let failure { throw failure }
  }
}
