/// Turns a recording of network traffic into the UDP datagrams in it: pcap and pcapng, as tcpdump and Wireshark write them.
///
/// The bytes may be cut anywhere. What cannot be read is counted in `diagnostics`. Sources: the Internet-Drafts
/// draft-ietf-opsawg-pcap and draft-ietf-opsawg-pcapng.
public struct CaptureReader: Sendable {
  /// The bounds that hold whatever the input says.
  public struct Limits: Hashable, Sendable {
    /// The longest packet or block of a recording, in bytes; tcpdump records no more than 262,144 of a packet.
    public var packetBytes = 1 << 18 + 1 << 10
    /// How many interfaces a section of pcapng may describe.
    public var interfaces = 256
    /// How far a packet's time may lie from that of the one before for it to be found again behind damage, in seconds.
    public var secondsApart: Int64 = 86_400

    /// The usual limits.
    public init() {}
  }

  /// How the recording is laid out.
  enum Form: Sendable {
    case unknown
    case pcap(PcapHead)
    case pcapng(PcapngSection)
    /// Nothing more can be found in it.
    case lost
  }

  /// The limits in force.
  public let limits: Limits
  /// What has been counted so far.
  public internal(set) var diagnostics = CaptureDiagnostics()

  var form = Form.unknown
  /// Whether a damaged head is behind us and the next good one not yet found.
  var searches = false
  /// Where what is at hand begins, from the start of the recording.
  var base = 0
  private var carry: [UInt8] = []

  /// A reader that has seen nothing.
  public init(limits: Limits = Limits()) { self.limits = limits }

  /// How many bytes are needed to say whether something is a recording.
  static let headBytes = 12

  /// Whether bytes are the beginning of a recording.
  static func begins(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let octets = Octets(bytes)
    return PcapHead.isLowestFirst(octets) != nil || PcapngSection.isLowestFirst(octets) != nil
  }

  /// Reads a chunk of bytes, cut anywhere, and hands on each datagram as it is complete.
  public mutating func consume(_ bytes: UnsafeRawBufferPointer, _ body: (Datagram) -> Void) {
    var held: [UInt8] = []
    swap(&held, &carry)
    if held.isEmpty {
      let used = read(Octets(bytes), body)
      base += used
      held.append(contentsOf: bytes.slice(used, bytes.count))
    } else {
      held.append(contentsOf: bytes)
      let used = held.withUnsafeBytes { read(Octets($0), body) }
      base += used
      held.removeFirst(used)
    }
    swap(&held, &carry)
  }

  /// Ends the recording: what is left of it is no whole packet.
  public mutating func finish() {
    if !carry.isEmpty {
      if searches {
        diagnostics.bytesPassedOver += carry.count
      } else {
        diagnostics.refuse(.cutShort, at: base)
      }
    }
    carry = []
  }

  /// Reads as many packets as are whole; returns how many bytes they took.
  private mutating func read(_ octets: Octets, _ body: (Datagram) -> Void) -> Int {
    var used = 0
    while true {
      let rest = octets.from(used)
      let taken: Int
      switch form {
      case .unknown:
        guard begin(rest) else { return used }
        if case .pcap = form { taken = PcapHead.bytes } else { continue }
      case .pcap(let head): taken = readPcap(rest, head, at: base + used, body)
      case .pcapng: taken = readPcapng(rest, at: base + used, body)
      case .lost:
        diagnostics.bytesPassedOver += rest.count
        return octets.count
      }
      guard taken > 0 else { return used }
      used += taken
    }
  }

  /// Finds out how the recording is laid out; returns false when more bytes are needed for that.
  private mutating func begin(_ octets: Octets) -> Bool {
    guard octets.count >= Self.headBytes else { return false }
    if PcapngSection.isLowestFirst(octets) != nil {
      form = .pcapng(PcapngSection())
    } else if let isLowestFirst = PcapHead.isLowestFirst(octets) {
      guard octets.count >= PcapHead.bytes else { return false }
      form = .pcap(PcapHead(octets, isLowestFirst: isLowestFirst))
    } else {
      form = .lost
      diagnostics.refuse(.damagedHead, at: base)
    }
    return true
  }

  /// Hands on the datagram of one packet.
  mutating func open(
    _ packet: Octets, _ link: LinkLayer, nanoseconds: Int64?, at offset: Int, _ body: (Datagram) -> Void
  ) {
    diagnostics.packets += 1
    let start: Int
    switch link.content(of: packet) {
    case .ip(let place): start = place
    case .other: return diagnostics.otherPackets += 1
    case .unknown: return diagnostics.refuse(.unknownLink, at: offset)
    }
    let inner = packet.from(start)
    switch InternetPacket(inner) {
    case .datagram(let place, let count, let sourcePort, let destinationPort):
      diagnostics.datagrams += 1
      body(
        Datagram(
          payload: inner.slice(place, count: count).bytes, capturedNanoseconds: nanoseconds, sourcePort: sourcePort,
          destinationPort: destinationPort, byteOffset: offset + start + place))
    case .other: diagnostics.otherPackets += 1
    case .refused(let reason): diagnostics.refuse(reason, at: offset)
    }
  }
}
