import NIOCore

/// Every limit on the connections to a desk, by name.
struct ConnectionLimits: Sendable {
  /// The most connections that are open at once; fewer when the machine grants the process fewer files.
  var connections = 8_192
  /// The most connections from one address, behind which a whole centre may sit with a stream for each browser.
  var connectionsPerAddress = 2_048
  /// The most connections from one address that owe the desk the rest of a request, or rest between two. Beyond that the
  /// one that has owed for longest gives way, so that slow ones never keep a quick one out.
  var owingPerAddress = 512
  /// How long the first head of a connection may take, the handshake of TLS included.
  var firstHead = TimeAmount.seconds(10)
  /// How long a connection rests between two requests, the head of the next one included.
  var rest = TimeAmount.seconds(75)
  /// How long the whole body of a request may take.
  var body = TimeAmount.seconds(30)
  /// How long a client may go on sending a body that has been answered already.
  var bodyAfterAnswer = TimeAmount.seconds(2)
  /// How long a part of an answer may wait for its reader.
  var write = TimeAmount.seconds(120)
  /// How long a client may take nothing of what lies ready for it in the kernel. A stream that sends little never fills the
  /// kernel's buffer, so that no part of it is seen to wait; a browser that lives comes back and goes on where it was.
  var untaken = TimeAmount.seconds(20)
  /// How long a refused connection stays half open, so that its client can read why.
  var farewell = TimeAmount.seconds(1)
  /// How often a refused connection is read from meanwhile; what it still sends then waits on its own side.
  var farewellReads = 16
  /// The largest body that is read at all, in bytes; what a route takes is less.
  var bodyBytes = 1 << 20
  /// The longest field of a head, in bytes, and the longest first line.
  var headFieldBytes = 16_384
  /// The longest head, in bytes.
  var headBytes = 32_768
  /// The most fields of a head.
  var headFields = 100
}
