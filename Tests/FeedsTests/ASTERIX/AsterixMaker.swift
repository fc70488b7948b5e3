import Feeds

/// Octets out of numbers of so many bits, the highest first.
func packed(_ parts: [(value: Int, bits: Int)]) -> [UInt8] {
  var octets: [UInt8] = []
  var place = 0
  for part in parts {
    for bit in (0..<part.bits).reversed() {
      if place % 8 == 0 { octets.append(0) }
      if part.value >> bit & 1 == 1 { octets[place / 8] |= 0x80 >> UInt8(place % 8) }
      place += 1
    }
  }
  return octets
}

/// A record: the items by their places in the profile, counted from 1 as the standard does.
func asterixRecord(_ items: [(place: Int, octets: [UInt8])]) -> [UInt8] {
  let length = (items.map(\.place).max() ?? 1).advanced(by: 6) / 7
  var specification = [UInt8](repeating: 0, count: length)
  for item in items { specification[(item.place - 1) / 7] |= 0x80 >> UInt8((item.place - 1) % 7) }
  for index in 0..<(length - 1) { specification[index] |= 1 }
  return specification + items.sorted { $0.place < $1.place }.flatMap(\.octets)
}

/// A block of records.
func asterixBlock(_ category: UInt8, _ records: [UInt8]...) -> [UInt8] {
  let content = records.flatMap { $0 }
  return [category] + packed([(content.count + 3, 16)]) + content
}

/// A small plot of category 048 with a number to know it by.
func plot(_ number: Int) -> [UInt8] {
  asterixRecord([
    (1, [25, 201]), (2, packed([(number % 86_400 * 128, 24)])), (3, [0xA0]), (4, packed([(256, 16), (16_384, 16)])),
    (11, packed([(number, 16)])),
  ])
}

/// The JSON of every record of a file, and what was counted.
func asterixLines(_ input: [UInt8], step: Int = .max) -> (lines: [String], diagnostics: AsterixDiagnostics) {
  var decoder = AsterixDecoder()
  let writer = AsterixWriter()
  var lines: [String] = []
  func take(_ record: AsterixRecord) {
    var out = ByteWriter()
    writer.write(record, to: &out)
    lines.append(String(decoding: out.bytes.dropLast(), as: UTF8.self))
  }
  var start = 0
  while start < input.count {
    let end = min(input.count, start + min(step, input.count))
    decoder.consume(Array(input[start..<end]), take)
    start = end
  }
  decoder.finish(take)
  return (lines, decoder.diagnostics)
}

/// What a tracker takes of every record of a file.
func asterixReports(_ input: [UInt8]) -> [AsterixReport] {
  var decoder = AsterixDecoder()
  var reports: [AsterixReport] = []
  decoder.consume(input) { reports.append($0.report) }
  decoder.finish { reports.append($0.report) }
  return reports
}
