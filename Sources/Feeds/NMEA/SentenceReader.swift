import Geodesy

/// Reads the sentences that the AIS decoder leaves, and keeps the calls that a later sentence extends.
struct SentenceReader: Sendable {
  private(set) var counts: [String: Int] = [:]
  private(set) var refusals = RefusalTable<NMEARefusal>()
  private(set) var aisMessagesOfOthers = 0
  private var calls: [(mmsi: UInt32?, position: Position)] = []
  private let openCalls: Int

  init(openCalls: Int) { self.openCalls = max(1, openCalls) }

  /// Takes an AIS message.
  mutating func take(_ reception: AISReception, _ body: (NMEAReception) -> Void) {
    guard let device = DistressDevice(reception.message) else {
      aisMessagesOfOthers += 1
      return
    }
    counts["VDM", default: 0] += 1
    body(
      NMEAReception(
        content: .distressDevice(device), receivedAt: reception.receivedAt, lineNumber: reception.lineNumber,
        talkerCode: reception.talkerCode, sourceCode: reception.sourceCode))
  }

  /// Takes a line that holds another sentence.
  mutating func take(_ place: OtherSentence, on line: UnsafeRawBufferPointer, _ body: (NMEAReception) -> Void) {
    guard let formatter = Formatter(line, at: place.start) else { return }
    do throws(NMEARefusal) {
      let fields = try SentenceFields(line, from: place.start)
      let content = try formatter.read(fields)
      var context = place.context
      if fields.end < line.count { ReceiverTime.readSuffix(line.slice(fields.end, line.count), into: &context) }
      counts[formatter.rawValue, default: 0] += 1
      body(
        NMEAReception(
          content: joined(content), receivedAt: context.milliseconds.map(Instant.init(millisecondsSince1970:)),
          lineNumber: place.lineNumber,
          talkerCode: ShortText(first: line[place.start + 1], second: line[place.start + 2]),
          sourceCode: context.source))
    } catch {
      refusals.add(error, number: place.lineNumber, offset: place.lineOffset, line)
    }
  }

  /// Keeps a call that will be extended, and makes finer the position of the call that a sentence extends.
  private mutating func joined(_ content: NMEAReception.Content) -> NMEAReception.Content {
    switch content {
    case .distressCall(let call):
      if call.isExtended, let position = call.position {
        calls.removeAll { $0.mmsi == call.mmsi }
        if calls.count >= openCalls { calls.removeFirst() }
        calls.append((call.mmsi, position))
      }
    case .distressExtension(var addition):
      guard let index = calls.firstIndex(where: { $0.mmsi == addition.mmsi }) else { break }
      addition.position = addition.refine(calls[index].position)
      if addition.number == addition.total { calls.remove(at: index) }
      return .distressExtension(addition)
    default: break
    }
    return content
  }

  /// The formatters that are read here.
  private enum Formatter: String {
    case radarTarget = "TTM"
    case targetPosition = "TLL"
    case distressCall = "DSC"
    case distressExtension = "DSE"

    init?(_ line: UnsafeRawBufferPointer, at start: Int) {
      guard start >= 0, line.count - start >= 7, line[start + 6] == UInt8(ascii: ",") else { return nil }
      switch (line[start + 3], line[start + 4], line[start + 5]) {
      case (UInt8(ascii: "T"), UInt8(ascii: "T"), UInt8(ascii: "M")): self = .radarTarget
      case (UInt8(ascii: "T"), UInt8(ascii: "L"), UInt8(ascii: "L")): self = .targetPosition
      case (UInt8(ascii: "D"), UInt8(ascii: "S"), UInt8(ascii: "C")): self = .distressCall
      case (UInt8(ascii: "D"), UInt8(ascii: "S"), UInt8(ascii: "E")): self = .distressExtension
      default: return nil
      }
    }

    func read(_ fields: SentenceFields) throws(NMEARefusal) -> NMEAReception.Content {
      switch self {
      case .radarTarget: .radarTarget(try RadarTarget(fields))
      case .targetPosition: .targetPosition(try TargetPosition(fields))
      case .distressCall: .distressCall(try DistressCall(fields))
      case .distressExtension: .distressExtension(try DistressExtension(fields))
      }
    }
  }
}
