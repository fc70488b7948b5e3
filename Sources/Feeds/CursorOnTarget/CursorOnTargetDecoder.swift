/// Turns bytes into events of Cursor on Target: streams of events back to back, cut anywhere, or datagrams.
public struct CursorOnTargetDecoder: Sendable {
  /// The bounds that hold whatever the input says.
  public struct Limits: Hashable, Sendable {
    /// The longest event, in bytes.
    public var eventBytes = 1 << 16
    /// How deep elements may lie within elements.
    public var depth = 24
    /// How many attributes an element may have.
    public var attributes = 64
    /// How many elements an event may have.
    public var elements = 2_048

    /// The usual limits.
    public init() {}
  }

  /// What a decoder has counted.
  public struct Diagnostics: Sendable {
    /// Bytes taken in.
    public internal(set) var bytes = 0
    /// Events handed on.
    public internal(set) var events = 0
    /// What was refused, by the number that it would have had among events.
    public internal(set) var refusals = RefusalTable<CursorOnTargetRefusal>()
  }

  /// What has been counted so far.
  public private(set) var diagnostics = Diagnostics()
  private let limits: XMLReader.Limits
  private var framer: EventFramer

  /// How many bytes of an unfinished event there is room for.
  var heldBytes: Int { framer.heldBytes }

  /// A decoder that has seen nothing.
  public init(limits: Limits = Limits()) {
    self.limits = XMLReader.Limits(
      depth: limits.depth, attributes: limits.attributes, elements: limits.elements)
    framer = EventFramer(limit: limits.eventBytes)
  }

  /// Reads a chunk of a stream, cut anywhere, and hands on each event as it is complete.
  public mutating func consume(_ chunk: UnsafeRawBufferPointer, _ body: (CursorOnTargetEvent) -> Void) {
    diagnostics.bytes += chunk.count
    var framer = EventFramer(limit: 0)
    swap(&framer, &self.framer)
    framer.consume(chunk) { read($0, at: $1, body) }
    swap(&framer, &self.framer)
  }

  /// Reads one datagram, which holds whole events; what it leaves unfinished is refused.
  public mutating func consume(datagram: UnsafeRawBufferPointer, _ body: (CursorOnTargetEvent) -> Void) {
    consume(datagram, body)
    finish(body)
  }

  /// Ends the input; an unfinished event is refused.
  public mutating func finish(_ body: (CursorOnTargetEvent) -> Void) {
    var framer = EventFramer(limit: 0)
    swap(&framer, &self.framer)
    framer.finish { read($0, at: $1, body) }
    swap(&framer, &self.framer)
  }

  private mutating func read(_ piece: EventFramer.Piece, at offset: Int, _ body: (CursorOnTargetEvent) -> Void) {
    switch piece {
    case .stray(let bytes): refuse(.notMarkup, at: offset, bytes)
    case .tooLong(let bytes): refuse(.tooLong, at: offset, bytes)
    case .unfinished(let bytes): refuse(.unfinished, at: offset, bytes)
    case .document(let bytes, let lastEvent):
      do throws(CursorOnTargetRefusal) {
        hand(on: try CursorOnTargetEvent(bytes, limits: limits), body)
      } catch {
        refuse(error, at: offset, bytes)
        guard error != .documentType, error != .otherEncoding, lastEvent > 0 else { return }
        // An event that was cut lies before a whole one, unless that one is damaged too.
        let rest = bytes.slice(lastEvent, bytes.count)
        if let event = try? CursorOnTargetEvent(rest, limits: limits) { hand(on: event, body) }
      }
    }
  }

  private mutating func hand(on event: CursorOnTargetEvent, _ body: (CursorOnTargetEvent) -> Void) {
    diagnostics.events += 1
    body(event)
  }

  private mutating func refuse(_ reason: CursorOnTargetRefusal, at offset: Int, _ bytes: UnsafeRawBufferPointer) {
    let number = diagnostics.events + diagnostics.refusals.total + 1
    diagnostics.refusals.add(reason, number: number, offset: offset, bytes)
  }
}
