import Feeds
import Foundation

/// Makes messages bit by bit, by a road of its own, so that the decoder is not tested against itself.
struct BitMaker {
  var bits: [Bool] = []

  /// A message that begins with its type, repeat indicator and MMSI.
  init(type: Int, mmsi: Int, repeatIndicator: Int = 0) {
    add(type, 6)
    add(repeatIndicator, 2)
    add(mmsi, 30)
  }

  mutating func add(_ value: Int, _ width: Int) {
    for bit in (0..<width).reversed() { bits.append(value >> bit & 1 == 1) }
  }

  mutating func add(_ flag: Bool) { bits.append(flag) }

  /// Six-bit text filled up with `@`.
  mutating func add(_ text: String, characters: Int) {
    let codes = text.utf8.map { $0 >= 64 ? Int($0) - 64 : Int($0) }
    for index in 0..<characters { add(index < codes.count ? codes[index] : 0, 6) }
  }

  /// The payload's characters and fill bits.
  var armoured: (characters: [UInt8], fill: Int) {
    let fill = (6 - bits.count % 6) % 6
    let padded = bits + [Bool](repeating: false, count: fill)
    let characters = stride(from: 0, to: padded.count, by: 6).map { start -> UInt8 in
      let value = padded[start..<start + 6].reduce(0) { $0 * 2 + ($1 ? 1 : 0) }
      return UInt8(value < 40 ? value + 48 : value + 56)
    }
    return (characters, fill)
  }

  /// The message as one sentence.
  func sentence(talker: String = "AI", channel: String = "A") -> String {
    sentences(parts: 1, talker: talker, sequence: "", channel: channel)[0]
  }

  /// The message as several sentences.
  func sentences(parts: Int, talker: String = "AI", sequence: String = "1", channel: String = "A") -> [String] {
    let (characters, fill) = armoured
    let size = (characters.count + parts - 1) / parts
    return (0..<parts).map { part in
      let piece = characters[min(part * size, characters.count)..<min((part + 1) * size, characters.count)]
      let last = part == parts - 1
      return checked(
        "\(talker)VDM,\(parts),\(part + 1),\(sequence),\(channel),\(String(decoding: piece, as: UTF8.self)),"
          + "\(last ? fill : 0)")
    }
  }
}

/// `!`, the body and its checksum.
func checked(_ body: String, start: String = "!") -> String {
  start + body + "*" + checksum(body)
}

/// A tag block around its body.
func tagged(_ body: String, _ sentence: String) -> String {
  "\\\(body)*\(checksum(body))\\\(sentence)"
}

func checksum(_ body: String) -> String {
  String(format: "%02X", body.utf8.reduce(0) { $0 ^ $1 })
}

/// A class A position report.
func positionReport(
  type: Int = 1, mmsi: Int, status: Int = 0, turn: Int = 0, speed: Int = 123, longitude: Int = 600_000,
  latitude: Int = 30_600_000, course: Int = 451, heading: Int = 45, second: Int = 7
) -> BitMaker {
  var maker = BitMaker(type: type, mmsi: mmsi)
  maker.add(status, 4)
  maker.add(turn, 8)
  maker.add(speed, 10)
  maker.add(true)
  maker.add(longitude, 28)
  maker.add(latitude, 27)
  maker.add(course, 12)
  maker.add(heading, 9)
  maker.add(second, 6)
  maker.add(0, 2)
  maker.add(0, 3)
  maker.add(true)
  maker.add(49_158, 19)
  return maker
}

/// Static and voyage data of a ship.
func shipStatic(mmsi: Int, name: String = "LADY OF THE STRAIT", destination: String = "CALAIS") -> BitMaker {
  var maker = BitMaker(type: 5, mmsi: mmsi)
  maker.add(1, 2)
  maker.add(9_134_270, 30)
  maker.add("MABC7", characters: 7)
  maker.add(name, characters: 20)
  maker.add(70, 8)
  for (value, width) in [(100, 9), (50, 9), (10, 6), (12, 6), (1, 4), (5, 4), (15, 5), (14, 5), (30, 6), (122, 8)] {
    maker.add(value, width)
  }
  maker.add(destination, characters: 20)
  maker.add(false)
  maker.add(false)
  return maker
}

/// The lines as bytes, each with a newline.
func bytes(_ lines: [String], newline: String = "\n") -> [UInt8] {
  Array(lines.map { $0 + newline }.joined().utf8)
}

/// Each message as gpsd's dialect has it.
func gpsdLines(_ input: [UInt8]) -> [String] {
  let writer = GpsdWriter()
  var out = ByteWriter()
  for reception in AISDecoder.decode(input).receptions { writer.write(reception.message, to: &out) }
  return String(decoding: out.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}

func gpsdLine(_ maker: BitMaker) -> String {
  gpsdLines(bytes([maker.sentence()])).first ?? "nothing"
}

/// Numbers that come the same way each time (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The folder of public samples, when it is there.
let sampleFolder: String? = {
  let path = ProcessInfo.processInfo.environment["FORELAND_DATA"] ?? "../shared/data"
  return FileManager.default.fileExists(atPath: path + "/ais") ? path + "/ais/" : nil
}()

func sample(_ name: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(fileURLWithPath: (sampleFolder ?? "") + name)))
}
