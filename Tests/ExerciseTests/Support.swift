import Geodesy
import Tracking

@testable import Exercise

let dusk = Instant(millisecondsSince1970: 1_795_284_000_000)

/// A message as another reader sees it, read without any of the writer's code.
struct ReadMessage {
  var at: Instant
  /// Six bits each.
  var values: [UInt8]
  var bitCount: Int

  func number(_ from: Int, _ count: Int) -> Int {
    guard from + count <= bitCount else { return -1 }
    let last = (from + count - 1) / 6
    var number = 0
    for index in from / 6...last { number = number << 6 | Int(values[index]) }
    return number >> (6 * (last + 1) - from - count) & (1 << count - 1)
  }

  func signed(_ from: Int, _ count: Int) -> Int {
    let value = number(from, count)
    return value >= 1 << (count - 1) ? value - 1 << count : value
  }

  func text(_ from: Int, characters: Int) -> String {
    var text = ""
    for index in 0..<characters {
      let value = number(from + 6 * index, 6)
      if value == 0 { break }
      text.unicodeScalars.append(Unicode.Scalar(UInt8(value < 32 ? value + 64 : value)))
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  var type: Int { number(0, 6) }
  var mmsi: UInt32 { UInt32(number(8, 30)) }

  /// Where longitude begins, by type; latitude follows after 28 bits.
  private static let longitudeAt = [1: 61, 3: 61, 4: 79, 9: 61, 18: 57, 21: 164]

  var position: Position? {
    guard let from = Self.longitudeAt[type] else { return nil }
    return Position(
      latitudeDegrees: Double(signed(from + 28, 27)) / 600_000, longitudeDegrees: Double(signed(from, 28)) / 600_000)
  }
}

/// What is wrong with a line.
struct LineFault: Error {
  var line: String
  var reason: String
}

/// Reads lines into messages and throws at the first one that is not as the standards have it.
struct LineReader {
  private var parts: [UInt8] = []
  private var expected: (count: Int, next: Int, message: String, group: String)?

  mutating func read(_ sentence: ExerciseSentence) throws -> ReadMessage? {
    let line = String(decoding: sentence.line, as: UTF8.self)
    func fault(_ reason: String) -> LineFault { LineFault(line: line, reason: reason) }
    guard line.hasPrefix("\\"), line.hasSuffix("\r\n") else { throw fault("frame") }
    let pieces = line.dropLast(1).split(separator: "\\", omittingEmptySubsequences: false)
    guard pieces.count == 3, pieces[0].isEmpty else { throw fault("tag block") }
    let tags = try checked(pieces[1], fault)
    let fields = tags.split(separator: ",").map { $0.split(separator: ":").map(String.init) }
    let tag = Dictionary(uniqueKeysWithValues: fields.map { ($0[0], $0[1]) })
    guard tag["s"] == "EXERCISE" else { throw fault("source") }
    guard tag["c"] == String(sentence.at.millisecondsSince1970 / 1000) else { throw fault("time") }

    guard pieces[2].hasPrefix("!"), pieces[2].utf8.count <= 80 else { throw fault("length") }
    let words = try checked(pieces[2].dropFirst(), fault).split(separator: ",", omittingEmptySubsequences: false)
    guard words.count == 7, words[0] == "AIVDM", words[4] == "A" || words[4] == "B", let count = Int(words[1]),
      let part = Int(words[2]), let fill = Int(words[6]), (0...5).contains(fill)
    else { throw fault("fields") }
    if count > 1 {
      let group = tag["g"]?.split(separator: "-").map(String.init) ?? []
      guard group.count == 3, group[0] == String(part), group[1] == String(count) else { throw fault("group") }
      let due = expected ?? (count, 1, String(words[3]), group[2])
      guard due.count == count, due.next == part, due.message == words[3], due.group == group[2] else {
        throw fault("order of parts")
      }
      guard part == count || fill == 0 else { throw fault("fill bits inside a message") }
      expected = part == count ? nil : (count, part + 1, due.message, due.group)
    } else {
      guard expected == nil, words[3].isEmpty, tag["g"] == nil else { throw fault("single") }
    }
    parts += Array(words[5].utf8)
    guard part == count else { return nil }
    defer { parts = [] }
    return ReadMessage(at: sentence.at, values: try values(parts, fault), bitCount: parts.count * 6 - fill)
  }

  private func checked(_ text: Substring, _ fault: (String) -> LineFault) throws -> Substring {
    let text = text.hasSuffix("\r\n") || text.hasSuffix("\n") || text.hasSuffix("\r") ? text.dropLast() : text
    guard let star = text.lastIndex(of: "*") else { throw fault("no checksum") }
    let content = text[..<star]
    let sum = content.utf8.reduce(0, ^)
    guard UInt8(text[text.index(after: star)...], radix: 16) == sum else { throw fault("checksum") }
    return content
  }

  private func values(_ characters: [UInt8], _ fault: (String) -> LineFault) throws -> [UInt8] {
    try characters.map { character in
      guard (48...87).contains(character) || (96...119).contains(character) else { throw fault("armour") }
      return character < 96 ? character - 48 : character - 56
    }
  }
}

/// All messages of a night, each line read strictly.
func messages(of night: Night) throws -> [ReadMessage] {
  var reader = LineReader()
  return try night.sentences().compactMap { try reader.read($0) }
}

extension Night {
  /// Those with a transponder, by their identities.
  var speakers: [UInt32: ExerciseActor] {
    Dictionary(uniqueKeysWithValues: actors.filter { $0.transponder != .silent }.map { ($0.mmsi, $0) })
  }
}
